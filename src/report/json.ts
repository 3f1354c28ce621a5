import type { LocatedEdit, NewFile, ReportedFinding } from '../engine/result.ts';
import { located } from './place.ts';
import type { Reporter } from './reporter.ts';

/** One JSON array over all files, for programs. Rows and columns start at 1, columns count code points. */
export function jsonReporter(): Reporter {
  const records: object[] = [];
  return {
    file: (_, findings) => {
      records.push(...findings.map(findingRecord));
      return '';
    },
    end: () => `${JSON.stringify(records, null, 2)}\n`,
  };
}

/** One finding as programs read it. */
export function findingRecord(finding: ReportedFinding): object {
  const { rule, outcome } = finding;
  return {
    code: rule.code,
    name: rule.name,
    message: finding.message,
    filename: finding.path,
    ...located(finding.start, finding.end),
    start_methods: finding.startMethods,
    fix:
      outcome.kind === 'fix'
        ? {
            applicability: outcome.fix.applicability,
            message: outcome.fix.message,
            edits: outcome.edits.map(edit),
            ...(outcome.fix.creates && { creates: newFile(outcome.fix.creates) }),
          }
        : null,
    ...(outcome.kind === 'refused' && { refusal: outcome.reason }),
    ...(outcome.kind === 'withheld' && { withheld: outcome.reason }),
  };
}

function newFile({ path, text }: NewFile): object {
  return { filename: path, content: text };
}

function edit({ text, start, end }: LocatedEdit): object {
  return { content: text, ...located(start, end) };
}
