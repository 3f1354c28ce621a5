import type { Node } from '../../syntax/node.ts';
import { callText, rowOf } from '../import-time/call-words.ts';
import type { ProcessModel } from '../model.ts';
import { MODULE_CODE, ownName, type Target } from '../targets.ts';
import { runAtImport, valueAfterImport } from './after-import.ts';
import { changesIn, constantOf, type StateChange } from './changes.ts';
import { asksFirst, isPrepared } from './prepared.ts';
import { primitiveIn } from './primitives.ts';
import { readsIn } from './reads.ts';

/** What a module's functions do with variables of modules, by the functions' own names; what is under its guard by the module's. */
export interface StateSummary {
  readonly code: ReadonlyMap<Target, CodeState>;
  /** The module's own variables, with the text of the value that an import gives them, where one expression says it. */
  readonly globals: ReadonlyMap<string, string | null>;
  /** What each import makes for processes to share, by the variable's name. */
  readonly primitives: ReadonlyMap<string, string>;
}

export interface CodeState {
  /** The keys of the variables that it reads without being prepared for the value of an import. */
  readonly reads: ReadonlyMap<string, StatePlace>;
  /** Those that it sets or changes. */
  readonly sets: ReadonlyMap<string, StatePlace>;
}

export interface StatePlace {
  readonly row: number;
  readonly text: string;
  /** Of what sets it: the constants that it is given, as texts; null among them for any other change. */
  readonly values?: readonly (string | null)[];
}

/** What the rest of a project needs to know of the state in a module. */
export function summariseState(model: ProcessModel): StateSummary {
  const changes = changesIn(model);
  const atImport = runAtImport(model);
  const isRepeated = ({ node }: StateChange) => {
    const fn = model.semantics.enclosingFunction(node);
    return fn ? atImport.has(fn) : !model.isGuarded(node);
  };
  const repeated = changes.filter(isRepeated);
  const initial = (key: string) => repeated.filter((change) => change.variable.key === key);
  const code = new Map<Target, { reads: Map<string, StatePlace>; sets: Map<string, StatePlace> }>();
  const codeNamed = (name: Target) => {
    const known = code.get(name) ?? { reads: new Map(), sets: new Map() };
    code.set(name, known);
    return known;
  };
  for (const fn of model.semantics.tree.root.descendants('FunctionDefinition')) {
    const name = ownName(fn, model.semantics);
    if (name === null) continue;
    for (const read of readsIn([{ fn, way: [] }], model)) {
      const { key } = read.variable;
      const value = valueAfterImport(read.variable, initial(key), model);
      // What another file's variable is after an import is not known here.
      const isAsked = key.includes(':') ? asksFirst(read, model) : isPrepared(read, value, model);
      if (!isAsked) codeNamed(name).reads.set(key, placeOf(read.node, model));
    }
  }
  for (const change of changes.filter((each) => !isRepeated(each))) {
    const fn = model.semantics.enclosingFunction(change.node);
    const name = fn ? ownName(fn, model.semantics) : MODULE_CODE;
    if (name === null) continue;
    const { sets } = codeNamed(name);
    const { key } = change.variable;
    const values = [...(sets.get(key)?.values ?? []), constantOf(change, model.semantics)];
    sets.set(key, { ...placeOf(change.node, model), values });
  }
  return { code, globals: globalsOf(model, repeated), primitives: primitivesOf(model, repeated) };
}

function globalsOf(
  { semantics }: ProcessModel,
  repeated: readonly StateChange[],
): Map<string, string | null> {
  const globals = new Map<string, string | null>();
  // What the module makes up when it is asked is nobody's to set.
  if (semantics.scopes.module.bindings.has('__getattr__')) return globals;
  for (const [name, { definitions }] of semantics.scopes.module.bindings) {
    if (!definitions.some(({ kind }) => VARIABLE.test(kind))) continue;
    const last = repeated.findLast(({ variable, how }) => variable.key === name && how === 'bound');
    globals.set(name, last?.value ? semantics.textOf(last.value).replace(/\s+/g, ' ') : null);
  }
  return globals;
}

function primitivesOf(
  { semantics }: ProcessModel,
  changes: readonly StateChange[],
): Map<string, string> {
  const names = [...semantics.scopes.module.bindings.keys()];
  return new Map(
    names.flatMap((name) => {
      const own = changes.filter(({ variable, how }) => variable.key === name && how === 'bound');
      const primitive = own.length > 0 ? primitiveIn(own, semantics) : null;
      return primitive ? [[name, primitive.name] as const] : [];
    }),
  );
}

const VARIABLE = /^(assignment|annotation|augmented|for|with|walrus)$/;

function placeOf(node: Node, model: ProcessModel): StatePlace {
  const row = rowOf(node, model);
  return { row, text: callText(node, model) };
}
