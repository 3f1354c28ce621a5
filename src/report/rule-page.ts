import { createTwoFilesPatch } from 'diff';
import type { Rule } from '../../transforms/transform.ts';

/** A program before and after the fix. */
export interface Example {
  readonly before: string;
  readonly after: string;
}

const FIXABLE: Readonly<Record<Rule['fixable'], string>> = {
  safe: 'safe, applied by `--write`',
  unsafe: 'unsafe, applied by `--write --unsafe-fixes`',
  display: 'advice only, never applied',
  no: 'none',
};

/** A rule's page, in Markdown, from its metadata and one example. */
export function rulePage(rule: Rule, example: Example | null): string {
  const sections = [
    `# ${rule.name} (${rule.code})`,
    sentence(rule.summary),
    facts(rule),
    `## Why\n\n${rule.why.trim()}`,
    ...(example ? [`## Example\n\n${exampleText(example)}`] : []),
    `## Fix safety\n\n${rule.fixSafety.trim()}`,
    ...(rule.references.length > 0
      ? [`## References\n\n${rule.references.map((url) => `- <${url}>`).join('\n')}`]
      : []),
  ];
  return `${sections.join('\n\n')}\n`;
}

/** The table of all rules, for the README. */
export function ruleTable(rules: readonly Rule[], folder: string): string {
  const rows = rules.map(
    ({ code, name, summary, fixable }) =>
      `| ${code} | [${name}](${folder}/${name}.md) | ${summary} | ${fixable === 'no' ? '' : fixable} |`,
  );
  return ['| code | rule | what is wrong | fix |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

function facts(rule: Rule): string {
  const methods =
    rule.startMethods.length > 0 ? `Start methods: ${rule.startMethods.join(', ')}.  \n` : '';
  return `${methods}Fix: ${FIXABLE[rule.fixable]}.`;
}

function sentence(words: string): string {
  const text = words.trim();
  return `${text[0]?.toUpperCase()}${text.slice(1)}${/[.?]$/.test(text) ? '' : '.'}`;
}

function exampleText({ before, after }: Example): string {
  const patch = createTwoFilesPatch('before.py', 'after.py', before, after, '', '', { context: 3 });
  const hunks = patch.slice(patch.indexOf('@@'));
  return ['```python', before.trimEnd(), '```', '', '```diff', hunks.trimEnd(), '```'].join('\n');
}
