import { createTwoFilesPatch } from 'diff';
import type { Rule } from '../../transforms/transform.ts';
import { visible } from './visible.ts';

/** What a program did, and under which Pythons and start methods: "3.8-3.13 spawn forkserver". */
export interface RecordedOutcome {
  readonly outcome: 'ok' | 'leak' | 'wrong' | 'error' | 'hang';
  /** Of an error or a hang: the exception. Of a leak: how it showed. */
  readonly message?: string;
  readonly prints?: readonly string[];
  readonly runs: readonly string[];
}

/** A program, what the fix makes of it, if there is one, and what it did when it was run. */
export interface Example {
  readonly before: string;
  readonly after: string | null;
  /** The files that the fix makes beside it. */
  readonly created?: readonly { readonly name: string; readonly text: string }[];
  readonly outcomes: readonly RecordedOutcome[];
}

/** What the fixtures of a rule show. */
export interface Shown {
  readonly example: Example | null;
  /** The program that guides would have one write. */
  readonly advice: Example | null;
  /** The messages of all programs that were run. */
  readonly messages: readonly RecordedOutcome[];
}

const NOTHING_SHOWN: Shown = { example: null, advice: null, messages: [] };

const SHOWN_LINES = 4;

const FIXABLE: Readonly<Record<Rule['fixable'], string>> = {
  safe: 'safe, applied by `--write`',
  unsafe: 'unsafe, applied by `--write --unsafe-fixes`',
  display: 'advice only, never applied',
  no: 'none',
};

const FIXES: Readonly<Record<Rule['fixable'], string>> = {
  safe: 'safe',
  unsafe: 'unsafe',
  display: 'advice',
  no: 'none',
};

/** A rule's page, in Markdown, from its metadata and what its fixtures show. */
export function rulePage(rule: Rule, shown: Shown = NOTHING_SHOWN): string {
  const sections = [
    `# ${rule.name} (${rule.code})`,
    sentence(rule.summary),
    facts(rule),
    section('Why', rule.why),
    section('Example', shown.example && exampleText(shown.example)),
    section('Messages', messageList(shown.messages)),
    section('Popular advice that is wrong', adviceText(rule, shown.advice)),
    section('Fix safety', rule.fixSafety),
    section('References', rule.references.map((url) => `- <${url}>`).join('\n')),
  ];
  return `${sections.filter((text) => text !== null).join('\n\n')}\n`;
}

/** Rules as a reader looks for them: by their codes. */
export function byCode(rules: readonly Rule[]): Rule[] {
  return rules.toSorted((left, right) => (left.code < right.code ? -1 : 1));
}

/** The table of all rules, for the README. */
export function ruleTable(rules: readonly Rule[], folder: string): string {
  const rows = byCode(rules).map(({ code, name, summary, fixable, onRequest }) => {
    const fix = [FIXES[fixable], ...(onRequest ? ['on request'] : [])].join(', ');
    return `| ${code} | [${name}](${folder}/${name}.md) | ${summary} | ${fix} |`;
  });
  return ['| code | rule | what is wrong | fix |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

function facts(rule: Rule): string {
  const lines = [
    rule.startMethods.length > 0 ? `Start methods: ${rule.startMethods.join(', ')}.` : '',
    `Fix: ${FIXABLE[rule.fixable]}.`,
    rule.onRequest ? `Holds only where it is selected by its code or name: \`${rule.code}\`.` : '',
  ];
  return lines.filter((line) => line !== '').join('  \n');
}

function section(title: string, text: string | null | undefined): string | null {
  return text ? `## ${title}\n\n${text.trim()}` : null;
}

function sentence(words: string): string {
  const text = words.trim();
  return `${text[0]?.toUpperCase()}${text.slice(1)}${/[.?]$/.test(text) ? '' : '.'}`;
}

function adviceText({ advice }: Rule, example: Example | null): string | null {
  return advice ? [advice.trim(), example && exampleText(example)].join('\n\n') : null;
}

function exampleText({ before, after, created = [], outcomes }: Example): string {
  const python = (text: string) => ['```python', text.trimEnd(), '```'].join('\n');
  const files = created.map(({ name, text }) => python(`# ${name}, a new file\n\n${text}`));
  return [
    python(before),
    outcomeTable(outcomes),
    after === null ? '' : patchText(before, after),
    ...files,
  ]
    .filter((text) => text !== '')
    .join('\n\n');
}

function patchText(before: string, after: string): string {
  const patch = createTwoFilesPatch('before.py', 'after.py', before, after, '', '', { context: 3 });
  return ['```diff', patch.slice(patch.indexOf('@@')).trimEnd(), '```'].join('\n');
}

function outcomeTable(outcomes: readonly RecordedOutcome[]): string {
  if (outcomes.length === 0) return '';
  const rows = outcomes.flatMap((one) =>
    one.runs.map((run) => `| ${runCells(run)} | ${happened(one)} |`),
  );
  return ['| Python | start method | what happens |', '| --- | --- | --- |', ...rows].join('\n');
}

function messageList(messages: readonly RecordedOutcome[]): string {
  return messages
    .map(({ message = '', runs }) => `- ${code(message)}  \n  ${runs.map(runWords).join('; ')}`)
    .join('\n');
}

function happened({ outcome, message, prints = [] }: RecordedOutcome): string {
  const said = message === undefined ? '' : code(message);
  const words: Readonly<Record<RecordedOutcome['outcome'], string>> = {
    ok: 'works',
    leak: `ends, but ${message}`,
    wrong: `no error, and it prints ${printed(prints)}`,
    error: said,
    hang: said === '' ? 'hangs' : `hangs; children say ${said}`,
  };
  return words[outcome].replaceAll('|', '\\|');
}

function printed(lines: readonly string[]): string {
  if (lines.length === 0) return 'nothing';
  const more = lines.length > SHOWN_LINES ? ', …' : '';
  return lines.slice(0, SHOWN_LINES).map(code).join(', ') + more;
}

/** "3.8-3.13 spawn forkserver" → "3.8–3.13 | spawn, forkserver". */
function runCells(run: string): string {
  const [versions = '', ...methods] = run.split(' ');
  return `${versions.replace('-', '–')} | ${methods.join(', ')}`;
}

function runWords(run: string): string {
  const [versions, methods] = runCells(run).split(' | ');
  return `Python ${versions}: ${methods}`;
}

function code(text: string): string {
  const shown = visible(text);
  return shown.includes('`') ? `\`\` ${shown} \`\`` : `\`${shown}\``;
}
