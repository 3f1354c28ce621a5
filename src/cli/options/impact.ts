import type { Argv } from 'yargs';
import { UsageError } from '../../config/usage-error.ts';
import { START_METHODS, type StartMethod } from '../../processes/start-method.ts';
import { checkFlags, type Flags } from './check.ts';
import { type Args, last, OF_ALL, pythonVersion } from './shared.ts';

/** The flags of `mpfix impact`. */
export interface ImpactFlags {
  /** Those that it shares with the main command. */
  readonly check: Flags;
  readonly from: StartMethod;
  /** Null where only a version of Python says it. */
  readonly to: StartMethod | null;
  readonly format: ImpactFormat;
}

export const IMPACT_FORMATS = ['text', 'json', 'markdown'] as const;

export type ImpactFormat = (typeof IMPACT_FORMATS)[number];

export function impactOptions(command: Argv): Argv {
  return command
    .positional('paths', {
      type: 'string',
      array: true,
      describe: 'Files and folders; the current folder if there are none',
    })
    .option('from', {
      type: 'string',
      choices: START_METHODS,
      coerce: last,
      default: 'fork',
      describe: 'The start method under which the programs work today',
    })
    .option('to', {
      type: 'string',
      choices: START_METHODS,
      coerce: last,
      describe:
        'The start method that they are to work under; else the default of the Python on Linux',
    })
    .option('target-python', {
      type: 'string',
      requiresArg: true,
      coerce: pythonVersion('--target-python'),
      describe: 'The Python that the programs move to, as 3.14',
    })
    .option('output-format', {
      type: 'string',
      choices: IMPACT_FORMATS,
      coerce: last,
      default: 'text',
      describe: 'How the report is printed',
    })
    .options(OF_ALL)
    .example('mpfix impact', 'What breaks here with Python 3.14 on Linux?')
    .example('mpfix impact --to spawn src/', 'What breaks on Windows and macOS?')
    .example('mpfix impact --output-format markdown > impact.md', 'A page for the team')
    .epilogue(
      'Each place that starts processes is safe (proven), fixed by rules, in need of fork or of a repair by hand, ' +
        'or unknown. Exit code: 0 all are safe; 1 some are not; 2 wrong usage, or a file that could not be processed.',
    );
}

export function impactFlags(args: Args): ImpactFlags {
  const { from, to, 'output-format': format, _: command, ...shared } = args;
  if (from === to) throw new UsageError('--from and --to name the same start method');
  return {
    // What yargs does not take for a path is behind the command's own name.
    check: checkFlags({ ...shared, _: (command as unknown[]).slice(1) }),
    from: from as StartMethod,
    to: (to as StartMethod | undefined) ?? null,
    format: format as ImpactFormat,
  };
}
