import path from 'node:path';
import type { Step } from '../../processes/step.ts';
import { MODULE_CODE, type Place } from '../../processes/summary.ts';
import type { Target } from '../../processes/targets.ts';

/** A call in some code of a file, as messages show it. */
export function stepAt(file: string, name: Target, { row, text }: Place): Step {
  return {
    path: shownPath(file),
    inside: name === MODULE_CODE ? null : name.slice(1),
    row,
    text,
  };
}

/** A file as messages show it: relative to the working directory. */
export function shownPath(file: string): string {
  return path.relative('', file);
}
