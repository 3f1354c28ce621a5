import type { Argv } from 'yargs';
import { OUTPUT_FORMATS, type OutputFormat } from '../../config/config.ts';
import { UsageError } from '../../config/usage-error.ts';
import { PICKLERS, type Pickler, STRATEGIES, type Strategy } from '../../processes/settings.ts';
import { START_METHODS, type StartMethod } from '../../processes/start-method.ts';
import type { ColorMode } from '../output.ts';
import { type Args, last, list, OF_ALL, pythonVersion } from './shared.ts';

export const STDIN = '<stdin>';

/** The flags of the main command; null or an empty list where a flag was not given. */
export interface Flags {
  /** `STDIN` stands for standard input. */
  readonly paths: readonly string[];
  readonly dryRun: boolean;
  readonly write: boolean;
  readonly unsafeFixes: boolean | null;
  readonly select: readonly string[];
  readonly ignore: readonly string[];
  readonly outputFormat: OutputFormat | null;
  readonly stdinFilename: string | null;
  readonly startMethod: StartMethod | null;
  readonly strategy: Strategy | null;
  readonly pickler: Pickler | null;
  /** The minor version of the oldest Python that the project supports. */
  readonly targetVersion: number | null;
  /** The minor version of the Python that the project moves to. */
  readonly targetPython: number | null;
  readonly prefilter: boolean | null;
  readonly config: string | null;
  readonly isolated: boolean;
  readonly color: ColorMode;
}

export function checkOptions(command: Argv): Argv {
  return command
    .positional('paths', {
      type: 'string',
      array: true,
      describe: 'Files and folders; - is standard input; the current folder if there are none',
    })
    .option('dry-run', { type: 'boolean', describe: 'Print one patch of all fixes; write nothing' })
    .option('write', { type: 'boolean', describe: 'Apply the fixes in place' })
    .option('unsafe-fixes', {
      type: 'boolean',
      describe: 'Include fixes that can change what a correct program does',
    })
    .option('select', list('Rules to use: codes, names or code prefixes'))
    .option('ignore', list('Rules not to use'))
    .option('output-format', {
      type: 'string',
      choices: OUTPUT_FORMATS,
      coerce: last,
      describe: 'How findings are printed',
    })
    .option('stdin-filename', {
      type: 'string',
      requiresArg: true,
      coerce: last,
      describe: 'The name that standard input has in reports',
    })
    .option('start-method', {
      type: 'string',
      choices: START_METHODS,
      coerce: last,
      describe: 'Have every main module set this start method',
    })
    .option('strategy', {
      type: 'string',
      choices: STRATEGIES,
      coerce: last,
      describe:
        'What needs fork: make it work without (picklable), keep fork where it exists (pin-fork), or the second ' +
        'where the first has no safe fix (per-site)',
    })
    .option('pickler', {
      type: 'string',
      choices: PICKLERS,
      coerce: last,
      describe:
        'Have this package pickle lambdas, local functions and classes by value, where they would be moved',
    })
    .option('target-version', {
      type: 'string',
      requiresArg: true,
      coerce: pythonVersion('--target-version'),
      describe: 'The oldest Python that the project supports, as 3.9',
    })
    .option('target-python', {
      type: 'string',
      requiresArg: true,
      coerce: pythonVersion('--target-python'),
      describe: 'Only what breaks with the default start method of this Python on Linux, as 3.14',
    })
    .option('prefilter', {
      type: 'boolean',
      describe: 'Look only at files that mention processes (--no-prefilter: at all)',
    })
    .options(OF_ALL)
    .example('mpfix .', 'Report what is wrong in the current folder')
    .example('mpfix --dry-run src/ > fixes.patch', 'Make a patch for git apply')
    .example('mpfix --write train.py', 'Repair a program in place')
    .example('mpfix --select MP2,unguarded-start .', 'Use only some rules')
    .example('mpfix --target-python 3.14 src/', 'Report only what Python 3.14 breaks on Linux')
    .example('mpfix --strategy pin-fork --dry-run .', 'Keep fork where the program needs it')
    .example('mpfix impact', 'What breaks when fork is no longer the default?')
    .example('mpfix doctor', 'What matters for processes on this machine?')
    .example('mpfix rule MP201', 'Read why a rule exists')
    .example('python train.py 2>&1 | mpfix explain', 'What does this traceback mean?')
    .epilogue(
      'Exit code: 0 nothing left to do; 1 findings remain, or would be changed; ' +
        '2 wrong usage, or a file that could not be processed; 130 interrupted.',
    );
}

export function checkFlags(args: Args): Flags {
  const flags: Flags = {
    paths: [...((args['paths'] as string[]) ?? []), ...(args['_'] as unknown[]).map(String)],
    dryRun: args['dry-run'] === true,
    write: args['write'] === true,
    unsafeFixes: (args['unsafe-fixes'] as boolean | undefined) ?? null,
    select: (args['select'] as string[] | undefined) ?? [],
    ignore: (args['ignore'] as string[] | undefined) ?? [],
    outputFormat: (args['output-format'] as OutputFormat | undefined) ?? null,
    stdinFilename: (args['stdin-filename'] as string | undefined) ?? null,
    startMethod: (args['start-method'] as StartMethod | undefined) ?? null,
    strategy: (args['strategy'] as Strategy | undefined) ?? null,
    pickler: (args['pickler'] as Pickler | undefined) ?? null,
    targetVersion: (args['target-version'] as number | undefined) ?? null,
    targetPython: (args['target-python'] as number | undefined) ?? null,
    prefilter: (args['prefilter'] as boolean | undefined) ?? null,
    config: (args['config'] as string | undefined) ?? null,
    isolated: args['isolated'] === true,
    color: (args['color'] as ColorMode | undefined) ?? 'auto',
  };
  if (flags.dryRun && flags.write) throw new UsageError('--dry-run and --write exclude each other');
  if (flags.isolated && flags.config !== null)
    throw new UsageError('--isolated and --config exclude each other');
  return flags;
}
