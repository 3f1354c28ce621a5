import type { Argv } from 'yargs';
import { OUTPUT_FORMATS, type OutputFormat } from '../../config/config.ts';
import { checkFlags, type Flags } from './check.ts';
import { type Args, last, OF_ALL } from './shared.ts';

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

export function explainOptions(command: Argv): Argv {
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

export function explainFlags(args: Args): ExplainFlags {
  const { texts, source, 'output-format': outputFormat, _: command, ...shared } = args;
  return {
    check: checkFlags({ ...shared, _: [] }),
    texts: [...((texts as string[]) ?? []), ...(command as unknown[]).slice(1).map(String)],
    source: (source as string | undefined) ?? null,
    outputFormat: (outputFormat as OutputFormat | undefined) ?? 'text',
  };
}
