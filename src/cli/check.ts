import type { Transform } from '../../transforms/transform.ts';
import type { FileResult, NewFile, ReportedFinding } from '../engine/result.ts';
import { discover, type InputFile } from '../project/discover.ts';
import type { ProjectFacts } from '../project/facts.ts';
import { analyseBytes, analyseProject, factsOfProject, type Outcome } from '../project/run.ts';
import { createFile, writeBack } from '../project/write.ts';
import { diffReporter } from '../report/diff.ts';
import { jsonReporter } from '../report/json.ts';
import type { Reporter } from '../report/reporter.ts';
import { textReporter } from '../report/text.ts';
import { encode } from '../syntax/decode.ts';
import type { Flags } from './options/check.ts';
import { type Io, Output, readAll, usesColor } from './output.ts';
import { type PatchNames, patchNames } from './patch-names.ts';
import { type Plan, planRun } from './plan.ts';
import { Progress } from './progress.ts';
import { Tally } from './tally.ts';

/** The main command: report, `--dry-run` or `--write`. Gives the exit code; throws UsageError. */
export async function check(
  flags: Flags,
  transforms: readonly Transform[],
  io: Io,
): Promise<number> {
  const plan = planRun(flags, transforms);
  const run = new CheckRun(plan, flags, io);
  await (plan.stdin === null ? run.files() : run.stdin(plan.stdin));
  return run.finish();
}

class CheckRun {
  private readonly tally: Tally;
  private readonly progress: Progress;
  private readonly stdout: Output;
  private readonly stderr: Output;
  private readonly findings: Reporter;
  /** For the findings that are not on standard output because a patch or a program is. */
  private readonly leftovers: Reporter;
  private readonly left: (string | Buffer)[] = [];
  /** What became of the files that fixes need. */
  private readonly created = new Map<string, string | null>();

  constructor(
    private readonly plan: Plan,
    private readonly flags: Flags,
    private readonly io: Io,
  ) {
    this.tally = new Tally(plan.mode);
    this.progress = new Progress(io.stderr);
    this.stdout = new Output(io.stdout);
    this.stderr = new Output(io.stderr);
    this.leftovers = textReporter(usesColor(flags.color, io.stderr, io.env));
    this.findings =
      plan.format === 'json'
        ? jsonReporter()
        : textReporter(usesColor(flags.color, io.stdout, io.env));
  }

  async files(): Promise<void> {
    const { files, empty, closed } = await discover(this.plan.paths, this.plan.excluded);
    for (const folder of empty) {
      await this.warn(`no Python files in ${folder}; files that .gitignore names are left out`);
    }
    for (const message of closed) {
      this.tally.closed();
      await this.warn(message);
    }
    const listener = {
      progress: this.progress.update.bind(this.progress),
      warn: (message: string) => this.warn(message),
    };
    const facts = await factsOfProject(files, listener, this.pinModule);
    const names = patchNames(files, pinPaths(files, facts));
    if (this.printsPatch && names.note) await this.warn(names.note);
    const diff = this.patchReporter(names);
    for await (const outcome of analyseProject(files, facts, this.plan.engine, listener)) {
      await this.take(outcome, (result) =>
        this.plan.mode === 'write' ? this.write(result) : this.show(result, diff),
      );
      if (this.stdout.isClosed && this.plan.mode !== 'write') break;
    }
  }

  async stdin(name: string): Promise<void> {
    const bytes = await readAll(this.io.stdin);
    const diff = this.patchReporter(patchNames([]));
    const outcome = await analyseBytes(name, bytes, this.plan.engine);
    if (this.plan.mode !== 'write') {
      await this.take(outcome, (result) => this.show(result, diff));
      return;
    }
    // A filter gives back what it could not work on, so that nothing is lost in a pipe.
    const { source = null, fixedText = null } = outcome.kind === 'analysed' ? outcome.result : {};
    await this.stdout.write(source && fixedText !== null ? encode(source, fixedText) : bytes);
    await this.take(outcome, async (result) => this.leave(result, result.remaining));
  }

  /** Prints what comes last, and gives the exit code. */
  async finish(): Promise<number> {
    this.progress.clear();
    const isFilter = this.plan.stdin !== null && this.plan.mode === 'write';
    if (!this.printsPatch && !isFilter) await this.stdout.write(this.findings.end());
    for (const text of this.left) await this.stderr.write(text);
    await this.stderr.write(this.tally.summary());
    return this.tally.exitCode;
  }

  private get pinModule(): string | null {
    const { strategy, pinModule } = this.plan.engine.settings;
    return strategy === 'picklable' ? null : pinModule;
  }

  private patchReporter(names: PatchNames): Reporter {
    return diffReporter(names.nameOf, usesColor(this.flags.color, this.io.stdout, this.io.env));
  }

  private get printsPatch(): boolean {
    return this.plan.mode === 'dry-run' && this.plan.format === 'text';
  }

  /** Counts a file; `act` prints or writes it, and gives the reason where it could not. */
  private async take(
    outcome: Outcome,
    act: (result: FileResult) => Promise<string | undefined>,
  ): Promise<void> {
    if (outcome.kind === 'passed') {
      this.tally.file('clean');
      return;
    }
    if (outcome.kind === 'crashed') {
      this.tally.file('failed');
      await this.warn(`${outcome.path}: mpfix failed on this file: ${outcome.reason}`);
      return;
    }
    const result = this.selected(outcome.result);
    const failure = await act(result);
    if (failure !== undefined) {
      this.tally.file('failed');
      await this.warn(`${result.path}: not written: ${failure}`);
      return;
    }
    this.count(result);
  }

  private count(result: FileResult): void {
    this.tally.fixes(result.applied, result.remaining);
    this.tally.creates(result.creates);
    if (result.problem) this.tally.skipped(result.findings.length > 0);
    else if (result.fixedText !== null) this.tally.file('changed');
    else this.tally.file(result.remaining.length > 0 ? 'with findings' : 'clean');
  }

  private async show(result: FileResult, diff: Reporter): Promise<undefined> {
    this.progress.clear();
    if (!this.printsPatch) {
      await this.stdout.write(this.findings.file(result, result.findings));
      return;
    }
    await this.stdout.write(diff.file(result, []));
    this.leave(result, result.remaining);
  }

  private async write(result: FileResult): Promise<string | undefined> {
    if (result.source && result.fixedText !== null) {
      const missing = await this.create(result.creates);
      if (missing !== undefined) return missing;
      const failure = await writeBack(result.source, result.fixedText);
      if (failure !== null) return failure;
    }
    this.progress.clear();
    await this.stdout.write(this.findings.file(result, result.remaining));
    return undefined;
  }

  /** Makes the files that a result needs, each once in a run; gives the reason where one can't be made. */
  private async create(files: readonly NewFile[]): Promise<string | undefined> {
    for (const file of files) {
      let failure = this.created.get(file.path);
      if (failure === undefined) {
        failure = await createFile(file);
        this.created.set(file.path, failure);
      }
      if (failure !== null) return `${file.path}, which it needs, can't be made: ${failure}`;
    }
    return undefined;
  }

  private leave(result: FileResult, findings: readonly ReportedFinding[]): undefined {
    this.left.push(this.leftovers.file(result, findings));
  }

  /** The result without findings of file rules that are ignored, in the order of the text. */
  private selected(result: FileResult): FileResult {
    const chosen = (findings: readonly ReportedFinding[]) =>
      findings
        .filter(({ rule }) => this.plan.codes.has(rule.code))
        .sort((a, b) => a.from - b.from || (a.rule.code < b.rule.code ? -1 : 1));
    return {
      ...result,
      findings: chosen(result.findings),
      remaining: chosen(result.remaining),
    };
  }

  private async warn(message: string): Promise<void> {
    this.progress.clear();
    await this.stderr.write(`mpfix: ${message}\n`);
  }
}

/** The new files that fixes may need. */
function pinPaths(files: readonly InputFile[], facts: ProjectFacts): string[] {
  return files.flatMap((file) => {
    const { pin } = facts.of(file);
    return pin && 'path' in pin && !pin.exists ? [pin.path] : [];
  });
}
