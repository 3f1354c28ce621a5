import { rootName } from '../../semantics/code.ts';
import { type CallKnowledge, type Footprint, Footprints } from '../../semantics/footprint.ts';
import type { Binding } from '../../semantics/scopes.ts';
import type { Node } from '../../syntax/node.ts';
import { statementsOf } from '../../syntax/shapes.ts';
import type { ImportTimeStart, ProcessModel } from '../model.ts';
import { type Effect, effectsOf } from './effects.ts';

/**
 * A statement of the module, and what running it on import does, also in the functions that it calls. Of names, those
 * of the module; binding and changing them counts where the parent does it.
 */
export interface ImportUnit extends Footprint {
  readonly node: Node;
  readonly index: number;
  readonly kind: 'docstring' | 'import' | 'definition' | 'guard' | 'other';
  /** What it starts, outside a main guard. */
  readonly starts: readonly ImportTimeStart[];
  readonly effects: readonly Effect[];
}

/** The statements of the module in their order, with what each does when the module is imported. */
export function importUnits(model: ProcessModel): ImportUnit[] {
  const footprints = new Footprints(model.semantics, callKnowledge(model));
  const effects = new Map<Node, readonly Effect[]>();
  const effectsIn = (code: Node) => {
    const found = effects.get(code) ?? effectsOf(code, model);
    effects.set(code, found);
    return found;
  };
  return statementsOf(model.tree.root).map((node, index) => {
    const run = footprints.codeRunBy(node);
    // What a worker's code sets or changes is each process's own, wherever else it may be called.
    const inParent = run.filter(
      (code) => code === node || !model.runsInWorkers.has(code.parent as Node),
    );
    const names = (codes: readonly Node[], of: keyof Footprint) =>
      new Set(codes.flatMap((code) => [...footprints.of(code)[of]].filter(isOfModule)));
    return {
      node,
      index,
      kind: kindOf(node, index, model),
      starts: model.importTimeStarts.filter((s) => !s.isGuarded && node.contains(s.node)),
      binds: names(inParent, 'binds'),
      mutates: new Set([...names(inParent, 'mutates'), ...givenAway(node, model)]),
      reads: names(run, 'reads'),
      effects: run.flatMap(effectsIn),
    };
  });
}

/** What a statement hands to another file's code that starts processes: the object of a method, and the arguments. */
function givenAway(statement: Node, { starts, semantics }: ProcessModel): Binding[] {
  return starts.flatMap(({ node, behind }) => {
    const call = behind && statement.contains(node) ? semantics.call(node) : null;
    if (!call) return [];
    const object = semantics.attribute(call.callee)?.object;
    const names = [object, ...call.args.map(({ value }) => value)];
    return names.flatMap((name) => {
      const root = name ? rootName(name) : null;
      const binding = root && semantics.bindingOf(root);
      return binding && isOfModule(binding) && isObject(binding) ? binding : [];
    });
  });
}

/** Whether a name stands for something that others may change, as they do not change functions and modules. */
function isObject({ definitions }: Binding): boolean {
  return definitions.some(
    ({ kind, value }) =>
      kind !== 'import' &&
      kind !== 'function' &&
      kind !== 'class' &&
      !CONSTANTS.has(value?.kind ?? ''),
  );
}

const CONSTANTS: ReadonlySet<string> = new Set(['Number', 'String', 'Boolean', 'None']);

function isOfModule({ scope }: Binding): boolean {
  return scope.kind === 'module';
}

/** What the process model says of calls. */
export function callKnowledge({
  semantics,
  submissions,
  starts,
  creations,
}: ProcessModel): CallKnowledge {
  const own = new Set([
    ...submissions.map(({ call }) => call.node),
    ...creations.map(({ call }) => call.node),
    ...starts.map(({ node }) => node),
  ]);
  return {
    leavesAlone: (call) => own.has(call.node),
    keeps: (argument, callee) =>
      KEEPS.test(semantics.values.qualifiedName(callee) ?? '') ||
      submissions.some((submission) => submission.argument.value.contains(argument)),
  };
}

/** What takes a function only to call it later, or never. */
const KEEPS =
  /^(atexit\.register|signal\.\w+|functools\.(partial|wraps|lru_cache|cache)|typing\.\w+)$/;

function kindOf(node: Node, index: number, model: ProcessModel): ImportUnit['kind'] {
  if (model.guards.some((guard) => guard.statement === node)) return 'guard';
  if (node.kind === 'ImportStatement') return 'import';
  if (DEFINITIONS.has(node.kind)) return 'definition';
  const only = node.kind === 'ExpressionStatement' ? node.firstChild?.kind : undefined;
  return index === 0 && (only === 'String' || only === 'ContinuedString') ? 'docstring' : 'other';
}

const DEFINITIONS: ReadonlySet<string> = new Set([
  'FunctionDefinition',
  'ClassDefinition',
  'DecoratedStatement',
  'TypeDefinition',
]);
