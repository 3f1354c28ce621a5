import { distance } from 'fastest-levenshtein';

/** `; did you mean "…"?` for the candidate that a mistyped word is nearest to, or nothing. */
export function didYouMean(word: string, candidates: Iterable<string>): string {
  const typed = word.toLowerCase();
  const near = Array.from(candidates, (candidate) => ({
    candidate,
    steps: distance(typed, candidate.toLowerCase()),
    shared: sharedPrefix(typed, candidate.toLowerCase()),
  }))
    .filter(({ candidate, steps }) => steps <= Math.min(limit(typed), candidate.length - 1))
    .sort((a, b) => a.steps - b.steps || b.shared - a.shared)[0];
  return near ? `; did you mean "${near.candidate}"?` : '';
}

function limit(typed: string): number {
  return Math.max(2, Math.ceil(typed.length / 3));
}

function sharedPrefix(a: string, b: string): number {
  const end = [...a].findIndex((char, index) => char !== b[index]);
  return end < 0 ? a.length : end;
}
