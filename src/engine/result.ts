import type { Rule } from '../../transforms/transform.ts';
import type { Edit, Fix, NewFile } from '../edits/fix.ts';
import type { PinDemand } from '../processes/facts.ts';
import type { StartMethod } from '../processes/start-method.ts';
import type { Position } from '../syntax/lines.ts';
import type { Problem, Source } from '../syntax/source.ts';

export type { NewFile };

/** A finding as reports show it: places for people, the source line, and the fix or why there is none. */
export interface ReportedFinding {
  readonly rule: Rule;
  readonly path: string;
  readonly message: string;
  readonly from: number;
  readonly to: number;
  readonly start: Position;
  readonly end: Position;
  /** The source line that the finding starts in, without its line break; null where no text could be read. */
  readonly line: string | null;
  readonly startMethods: readonly StartMethod[];
  readonly outcome: FixOutcome;
}

export type FixOutcome =
  | { readonly kind: 'fix'; readonly fix: Fix; readonly edits: readonly LocatedEdit[] }
  /** The transform gave no fix, and says why. */
  | { readonly kind: 'refused'; readonly reason: string }
  /** The transform gave a fix that did not pass verification, so it is not written. */
  | { readonly kind: 'withheld'; readonly reason: string };

export interface LocatedEdit extends Edit {
  readonly start: Position;
  readonly end: Position;
}

/** What became of one file. Nothing is written yet. */
export interface FileResult {
  readonly path: string;
  /** Null where the file could not be read or decoded. */
  readonly source: Source | null;
  /** Why the file could not be processed; also among the findings, as MP001 or MP002. */
  readonly problem: Problem | null;
  /** What a report shows: the findings in the text as it is in the file. */
  readonly findings: readonly ReportedFinding[];
  /** The text with the fixes applied that were asked for; null where that changes nothing. */
  readonly fixedText: string | null;
  /** The files that the fixes in `fixedText` need. */
  readonly creates: readonly NewFile[];
  /** What its findings need of the processes that other files start. */
  readonly demands: readonly PinDemand[];
  /** What other files need of its processes, and will have. */
  readonly met: readonly PinDemand[];
  /** The findings whose fixes are in `fixedText`, over all passes. */
  readonly applied: readonly ReportedFinding[];
  /** The findings that are left in `fixedText`, or in the text where nothing was changed. */
  readonly remaining: readonly ReportedFinding[];
}
