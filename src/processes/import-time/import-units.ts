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
      mutates: new Set([...names(inParent, 'mutates'), ...startedIn(node, model)]),
      reads: names(run, 'reads'),
      effects: run.flatMap(effectsIn),
    };
  });
}

/** What starts processes in a statement by a method that another file defines: `runner` of `found = runner.run()`. */
function startedIn(statement: Node, { starts, semantics }: ProcessModel): Binding[] {
  return starts.flatMap(({ node, behind }) => {
    const attribute = behind && semantics.attribute(semantics.call(node)?.callee ?? node);
    const owner = attribute && statement.contains(node) ? rootName(attribute.object) : null;
    const binding = owner && semantics.bindingOf(owner);
    const isModule = binding?.definitions.every(({ kind }) => kind === 'import');
    return binding && isOfModule(binding) && !isModule ? binding : [];
  });
}

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
    // What another file does with what it is given is not known.
    ...starts.flatMap(({ node, behind }) => (behind === null ? node : [])),
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
