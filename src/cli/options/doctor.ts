import type { Argv } from 'yargs';
import { OUTPUT_FORMATS } from '../../config/config.ts';
import { checkFlags, type Flags } from './check.ts';
import { type Args, last, OF_ALL, pythonVersion } from './shared.ts';

/** The flags of `mpfix doctor`. */
export interface DoctorFlags {
  /** Those that it shares with the main command. */
  readonly check: Flags;
  /** Whether leftovers are to be removed. */
  readonly clean: boolean;
}

export function doctorOptions(command: Argv): Argv {
  return command
    .positional('paths', {
      type: 'string',
      array: true,
      describe: 'Files and folders of the project; the current folder if there are none',
    })
    .option('clean', {
      type: 'boolean',
      describe: 'Remove what ended programs left in /dev/shm, and say what was removed',
    })
    .option('output-format', {
      type: 'string',
      choices: OUTPUT_FORMATS,
      coerce: last,
      describe: 'How the report is printed',
    })
    .option('target-version', {
      type: 'string',
      requiresArg: true,
      coerce: pythonVersion('--target-version'),
      describe: 'The oldest Python that the project supports, as 3.9',
    })
    .options(OF_ALL)
    .example('mpfix doctor', 'What matters for processes here?')
    .example('mpfix doctor --clean', 'Remove semaphores and memory that no process holds')
    .example('mpfix doctor --output-format json src/', 'The same, for programs')
    .epilogue(
      "Leftovers are files of yours in /dev/shm that Python made and no process holds; where that can't be told, " +
        'none is removed. Exit code: 0 there are none left; 1 some are; 2 wrong usage.',
    );
}

export function doctorFlags(args: Args): DoctorFlags {
  const { clean, _: command, ...shared } = args;
  // What yargs does not take for a path is behind the command's own name.
  const check = checkFlags({ ...shared, _: (command as unknown[]).slice(1) });
  return { check, clean: clean === true };
}
