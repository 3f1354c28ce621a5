import { existsSync, readFileSync, statSync } from 'node:fs';
import type { Transform } from '../../transforms/transform.ts';
import { UsageError } from '../config/usage-error.ts';
import { type Answer, type Explanation, explain } from '../explain/explain.ts';
import type { Answered, Explained, NamedRule } from '../report/explanation/answered.ts';
import { explanationJson } from '../report/explanation/json.ts';
import { explanationText } from '../report/explanation/text.ts';
import { findingFor, readSources } from './explain-source.ts';
import { STDIN } from './options/check.ts';
import type { ExplainFlags } from './options/explain.ts';
import { type Io, Output, readAll, usesColor } from './output.ts';

/**
 * `mpfix explain`: what a traceback, a log or a description tells. Gives the exit code: 0 explained, 1 nothing recognised;
 * throws UsageError.
 */
export async function explainCommand(
  flags: ExplainFlags,
  transforms: readonly Transform[],
  io: Io,
): Promise<number> {
  const text = await textOf(flags, io);
  if (text.trim() === '') throw new UsageError('there is no text to explain');
  const answer = explain(text);
  const color = usesColor(flags.check.color, io.stdout, io.env);
  const answered = await withFindings(answer, flags, transforms, color);
  const printed =
    flags.outputFormat === 'json' ? explanationJson(answered) : explanationText(answered, color);
  await new Output(io.stdout).write(printed);
  return answer.explanations.length > 0 ? 0 : 1;
}

async function textOf({ texts }: ExplainFlags, io: Io): Promise<string> {
  if (texts.length === 0 && io.stdin.isTTY) {
    throw new UsageError('explain what? Give a file, a message in quotes, or pipe a log into it');
  }
  const given = texts.length === 0 ? [STDIN] : texts;
  const read: string[] = [];
  for (const one of given) {
    read.push(one === STDIN ? decoded(await readAll(io.stdin)) : contentOf(one));
  }
  // Words that the shell took apart.
  const separator = given.some((one) => one === STDIN || existsSync(one)) ? '\n' : ' ';
  return read.join(separator);
}

function contentOf(given: string): string {
  if (!existsSync(given)) {
    if (/^\S*[\w-]\.(?:txt|log|out|err|py|ipynb|md)$|^[./~]\S*\/\S*$/.test(given)) {
      throw new UsageError(`there is no file "${given}"`);
    }
    return given;
  }
  if (statSync(given).isDirectory()) {
    throw new UsageError(`"${given}" is a folder; give the log, and the program with --source`);
  }
  if (/\.pyw?$/.test(given)) {
    throw new UsageError(`"${given}" is a program: mpfix ${given} checks it, --source names it`);
  }
  return decoded(readFileSync(given));
}

/** PowerShell redirects into UTF-16. */
function decoded(bytes: Buffer): string {
  const isWide = bytes[0] === 0xff && bytes[1] === 0xfe;
  return bytes.toString(isWide ? 'utf16le' : 'utf8');
}

async function withFindings(
  answer: Answer,
  flags: ExplainFlags,
  transforms: readonly Transform[],
  color: boolean,
): Promise<Answered> {
  const { explanations } = answer;
  const sources = await readSources(
    explanations,
    answer.frames,
    flags.check,
    flags.source,
    transforms,
    color,
  );
  const named = (one: Explanation): Explained => ({
    ...one,
    rules: one.candidates.map(({ rule, because }) => ({ ...ruleOf(rule, transforms), because })),
    searched: [],
    shown: null,
  });
  return {
    ...answer,
    explanations: explanations.map((one) => {
      const shown = findingFor(one, sources);
      const { rules, ...rest } = named(one);
      const first = rules.filter(({ code }) => code === shown?.finding.rule.code);
      const ordered = [...first, ...rules.filter((rule) => !first.includes(rule))];
      return { ...rest, rules: ordered, searched: sources.paths, shown };
    }),
    consequences: answer.consequences.map(named),
  };
}

function ruleOf(code: string, transforms: readonly Transform[]): NamedRule {
  const rule = transforms.find((transform) => transform.code === code);
  return {
    code,
    name: rule?.name ?? code,
    summary: rule?.summary ?? null,
  };
}
