import type { Transform } from '../../transforms/transform.ts';
import { type Impact, impactOfChange } from '../impact/impact.ts';
import { discover } from '../project/discover.ts';
import { impactJson } from '../report/impact/json.ts';
import { impactMarkdown } from '../report/impact/markdown.ts';
import { impactText } from '../report/impact/text.ts';
import type { ImpactFlags, ImpactFormat } from './options.ts';
import { type Io, Output, usesColor } from './output.ts';
import { planRun } from './plan.ts';
import { Progress } from './progress.ts';

/** `mpfix impact`: what a change of the default start method breaks. Gives the exit code; throws UsageError. */
export async function impact(
  flags: ImpactFlags,
  transforms: readonly Transform[],
  io: Io,
): Promise<number> {
  const plan = planRun(flags.check, transforms);
  const progress = new Progress(io.stderr);
  const stderr = new Output(io.stderr);
  const warn = async (message: string) => {
    progress.clear();
    await stderr.write(`mpfix: ${message}\n`);
  };
  const { files, empty } = await discover(plan.paths, plan.excluded);
  for (const folder of empty) {
    await warn(`no Python files in ${folder}; files that .gitignore names are left out`);
  }
  const options = { ...plan.engine, transforms };
  const found = await impactOfChange(files, { from: flags.from, to: flags.to }, options, {
    progress: progress.update.bind(progress),
    warn,
  });
  progress.clear();
  await new Output(io.stdout).write(
    REPORTS[flags.format](found, usesColor(flags.check.color, io.stdout, io.env)),
  );
  for (const { path, reason } of found.skipped) {
    await warn(`${path} could not be processed, so what it starts is not known: ${reason}`);
  }
  return exitCode(found);
}

const REPORTS: Readonly<Record<ImpactFormat, (impact: Impact, color: boolean) => string>> = {
  text: impactText,
  json: impactJson,
  markdown: impactMarkdown,
};

function exitCode({ skipped, verdicts }: Impact): number {
  if (skipped.length > 0) return 2;
  return verdicts.every(({ kind }) => kind === 'safe') ? 0 : 1;
}
