/** What tells starts in different files apart, and what is known of those that are to be forked. */
import type { FileFacts, LinkedStart } from './facts.ts';
import type { Step } from './step.ts';

/** What tells a start from others, whatever lines come before it. */
export function startKey({ path, inside, text }: Step): string {
  return [path, inside ?? '', text].join('\0');
}

/** A file's facts as they would be if some processes that other files start for it were pinned to fork. */
export function withForkedStarts(facts: FileFacts, forked: ReadonlySet<string>): FileFacts {
  const isForked = ({ way }: LinkedStart) => {
    const last = way.at(-1);
    return last !== undefined && forked.has(startKey(last));
  };
  if (![...facts.starts.values()].some(isForked)) return facts;
  const starts = [...facts.starts].map(([target, start]) => {
    return [target, isForked(start) ? { ...start, method: 'fork' as const } : start] as const;
  });
  return { ...facts, starts: new Map(starts) };
}
