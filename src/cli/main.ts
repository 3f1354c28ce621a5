import { transforms } from '../../transforms/index.ts';
import type { Transform } from '../../transforms/transform.ts';
import { UsageError } from '../config/usage-error.ts';
import { FILE_RULES } from '../engine/file-rules.ts';
import { reasonOf } from '../project/read.ts';
import { check } from './check.ts';
import { doctor } from './doctor.ts';
import { explainCommand } from './explain.ts';
import { impact } from './impact.ts';
import { readCommand } from './options.ts';
import type { Io } from './output.ts';
import { Output } from './output.ts';
import { ruleCommand } from './rule.ts';

/** Runs one command line, without node and the script, and gives its exit code. */
export async function main(
  argv: readonly string[],
  io: Io,
  rules: readonly Transform[] = transforms,
): Promise<number> {
  let failure: NodeJS.ErrnoException | null = null;
  io.stdout.on('error', (error: NodeJS.ErrnoException) => {
    // A reader that leaves early, as `head` does, has what it wants.
    if (error.code !== 'EPIPE') failure ??= error;
  });
  const code = await run(argv, io, rules);
  if (!failure) return code;
  await new Output(io.stderr).write(`mpfix: the output can't be written: ${reasonOf(failure)}\n`);
  return 2;
}

async function run(argv: readonly string[], io: Io, rules: readonly Transform[]): Promise<number> {
  try {
    const command = readCommand(argv, io.stderr.columns ?? 80);
    switch (command.kind) {
      case 'print':
        await new Output(io.stdout).write(command.text);
        return 0;
      case 'rule':
        await new Output(io.stdout).write(ruleCommand(command.flags, [...FILE_RULES, ...rules]));
        return 0;
      case 'impact':
        return await impact(command.flags, rules, io);
      case 'explain':
        return await explainCommand(command.flags, rules, io);
      case 'doctor':
        return await doctor(command.flags, rules, io);
      case 'check':
        return await check(command.flags, rules, io);
    }
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    await new Output(io.stderr).write(`mpfix: ${error.message}\n`);
    return 2;
  }
}
