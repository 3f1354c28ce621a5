import type { Entry, Symptom } from '../../explain/entry.ts';

/** A message as CPython printed it, and the runs that did: "3.8-3.12 fork spawn". */
export interface RecordedMessage {
  readonly text: string;
  readonly runs: readonly string[];
}

export interface EntryGroup {
  readonly title: string;
  readonly entries: readonly Entry[];
}

export interface ErrorsPage {
  readonly groups: readonly EntryGroup[];
  readonly symptoms: readonly Symptom[];
  /** By the id of the entry. */
  readonly recorded: ReadonlyMap<string, readonly RecordedMessage[]>;
  /** How many texts were recorded. */
  readonly texts: number;
  readonly nameOf: (code: string) => string;
}

/** `docs/errors.md`, in Markdown: each message, what it means and which rule finds the mistake. */
export function errorsPage(page: ErrorsPage): string {
  const sections = [
    '# Errors of multiprocessing, and what they mean',
    `Find your message here, or have it found: \`python program.py 2>&1 | mpfix explain\` reads a traceback or a log, says
what happened, and shows the mistake and its patch where the program's files are there. It takes descriptions, too:
\`mpfix explain "hangs with no output"\`.`,
    `Every message below was printed by real runs: ${page.texts} texts were kept, of programs in
[__testfixtures__/explain](../__testfixtures__/explain/programs), under CPython 3.8 to 3.15 and each start method. *Seen
with* names the versions, and the start methods under which they printed it. What only Windows, AWS Lambda or a full
machine does, a program does itself, and says so in its first line.`,
    contents(page),
    ...page.groups.map((group) => groupText(group, page)),
    symptomsText(page),
  ];
  return `${sections.join('\n\n')}\n`;
}

function contents({ groups, symptoms }: ErrorsPage): string {
  const lines = [
    ...groups.flatMap(({ title, entries }) => [
      `- ${title}`,
      ...entries.map((entry) => `  - [${escaped(entry.title)}](#${entry.id})`),
    ]),
    '- What shows no message',
    ...symptoms.map(({ id, title }) => `  - [${title}](#symptom-${id})`),
  ];
  return lines.join('\n');
}

function groupText({ title, entries }: EntryGroup, page: ErrorsPage): string {
  return [`## ${title}`, ...entries.map((entry) => entryText(entry, page))].join('\n\n');
}

function entryText(entry: Entry, page: ErrorsPage): string {
  const [first, ...others] = entry.rules.map((code) => link(code, page));
  const rule = first
    ? `Rule: ${first}${others.length > 0 ? `; else ${others.join(', ')}` : ''}`
    : 'Rule: none of mpfix finds this';
  return [
    `<a id="${entry.id}"></a>`,
    `### ${escaped(entry.title)}`,
    messages(page.recorded.get(entry.id) ?? []),
    general(entry.happened),
    `**What to do:** ${general(entry.advice)}`,
    `${rule}. Start methods: ${entry.startMethods.join(', ')}.`,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function messages(recorded: readonly RecordedMessage[]): string {
  if (recorded.length === 0) return '';
  const rows = recorded.map(({ text, runs }) => `| ${code(text)} | ${runs.join(', ')} |`);
  return ['| message | seen with |', '| --- | --- |', ...rows].join('\n');
}

function symptomsText(page: ErrorsPage): string {
  const texts = page.symptoms.map(({ id, title, happened, causes }) =>
    [
      `<a id="symptom-${id}"></a>`,
      `### ${title[0]?.toUpperCase()}${title.slice(1)}`,
      happened,
      causes.map(({ rule, because }) => `- ${link(rule, page)}: ${because}`).join('\n'),
    ].join('\n\n'),
  );
  return ['## What shows no message', 'The causes of each, likeliest first.', ...texts].join(
    '\n\n',
  );
}

function link(rule: string, { nameOf }: ErrorsPage): string {
  return `[${rule} ${nameOf(rule)}](rules/${nameOf(rule)}.md)`;
}

/** A text of the tables without the names that a message fills in. */
function general(text: string): string {
  return text.replace(/`?\{\w+\}`?/g, '`…`');
}

function code(text: string): string {
  return `\`${text.replaceAll('|', '\\|').replaceAll('`', "'")}\``;
}

function escaped(text: string): string {
  return text.replace(/[<>_*[\]|]/g, (char) => `\\${char}`);
}
