import { createColors } from 'picocolors';
import type { Failure } from '../../explain/tracebacks.ts';
import { type Colors, findingText } from '../text.ts';
import { visible, width } from '../visible.ts';
import type { Answered, Explained, ShownFinding } from './answered.ts';

const WIDTH = 96;
const MAX_HEADLINE = 300;

/** An answer for people. */
export function explanationText(answer: Answered, color: boolean): string {
  const colors = createColors(color);
  const { explanations, consequences, unknown } = answer;
  if (explanations.length === 0) return notRecognised(unknown, colors);
  return [
    ...explanations.map((one) => block(one, answer, colors)),
    ...consequences.map((one) => consequence(one, colors)),
    ...unknown.map((failure) => foreign(failure, colors)),
  ].join('\n');
}

function block(one: Explained, answer: Answered, colors: Colors): string {
  const lines = [
    colors.bold(headline(one)),
    ...paragraph(whereText(one, answer)),
    '',
    ...paragraph(one.happened),
    ...(one.advice ? ['', ...labelled('What to do', one.advice, colors)] : []),
    '',
    ...(one.startMethods.length > 0 ? [`  Start methods: ${one.startMethods.join(', ')}`] : []),
    ...ruleLines(one, colors),
    ...searchLines(one),
  ];
  return `${lines.join('\n')}\n${one.shown ? `\n${shownText(one.shown, colors)}` : ''}`;
}

/** The message's own line, or its first sentence where that line is empty. */
function headline({ message, title }: Explained): string {
  const [first = '', ...more] = (message ?? title).split('\n');
  const isEmpty = /^[\w.]+:\s*$/.test(first) && more.length > 0;
  const whole = isEmpty ? `${first} ${more.join(' ')}`.replace(/(\.)\s.*$/, '$1') : first;
  const text = whole.trim().replace(/'''$|"""$/, '');
  return visible(text.length > MAX_HEADLINE ? `${text.slice(0, MAX_HEADLINE)}…` : text);
}

function whereText({ isInChild, process, times }: Explained, { python, startMethod }: Answered) {
  const facts = [
    isInChild === null ? '' : isInChild ? `in ${process ?? 'a child'}` : 'in the parent',
    times > 1 ? `${times} times` : '',
    python ? `Python 3.${python}` : '',
    startMethod ? `start method ${startMethod}` : '',
  ].filter((fact) => fact !== '');
  return facts.length > 0 ? `(${facts.join(', ')})` : '';
}

function ruleLines({ rules }: Explained, colors: Colors): string[] {
  const [first, ...others] = rules;
  if (!first) return ['  Rule: none of mpfix finds this.'];
  if (rules.some(({ because }) => because !== null)) {
    return [
      '  Likeliest first:',
      ...rules.flatMap(({ code, name, because }) =>
        hanging(`  ${colors.red(code)} ${colors.bold(name)}: `, `${because ?? ''}`),
      ),
      '',
      '  The page of a rule: mpfix rule CODE. To look for them: ' +
        `mpfix --select ${existing(rules).join(',')} PATH`,
    ];
  }
  const summary = first.summary ? `: ${first.summary}` : '';
  return [
    ...hanging(`  Rule: ${colors.red(first.code)} ${colors.bold(first.name)}`, summary),
    ...existing([first]).map((code) => `        mpfix rule ${code}`),
    ...others.map(
      ({ code, name, summary: what }, index) =>
        `${index === 0 ? '  Else: ' : '        '}${colors.red(code)} ${name}${what ? `: ${what}` : ''}`,
    ),
  ];
}

/** The codes of the rules that this mpfix has. */
function existing(rules: Explained['rules']): string[] {
  return rules.flatMap(({ code, summary }) => (summary === null ? [] : code));
}

function searchLines({ searched, shown, rules }: Explained): string[] {
  if (shown || searched.length === 0 || rules.length === 0) return [];
  const files = searched.length > 3 ? `${searched.length} files` : searched.join(', ');
  return ['', ...paragraph(`These rules find nothing in ${files}.`)];
}

function shownText(shown: ShownFinding, colors: Colors): string {
  const more =
    shown.more > 0
      ? `  ${shown.more} more of these rules here: mpfix --select ${shown.finding.rule.code} ${shown.finding.path}\n`
      : '';
  return (
    findingText(shown.finding, colors) + shown.patch + (shown.patch && howToApply(shown)) + more
  );
}

function howToApply({ finding: { path, rule, outcome } }: ShownFinding): string {
  if (outcome.kind !== 'fix' || outcome.fix.applicability === 'display') return '';
  const flag = outcome.fix.applicability === 'unsafe' ? ' --unsafe-fixes' : '';
  return `\n  To apply it: mpfix --write${flag} --select ${rule.code} ${visible(path)}\n`;
}

function consequence(one: Explained, colors: Colors): string {
  return `${colors.dim('What came of it:')} ${headline(one)}\n`;
}

function foreign(failure: Failure, colors: Colors): string {
  const [line = ''] = failure.message.split('\n');
  return `${colors.dim('Also in the text, of the program itself:')} ${visible(line)}\n`;
}

function notRecognised(unknown: readonly Failure[], colors: Colors): string {
  const lines = [
    'Not recognised: nothing in this text is a problem of processes that mpfix knows.',
  ];
  for (const { message, isInChild } of unknown) {
    const [line = ''] = message.split('\n');
    lines.push(
      isInChild
        ? `  ${colors.bold(visible(line))} was raised by the program's own code in a child, and only handed on.`
        : `  ${colors.bold(visible(line))} is an error of the program itself.`,
    );
  }
  return `${lines.join('\n')}\n`;
}

function labelled(label: string, text: string, colors: Colors): string[] {
  return hanging(`  ${colors.green(`${label}:`)} `, text);
}

function paragraph(text: string): string[] {
  return text === '' ? [] : hanging('  ', text);
}

/** Breaks a text into lines that begin below its first word. */
function hanging(lead: string, text: string): string[] {
  const lines: string[] = [];
  let line = lead;
  let isFresh = true;
  for (const word of visible(text).split(' ')) {
    if (!isFresh && width(line) + width(word) >= WIDTH) {
      lines.push(line);
      line = '  ';
      isFresh = true;
    }
    line += isFresh ? word : ` ${word}`;
    isFresh = false;
  }
  return [...lines, line];
}
