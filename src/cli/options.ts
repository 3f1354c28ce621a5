import yargs, { type Argv } from 'yargs';
import { OUTPUT_FORMATS, type OutputFormat } from '../config/config.ts';
import { didYouMean } from '../config/suggest.ts';
import { minorOf } from '../config/target-version.ts';
import { UsageError } from '../config/usage-error.ts';
import { PICKLERS, type Pickler, STRATEGIES, type Strategy } from '../processes/settings.ts';
import { START_METHODS, type StartMethod } from '../processes/start-method.ts';
import type { ColorMode } from './output.ts';
import { VERSION } from './version.ts';

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

export interface RuleFlags {
  readonly code: string | null;
  readonly all: boolean;
  readonly outputFormat: OutputFormat;
}

/** The flags of `mpfix explain`. */
export interface ExplainFlags {
  /** Those that it shares with the main command. */
  readonly check: Flags;
  /** Files with what is to be explained, or the words themselves; standard input where there is none. */
  readonly texts: readonly string[];
  /** Where the program is. */
  readonly source: string | null;
  readonly outputFormat: OutputFormat;
}

/** The flags of `mpfix doctor`. */
export interface DoctorFlags {
  /** Those that it shares with the main command. */
  readonly check: Flags;
  /** Whether leftovers are to be removed. */
  readonly clean: boolean;
}

/** What the user asked for. `print` is help or the version. */
export type Command =
  | { readonly kind: 'check'; readonly flags: Flags }
  | { readonly kind: 'rule'; readonly flags: RuleFlags }
  | { readonly kind: 'impact'; readonly flags: ImpactFlags }
  | { readonly kind: 'explain'; readonly flags: ExplainFlags }
  | { readonly kind: 'doctor'; readonly flags: DoctorFlags }
  | { readonly kind: 'print'; readonly text: string };

export const STDIN = '<stdin>';

const COLOR_MODES: readonly ColorMode[] = ['auto', 'always', 'never'];

/** Reads the command line, without node and the script. Throws UsageError. */
export function readCommand(argv: readonly string[], width: number): Command {
  let command: Command | null = null;
  let printed = '';
  yargs()
    .scriptName('mpfix')
    .locale('en')
    .wrap(Math.min(100, width))
    .parserConfiguration({ 'camel-case-expansion': false, 'parse-positional-numbers': false })
    .command(
      '$0 [paths..]',
      'Find multiprocessing mistakes in Python programs, and repair them',
      checkOptions,
      (args) => {
        command = { kind: 'check', flags: checkFlags(args) };
      },
    )
    .command('rule [code]', 'Print the page of a rule', ruleOptions, (args) => {
      command = { kind: 'rule', flags: ruleFlags(args) };
    })
    .command(
      'impact [paths..]',
      'Say what a change of the default start method breaks, and where',
      impactOptions,
      (args) => {
        command = { kind: 'impact', flags: impactFlags(args) };
      },
    )
    .command(
      'explain [texts..]',
      'Say what a traceback, a log or a description of a problem means, and which rule it is',
      explainOptions,
      (args) => {
        command = { kind: 'explain', flags: explainFlags(args) };
      },
    )
    .command(
      'doctor [paths..]',
      'Look at the machine and the project: Pythons, CPUs, shared memory, start methods',
      doctorOptions,
      (args) => {
        command = { kind: 'doctor', flags: doctorFlags(args) };
      },
    )
    .help()
    .alias('help', 'h')
    .version(VERSION)
    .strict()
    .fail((message, error) => {
      throw error instanceof UsageError ? error : new UsageError(reworded(message));
    })
    .parse(withStdin(argv), {}, (_error, _args, output) => {
      printed = output;
    });
  if (printed) return { kind: 'print', text: `${printed}\n` };
  if (!command) throw new UsageError('nothing to do: see mpfix --help');
  return command;
}

/** What every command takes that looks at files. */
const OF_ALL = {
  config: {
    type: 'string',
    requiresArg: true,
    coerce: last,
    describe: 'Read the settings from this TOML file',
  },
  isolated: { type: 'boolean', describe: 'Read no settings from files' },
  color: { type: 'string', coerce: colorMode, describe: 'Colours: auto, always or never' },
} as const;

function checkOptions(command: Argv): Argv {
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

function ruleOptions(command: Argv): Argv {
  return command
    .positional('code', { type: 'string', describe: 'A code or a name: MP201, lambda-worker' })
    .option('all', { type: 'boolean', describe: 'List all rules' })
    .option('output-format', {
      type: 'string',
      choices: OUTPUT_FORMATS,
      coerce: last,
      describe: 'How rules are printed',
    });
}

function impactOptions(command: Argv): Argv {
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

function explainOptions(command: Argv): Argv {
  return command
    .positional('texts', {
      type: 'string',
      array: true,
      describe: 'Files with tracebacks or logs, a message, or what is seen; - is standard input',
    })
    .option('source', {
      type: 'string',
      requiresArg: true,
      coerce: last,
      describe:
        'The program or its folder; else the files are looked for where the traceback says, and below the current folder',
    })
    .option('output-format', {
      type: 'string',
      choices: OUTPUT_FORMATS,
      coerce: last,
      describe: 'How the answer is printed',
    })
    .options(OF_ALL)
    .example('python train.py 2>&1 | mpfix explain', 'What does this traceback mean?')
    .example('mpfix explain error.log --source src/', 'Show the mistake and its patch, too')
    .example(
      "mpfix explain \"Can't pickle local object 'main.<locals>.work'\"",
      'What does this message mean?',
    )
    .example('mpfix explain "hangs with no output" --source app.py', 'What can cause this?')
    .epilogue('Exit code: 0 explained; 1 nothing in the text was recognised; 2 wrong usage.');
}

function explainFlags(args: Args): ExplainFlags {
  const { texts, source, 'output-format': outputFormat, _: command, ...shared } = args;
  return {
    check: checkFlags({ ...shared, _: [] }),
    texts: [...((texts as string[]) ?? []), ...(command as unknown[]).slice(1).map(String)],
    source: (source as string | undefined) ?? null,
    outputFormat: (outputFormat as OutputFormat | undefined) ?? 'text',
  };
}

function impactFlags(args: Args): ImpactFlags {
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

function doctorOptions(command: Argv): Argv {
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

function doctorFlags(args: Args): DoctorFlags {
  const { clean, _: command, ...shared } = args;
  // What yargs does not take for a path is behind the command's own name.
  const check = checkFlags({ ...shared, _: (command as unknown[]).slice(1) });
  return { check, clean: clean === true };
}

function list(describe: string) {
  return { type: 'string', array: true, nargs: 1, describe, coerce: splitAtCommas } as const;
}

function splitAtCommas(values: readonly string[]): string[] {
  return values.flatMap((value) => value.split(',')).flatMap((value) => value.trim() || []);
}

// A flag that is given twice counts as it was given last, so that an alias can be overruled.
function last<T>(value: T | readonly T[]): T {
  return (Array.isArray(value) ? value[value.length - 1] : value) as T;
}

function colorMode(value: unknown): ColorMode {
  const given = last(value);
  if (given === true || given === '') return 'always';
  if (given === false) return 'never';
  if (COLOR_MODES.includes(given as ColorMode)) return given as ColorMode;
  throw new UsageError(`--color takes ${COLOR_MODES.join(', ')}, not "${given}"`);
}

function pythonVersion(flag: string) {
  return (value: unknown): number => {
    const given = last(value);
    const minor = minorOf(`${given}`);
    if (minor === null) throw new UsageError(`${flag} takes a version as 3.9, not "${given}"`);
    return minor;
  };
}

type Args = Readonly<Record<string, unknown>>;

function checkFlags(args: Args): Flags {
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

function ruleFlags(args: Args): RuleFlags {
  return {
    code: (args['code'] as string | undefined) ?? null,
    all: args['all'] === true,
    outputFormat: (args['output-format'] as OutputFormat | undefined) ?? 'text',
  };
}

// yargs drops a lone dash.
function withStdin(argv: readonly string[]): string[] {
  const end = argv.indexOf('--');
  return argv.map((arg, index) => (arg === '-' && (end < 0 || index < end) ? STDIN : arg));
}

const FLAG_NAMES = [
  '--dry-run',
  '--write',
  '--unsafe-fixes',
  '--select',
  '--ignore',
  '--output-format',
  '--stdin-filename',
  '--start-method',
  '--strategy',
  '--pickler',
  '--from',
  '--to',
  '--target-version',
  '--target-python',
  '--prefilter',
  '--no-prefilter',
  '--source',
  '--config',
  '--isolated',
  '--color',
  '--all',
  '--clean',
  '--help',
  '--version',
];

/** yargs' words for a wrong command line, on one line and with a suggestion. */
function reworded(message: string): string {
  const unknown = /^Unknown arguments?: ([^,]*)/.exec(message)?.[1];
  if (unknown !== undefined) {
    const flag = unknown.length === 1 ? `-${unknown}` : `--${unknown}`;
    return `there is no flag ${flag}${didYouMean(flag, FLAG_NAMES)}`;
  }
  const choice = /Argument: (\S+), Given: "?(.*?)"?, Choices: (.*)/.exec(message);
  if (choice) {
    const choices = (choice[3] as string).replaceAll('"', '').split(', ');
    const near = didYouMean(choice[2] as string, choices);
    return `--${choice[1]} takes ${choices.join(', ')}, not "${choice[2]}"${near}`;
  }
  const missing = /^(?:Not enough arguments following|Missing argument value): (\S+)/.exec(message);
  if (missing) return `--${missing[1]} needs a value`;
  return message.replace(/\s+/g, ' ');
}
