import type { Argv } from 'yargs';
import { OUTPUT_FORMATS, type OutputFormat } from '../../config/config.ts';
import { type Args, last } from './shared.ts';

export interface RuleFlags {
  readonly code: string | null;
  readonly all: boolean;
  readonly outputFormat: OutputFormat;
}

export function ruleOptions(command: Argv): Argv {
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

export function ruleFlags(args: Args): RuleFlags {
  return {
    code: (args['code'] as string | undefined) ?? null,
    all: args['all'] === true,
    outputFormat: (args['output-format'] as OutputFormat | undefined) ?? 'text',
  };
}
