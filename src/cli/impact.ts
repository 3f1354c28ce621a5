import type { Transform } from '../../transforms/transform.ts';
import { FIRST_WITH_FORKSERVER, newestTarget } from '../config/target-version.ts';
import { UsageError } from '../config/usage-error.ts';
import { type Impact, impactOfChange } from '../impact/impact.ts';
import type { MethodChange } from '../processes/start-method.ts';
import { discover } from '../project/discover.ts';
import { impactJson } from '../report/impact/json.ts';
import { impactMarkdown } from '../report/impact/markdown.ts';
import { impactText } from '../report/impact/text.ts';
import type { ImpactFlags, ImpactFormat } from './options/impact.ts';
import { type Io, Output, usesColor } from './output.ts';
import { changeTo, folderOf, planRun } from './plan.ts';
import { Progress } from './progress.ts';

/** `mpfix impact`: what a change of the default start method breaks. Gives the exit code; throws UsageError. */
export async function impact(
  flags: ImpactFlags,
  transforms: readonly Transform[],
  io: Io,
): Promise<number> {
  const plan = planRun({ ...flags.check, targetPython: null }, transforms);
  const change = changeOf(flags);
  const progress = new Progress(io.stderr);
  const stderr = new Output(io.stderr);
  const warn = async (message: string) => {
    progress.clear();
    await stderr.write(`mpfix: ${message}\n`);
  };
  const note = noteOn(flags, folderOf(plan.paths[0] ?? '.'));
  if (note !== null) await warn(note);
  const { files, empty, closed } = await discover(plan.paths, plan.excluded);
  for (const folder of empty) {
    await warn(`no Python files in ${folder}; files that .gitignore names are left out`);
  }
  for (const message of closed) await warn(message);
  // What can be kept on fork is no repair of what the change breaks.
  const settings = { ...plan.engine.settings, strategy: 'picklable' as const };
  const options = { ...plan.engine, transforms, settings };
  const found = await impactOfChange(files, change, options, {
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

/** The change that the flags ask about; without any that of the first Python which changes the default. */
function changeOf({ from, to, check }: ImpactFlags): MethodChange {
  const wanted = to ?? changeTo(check.targetPython ?? FIRST_WITH_FORKSERVER).to;
  if (wanted === from) throw new UsageError(`the start method is ${from} before and after`);
  return { from, to: wanted };
}

/** What a user should know who asks about no Python in particular, or null. */
function noteOn({ to, check }: ImpactFlags, folder: string): string | null {
  const newest = to || check.targetPython || check.isolated ? null : newestTarget(folder);
  return newest !== null && newest < FIRST_WITH_FORKSERVER
    ? `requires-python allows no Python after 3.${newest}; this is what 3.${FIRST_WITH_FORKSERVER} would change`
    : null;
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
