import type { FileResult, FixOutcome, ReportedFinding } from '../../src/engine/result.ts';
import { LineIndex } from '../../src/syntax/lines.ts';
import type { Rule } from '../../transforms/transform.ts';

export const RULE: Rule = {
  code: 'MP201',
  name: 'lambda-worker',
  summary: 'a lambda as a worker',
  why: 'A lambda has no name that a child could find it by.',
  startMethods: ['spawn', 'forkserver'],
  fixable: 'safe',
  fixSafety: 'The function is the same, and has a name.',
  references: ['https://docs.python.org/3/library/pickle.html'],
};

/** A finding about the first `marked` in a text. */
export function findingIn(
  text: string,
  marked: string,
  outcome: FixOutcome = { kind: 'refused', reason: 'it captures self' },
): ReportedFinding {
  const lines = new LineIndex(text);
  const from = text.indexOf(marked);
  const to = from + marked.length;
  return {
    rule: RULE,
    path: 'a.py',
    message: 'a lambda can not be sent to a child',
    from,
    to,
    start: lines.positionOf(from),
    end: lines.positionOf(to),
    line: lines.textOf(lines.lineAt(from)),
    startMethods: RULE.startMethods,
    outcome,
  };
}

export function resultOf(findings: readonly ReportedFinding[]): FileResult {
  return {
    path: 'a.py',
    source: null,
    problem: null,
    findings,
    fixedText: null,
    creates: [],
    demands: [],
    met: [],
    applied: [],
    remaining: findings,
  };
}
