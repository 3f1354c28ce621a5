import type { FileResult, ReportedFinding } from '../engine/result.ts';

/** Turns results into what is printed: once for each file, in order, then once at the end. */
export interface Reporter {
  file(result: FileResult, findings: readonly ReportedFinding[]): string | Buffer;
  end(): string;
}
