import { applyEdits } from '../edits/apply.ts';
import type { Fix } from '../edits/fix.ts';
import type { Source } from '../syntax/source.ts';

/** The text of a file with one fix of a report applied, and no other. */
export function textWith({ edits }: Fix, { text }: Source): string {
  return applyEdits(text, edits);
}
