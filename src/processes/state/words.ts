/** How messages tell of lost state. */
import { callText, rowOf } from '../import-time/call-words.ts';
import type { ProcessModel } from '../model.ts';
import { START_METHODS, type StartMethod } from '../start-method.ts';
import type { LostState, Readers } from './lost-state.ts';

const LONGEST_VALUE = 40;

/** `work() reads it (line 7) in the children of Pool(…) (line 20)`, for each of the calls that make children. */
export function readersText({ readers }: LostState, verb: string, model: ProcessModel): string {
  return readers.map((each) => readerText(each, verb, model)).join(', and ');
}

function readerText(
  { children, reads: [read] }: Readers,
  verb: string,
  model: ProcessModel,
): string {
  const reader = read.code.way.map((name) => `${name}()`).join(' → ');
  const { node } = children.creation.call;
  const maker = `${callText(node, model)} (line ${rowOf(node, model)})`;
  const place = read.linked
    ? `${read.linked.step.path}, line ${read.linked.step.row}`
    : `line ${rowOf(read.node, model)}`;
  return `${reader} ${verb} it (${place}) in the children of ${maker}`;
}

/** What a child that is not forked finds in place of the parent's value: `gets a NameError`, `finds `None`, …`. */
export function initialText(state: LostState, { semantics }: ProcessModel): string {
  const { initial, variable, readers } = state;
  if (initial.kind === 'missing') {
    return `gets ${variable.attribute === null ? 'a NameError' : 'an AttributeError'}`;
  }
  const linked = readers[0].reads[0].linked?.initial;
  const text =
    initial.kind === 'value' ? semantics.textOf(initial.node).replace(/\s+/g, ' ') : linked;
  if (!text) return 'finds what the import leaves there';
  const short = text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}…` : text;
  return `finds \`${short}\`, as the import leaves it`;
}

/** The start methods under which some of the children lack the value. */
export function startMethodsOf({ readers }: LostState): readonly StartMethod[] {
  return START_METHODS.filter((method) =>
    readers.some(({ children }) => children.startMethods.includes(method)),
  );
}
