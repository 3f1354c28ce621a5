/** The worker that is sent a primitive, and what is left of it when the primitive is a global. */
import type { Edit, Refusal } from '../../src/edits/fix.ts';
import { removeItem } from '../../src/edits/remove-item.ts';
import type { SentPrimitive } from '../../src/processes/hand-over/sent-primitives.ts';
import { parameterIndex } from '../../src/processes/hand-over/sent-values.ts';
import { lineOf } from '../../src/processes/import-time/call-words.ts';
import type { ProcessModel } from '../../src/processes/model.ts';
import type { Binding } from '../../src/semantics/scopes.ts';
import type { Semantics } from '../../src/semantics/semantics.ts';
import type { Node } from '../../src/syntax/node.ts';
import { type FunctionShape, statementsOf } from '../../src/syntax/shapes.ts';

/** How a worker gets what it is sent. */
export interface Reception {
  readonly shape: FunctionShape;
  readonly binding: Binding;
  readonly name: string;
  /** The worker's parameter. */
  readonly index: number;
  readonly part: number | null;
  /** The worker's own name for the primitive: the parameter, or what the worker puts a part of it into. */
  readonly local: Binding;
  /** Takes that name out of the worker. */
  readonly edits: readonly Edit[];
  /** The strings that go with it: annotations. */
  readonly drops: readonly string[];
}

export function receptionOf(
  { submission, sent }: SentPrimitive,
  model: ProcessModel,
): Reception | Refusal {
  const { semantics, facts } = model;
  const [worker, ...others] = submission.workers;
  const shape = worker?.definition ? semantics.functionShape(worker.definition) : null;
  const binding = shape?.nameNode ? semantics.bindingOf(shape.nameNode) : null;
  if (!worker || others.length > 0 || !shape || !binding || binding.scope.kind !== 'module') {
    return { refusal: 'its worker is not one function of this module' };
  }
  const { name } = binding;
  if (binding.definitions.length > 1 || shape.decorators.length > 0 || shape.isAsync) {
    return { refusal: `\`${name}\` is decorated, defined twice or a coroutine` };
  }
  const reader = semantics
    .allCalls()
    .find(
      ({ node, callee }) =>
        shape.node.contains(node) &&
        /^builtins\.(locals|vars|dir|eval|exec)$/.test(
          semantics.values.qualifiedName(callee) ?? '',
        ),
    );
  if (reader) return { refusal: `\`${name}\` may look it up by its name` };
  if (facts.importedNames === 'all' || facts.importedNames.has(name)) {
    return { refusal: `other files import \`${name}\`, which would lose a parameter` };
  }
  const index = parameterIndex(shape, sent);
  const param = shape.params[index];
  if (param?.star !== '' || param.passing === 'positional-only' || sent.items === null) {
    return { refusal: `the parameter of \`${name}\` that gets it can't be told` };
  }
  const taker = semantics.bindingOf(param.nameNode);
  const received = taker && sent.part !== null ? partOf(taker, sent.part, shape, model) : null;
  const local = received?.local ?? taker;
  if (!taker || !local || (sent.part !== null && !received)) {
    return { refusal: `\`${name}\` does not begin by taking its argument apart` };
  }
  const again = local.definitions[1];
  if (again) return { refusal: `${lineOf(again.nameNode, model)} sets \`${local.name}\` again` };
  if (param.defaultValue && sent.part === null) {
    return { refusal: `\`${local.name}\` has a default, so that calls without it mean something` };
  }
  const list = shape.paramList;
  if (!list || hasTypeComment(shape, model)) {
    return { refusal: `the types of \`${name}\` stand in a comment` };
  }
  const range = rangeOf(param.nameNode, list);
  const edits = received?.edits ?? removeItem(list, range);
  const strings = received ? [] : stringsIn(list, range, semantics);
  return { shape, binding, name, index, part: sent.part, local, edits, drops: strings };
}

/** `x, lock = task` at the start of a worker: the name of one part, and the edits that take it out. */
function partOf(
  taker: Binding,
  part: number,
  shape: FunctionShape,
  { semantics }: ProcessModel,
): Pick<Reception, 'local' | 'edits'> | null {
  const [reference, ...others] = taker.references;
  const statement = reference?.node.parent;
  if (!reference || others.length > 0 || taker.definitions.length > 1) return null;
  if (statement?.kind !== 'AssignStatement' || statement.lastChild !== reference.node) return null;
  if (!statementsOf(shape.body).includes(statement)) return null;
  if (statement.parts.filter(({ kind }) => kind === 'AssignOp').length > 1) return null;
  const [first, second] = statement.parts;
  const isTuple = first?.kind === 'TupleExpression' && second?.kind === 'AssignOp';
  const list = isTuple ? first : statement;
  const end = isTuple ? list.to : (list.child('AssignOp')?.from ?? 0);
  const names = list.parts.filter((n) => n.to <= end && !/^[(),]$/.test(n.kind));
  const name = names[part];
  if (names.length < 2 || name?.kind !== 'VariableName') return null;
  if (names.some(({ kind }) => kind !== 'VariableName')) return null;
  const local = semantics.bindingOf(name);
  const [left] = names.filter((each) => each !== name);
  // Where one is left, that is the task: `x = task`.
  const edits =
    left && names.length === 2
      ? unwrapped({ from: list.from, to: end }, left, semantics)
      : removeItem(list, name);
  return local && { local, edits };
}

function unwrapped(list: { from: number; to: number }, left: Node, { tree }: Semantics): Edit[] {
  const end = tree.text.slice(0, list.to).trimEnd().length;
  return [{ from: list.from, to: end, text: tree.text.slice(left.from, left.to) }];
}

/** A parameter with its annotation, and with the `*` that is there for it alone. */
function rangeOf(name: Node, list: Node): { from: number; to: number } {
  const { parts } = list;
  const at = parts.indexOf(name);
  const end = parts.slice(at).findIndex(({ kind }) => kind === ',');
  const last = parts[end < 0 ? parts.length - 2 : at + end - 1] ?? name;
  const [star, comma] = [parts[at - 2], parts[at - 1]];
  const isOnlyNamed = star?.kind === '*' && comma?.kind === ',' && last.next === list.lastChild;
  return { from: isOnlyNamed ? star.from : name.from, to: last.to };
}

function hasTypeComment({ outer }: FunctionShape, { semantics }: ProcessModel): boolean {
  return /#\s*type:\s*\(/.test(semantics.textOf(outer));
}

/** The strings of a list that a range of it holds, as they are written. */
export function stringsIn(
  list: Node,
  { from, to }: { from: number; to: number },
  semantics: Semantics,
): string[] {
  return list
    .descendants('String')
    .filter((string) => string.from >= from && string.to <= to)
    .map((string) => semantics.textOf(string));
}
