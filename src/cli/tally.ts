import type { NewFile, ReportedFinding } from '../engine/result.ts';

/** What a file counts as; the counts of all kinds add up to the files seen. */
export type FileKind = 'changed' | 'with findings' | 'clean' | 'skipped' | 'failed';

export type Mode = 'report' | 'dry-run' | 'write';

/** Counts files and fixes, and puts the counts into sentences. */
export class Tally {
  private readonly files: Record<FileKind, number> = {
    changed: 0,
    'with findings': 0,
    clean: 0,
    skipped: 0,
    failed: 0,
  };
  private applied = 0;
  private safe = 0;
  private unsafe = 0;
  private withheld = 0;
  private findings = 0;
  private unprocessed = 0;
  private readonly created = new Set<string>();

  constructor(private readonly mode: Mode) {}

  file(kind: Exclude<FileKind, 'skipped'>): void {
    this.files[kind]++;
    if (kind === 'failed') this.unprocessed++;
  }

  /** A file that could not be processed; `isReported` is false where its rule is ignored. */
  skipped(isReported: boolean): void {
    this.files.skipped++;
    if (isReported) this.unprocessed++;
  }

  /** A folder that could not be looked into: nobody knows how many files are in it. */
  closed(): void {
    this.unprocessed++;
  }

  /** Counts the findings of a file: what was applied, or would be, and what is left. */
  fixes(applied: readonly ReportedFinding[], remaining: readonly ReportedFinding[]): void {
    this.applied += applied.length;
    this.findings += remaining.length;
    for (const { outcome } of remaining) {
      if (outcome.kind === 'withheld') this.withheld++;
      else if (outcome.kind === 'fix' && outcome.fix.applicability === 'safe') this.safe++;
      else if (outcome.kind === 'fix' && outcome.fix.applicability === 'unsafe') this.unsafe++;
    }
  }

  creates(files: readonly NewFile[]): void {
    for (const { path } of files) this.created.add(path);
  }

  /** 0: nothing left to do; 1: findings remain, or would be changed; 2: a file could not be processed. */
  get exitCode(): number {
    if (this.unprocessed > 0) return 2;
    const wouldChange = this.mode === 'dry-run' && this.files.changed > 0;
    return this.findings > 0 || wouldChange ? 1 : 0;
  }

  get changed(): number {
    return this.files.changed;
  }

  summary(): string {
    const { files } = this;
    const seen = Object.values(files).reduce((sum, count) => sum + count, 0);
    const changed = this.mode === 'dry-run' ? 'would change' : 'changed';
    const counts = [
      `${files.changed} ${changed}`,
      `${files['with findings']} with findings`,
      `${files.clean} clean`,
      `${files.skipped} skipped`,
      `${files.failed} failed`,
    ];
    return [`${plural(seen, 'file')} seen: ${counts.join(', ')}`, ...this.fixSentences()]
      .map((line) => `${line}\n`)
      .join('');
  }

  private fixSentences(): string[] {
    const sentences: string[] = [];
    const { applied, safe, unsafe, withheld } = this;
    if (applied > 0) {
      sentences.push(
        `${plural(applied, 'fix', 'fixes')} ${this.mode === 'write' ? 'applied' : 'in the patch'}`,
      );
    }
    if (this.created.size > 0) {
      const verb = this.mode === 'write' ? 'created' : 'would be created';
      const names = [...this.created];
      const more = names.length > NAMED ? `, and ${names.length - NAMED} more` : '';
      sentences.push(
        `${plural(names.length, 'file')} ${verb}: ${names.slice(0, NAMED).join(', ')}${more}`,
      );
    }
    if (safe > 0) {
      sentences.push(
        `${plural(safe, 'safe fix', 'safe fixes')}: --dry-run shows the patch, --write applies it`,
      );
    }
    if (unsafe > 0) {
      const flags = this.mode === 'report' ? '--dry-run --unsafe-fixes' : '--unsafe-fixes';
      sentences.push(
        `${plural(unsafe, 'unsafe fix', 'unsafe fixes')} held back: ${flags} includes ${unsafe === 1 ? 'it' : 'them'}`,
      );
    }
    if (withheld > 0) {
      sentences.push(
        `${plural(withheld, 'fix', 'fixes')} withheld: verification failed, see the report`,
      );
    }
    return sentences;
  }
}

/** How many new files are named. */
const NAMED = 5;

function plural(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
