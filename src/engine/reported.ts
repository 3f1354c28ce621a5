import type { Finding, Rule } from '../../transforms/transform.ts';
import type { Fix } from '../edits/fix.ts';
import type { ProcessModel } from '../processes/model.ts';
import type { LineIndex } from '../syntax/lines.ts';
import type { Problem, Source } from '../syntax/source.ts';
import { INVALID_SYNTAX, UNREADABLE } from './file-rules.ts';
import type { FileResult, FixOutcome, ReportedFinding } from './result.ts';

/** What came of asking for a fix, before its places are named. */
export type Outcome =
  | { readonly kind: 'fix'; readonly fix: Fix }
  | { readonly kind: 'refused' | 'withheld'; readonly reason: string };

/** A finding with its places named for people. */
export function reportFinding(
  rule: Rule,
  finding: Finding,
  outcome: Outcome,
  model: ProcessModel,
): ReportedFinding {
  const { lines, notebook } = model.tree;
  const asWritten = (text: string) => notebook?.restored(text) ?? text;
  return {
    rule,
    path: model.path,
    message: sentence(asWritten(finding.message)),
    from: finding.from,
    to: finding.to,
    start: lines.positionOf(finding.from),
    end: lines.positionOf(finding.to),
    line: asWritten(lines.textOf(lines.lineAt(finding.from))),
    startMethods: finding.startMethods ?? rule.startMethods,
    outcome:
      outcome.kind === 'fix'
        ? locatedFix(outcome.fix, lines, asWritten)
        : { ...outcome, reason: ended(asWritten(outcome.reason)) },
  };
}

function locatedFix(fix: Fix, lines: LineIndex, asWritten: (text: string) => string): FixOutcome {
  const edits = fix.edits.map((edit) => ({
    ...edit,
    text: asWritten(edit.text),
    start: lines.positionOf(edit.from),
    end: lines.positionOf(edit.to),
  }));
  return { kind: 'fix', fix, edits };
}

/**
 * The result for a file that can't be processed: one finding, MP001 or MP002. `source` and `lines` are null where
 * no text could be read; the finding then stands at the file's beginning.
 */
export function problemResult(
  path: string,
  source: Source | null,
  problem: Problem,
  lines: LineIndex | null,
): FileResult {
  const rule = problem.kind === 'unreadable' ? UNREADABLE : INVALID_SYNTAX;
  const from = problem.offset ?? 0;
  const place = lines?.positionOf(from) ?? { row: 1, column: 1 };
  const finding: ReportedFinding = {
    rule,
    path,
    message: sentence(problem.message),
    from,
    to: from,
    start: place,
    end: place,
    line: lines?.textOf(lines.lineAt(from)) ?? null,
    startMethods: rule.startMethods,
    outcome: { kind: 'refused', reason: 'the file is left as it is.' },
  };
  return {
    path,
    source,
    problem,
    findings: [finding],
    fixedText: null,
    creates: [],
    demands: [],
    met: [],
    applied: [],
    remaining: [finding],
  };
}

/** A message as a sentence: a capital letter, unless it begins with code, and an end. */
function sentence(text: string): string {
  return ended(text.replace(/^[a-z](?=[a-z]*[ ,])/, (letter) => letter.toUpperCase()));
}

function ended(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}
