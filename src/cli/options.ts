import yargs from 'yargs';
import { didYouMean } from '../config/suggest.ts';
import { UsageError } from '../config/usage-error.ts';
import { checkFlags, checkOptions, type Flags, STDIN } from './options/check.ts';
import { type DoctorFlags, doctorFlags, doctorOptions } from './options/doctor.ts';
import { type ExplainFlags, explainFlags, explainOptions } from './options/explain.ts';
import { type ImpactFlags, impactFlags, impactOptions } from './options/impact.ts';
import { type RuleFlags, ruleFlags, ruleOptions } from './options/rule.ts';
import { VERSION } from './version.ts';

/** What the user asked for. `print` is help or the version. */
export type Command =
  | { readonly kind: 'check'; readonly flags: Flags }
  | { readonly kind: 'rule'; readonly flags: RuleFlags }
  | { readonly kind: 'impact'; readonly flags: ImpactFlags }
  | { readonly kind: 'explain'; readonly flags: ExplainFlags }
  | { readonly kind: 'doctor'; readonly flags: DoctorFlags }
  | { readonly kind: 'print'; readonly text: string };

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
