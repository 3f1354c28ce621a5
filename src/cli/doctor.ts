import type { Transform } from '../../transforms/transform.ts';
import { clean, type Diagnosis, diagnose, hasLeftovers } from '../doctor/doctor.ts';
import { type Machine, thisMachine } from '../doctor/machine.ts';
import { discover } from '../project/discover.ts';
import { doctorJson, doctorText } from '../report/doctor.ts';
import type { DoctorFlags } from './options/doctor.ts';
import { type Io, Output } from './output.ts';
import { folderOf, planRun } from './plan.ts';
import { Progress } from './progress.ts';

/** `mpfix doctor`: looks at the machine and a project. Gives the exit code; throws UsageError. */
export async function doctor(
  flags: DoctorFlags,
  transforms: readonly Transform[],
  io: Io,
  machine: Machine = thisMachine(io.env),
): Promise<number> {
  const plan = planRun(flags.check, transforms);
  const progress = new Progress(io.stderr);
  const stderr = new Output(io.stderr);
  const listener = {
    progress: progress.update.bind(progress),
    warn: async (message: string) => {
      progress.clear();
      await stderr.write(`mpfix: ${message}\n`);
    },
  };
  const { files } = await discover(plan.paths, plan.excluded);
  const folder = folderOf(plan.paths[0] ?? '.');
  const subject = { machine, folder, files, settings: plan.engine.settings };
  const found = await diagnose(subject, listener);
  progress.clear();
  const diagnosis = flags.clean ? clean(found, machine) : found;
  await new Output(io.stdout).write(REPORTS[flags.check.outputFormat ?? 'text'](diagnosis));
  return hasLeftovers(diagnosis) ? 1 : 0;
}

const REPORTS: Readonly<Record<'text' | 'json', (diagnosis: Diagnosis) => string>> = {
  text: doctorText,
  json: doctorJson,
};
