import { distance } from 'fastest-levenshtein';

/** `; did you mean "…"?` for the candidate that a mistyped word is nearest to, or nothing. */
export function didYouMean(word: string, candidates: Iterable<string>): string {
  const typed = word.toLowerCase();
  let best: string | null = null;
  let least = Math.max(2, Math.ceil(typed.length / 3)) + 1;
  for (const candidate of candidates) {
    const steps = distance(typed, candidate.toLowerCase());
    if (steps < least && steps < candidate.length) [best, least] = [candidate, steps];
  }
  return best === null ? '' : `; did you mean "${best}"?`;
}
