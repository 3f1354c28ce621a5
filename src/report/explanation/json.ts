import type { Failure } from '../../explain/tracebacks.ts';
import { findingRecord } from '../json.ts';
import type { Answered, Explained } from './answered.ts';

/** An answer for programs. */
export function explanationJson(answer: Answered): string {
  return `${JSON.stringify(
    {
      python: answer.python === null ? null : `3.${answer.python}`,
      start_method: answer.startMethod,
      explanations: answer.explanations.map(record),
      consequences: answer.consequences.map(record),
      not_recognised: answer.unknown.map(unknown),
    },
    null,
    2,
  )}\n`;
}

function record(one: Explained): object {
  return {
    id: one.id,
    title: one.title,
    message: one.message,
    process: one.process,
    in_child: one.isInChild,
    times: one.times,
    what_happened: one.happened,
    what_to_do: one.advice,
    start_methods: one.startMethods,
    rules: one.rules,
    files_searched: one.searched,
    finding: one.shown && { ...findingRecord(one.shown.finding), patch: one.shown.patch },
  };
}

function unknown({ message, isInChild, process }: Failure): object {
  return { message, process, in_child: isInChild };
}
