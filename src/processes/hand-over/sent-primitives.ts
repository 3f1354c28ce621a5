/** Locks, queues and the like of multiprocessing that are sent with tasks, which none of them survives. */
import type { Semantics } from '../../semantics/semantics.ts';
import type { Node } from '../../syntax/node.ts';
import { apiOf } from '../libraries.ts';
import type { ProcessModel, Submission } from '../model.ts';
import { isExpectedToFail } from './expected-errors.ts';
import { originsOf } from './origins.ts';
import { AT_START_ONLY } from './pickling.ts';
import type { SentValue } from './sent-value.ts';
import { sentValues } from './sent-values.ts';

/** A primitive in the tasks of a submission. */
export interface SentPrimitive {
  readonly submission: Submission;
  readonly sent: SentValue;
  /** `Lock`, `Queue`: the name of what makes it. */
  readonly name: string;
  readonly library: string;
  /** The calls that make it, one of which has. */
  readonly made: readonly Node[];
  /** Whether the value is a list, tuple or dict that has it. */
  readonly isInside: boolean;
}

type Primitive = Pick<SentPrimitive, 'name' | 'library' | 'made' | 'isInside'>;

/** Every primitive that is sent along with tasks, in the order of the text; each expression once. */
export function sentPrimitives(model: ProcessModel): SentPrimitive[] {
  const found = new Map<Node, SentPrimitive>();
  for (const submission of model.submissions) {
    if (!isForTasks(submission) || isExpectedToFail(submission.call.node, model.semantics))
      continue;
    for (const sent of sentValues(submission, model.semantics)) {
      const primitive = primitiveOf(sent.node, model.semantics);
      if (primitive && !found.has(sent.node))
        found.set(sent.node, { submission, sent, ...primitive });
    }
  }
  return [...found.values()].sort((a, b) => a.sent.node.from - b.sent.node.from);
}

/** Whether what a submission hands over is pickled for a task, by reference, whatever the start method is. */
export function isForTasks({ delivery, library, pickledUnder }: Submission): boolean {
  return (
    delivery !== 'constructor' &&
    library.pickling === 'by-reference' &&
    pickledUnder.includes('fork')
  );
}

/** What a value is, where it certainly is a primitive, or a list, tuple or dict that is written with one in it. */
export function primitiveOf(value: Node, semantics: Semantics): Primitive | null {
  const origins = originsOf(value, semantics);
  if (!origins || origins.length === 0) return null;
  const found = origins.map((origin) => madeBy(origin, semantics) ?? partOf(origin, semantics));
  const [first] = found;
  return first && found.every((each) => each !== null)
    ? { ...first, made: found.flatMap((each) => each?.made ?? []) }
    : null;
}

function madeBy(origin: Node, semantics: Semantics): Primitive | null {
  const call = semantics.call(origin);
  const names = call ? semantics.values.qualifiedNames(call.callee) : [];
  const apis = names.map((name) => apiOf(name));
  const [first] = apis;
  const isPrimitive = apis.every((api) => api?.kind === 'function' && AT_START_ONLY.test(api.name));
  return first?.kind === 'function' && isPrimitive
    ? { name: first.name, library: first.library.name, made: [origin], isInside: false }
    : null;
}

function partOf(origin: Node, semantics: Semantics): Primitive | null {
  const parts =
    origin.kind === 'DictionaryExpression'
      ? origin.parts.filter(({ previous }) => previous?.kind === ':')
      : /^(Array|Tuple|Set)Expression$/.test(origin.kind)
        ? semantics.values.elementsOf(origin)
        : [];
  for (const part of parts) {
    const found = primitiveOf(part, semantics);
    if (found) return { ...found, isInside: true };
  }
  return null;
}
