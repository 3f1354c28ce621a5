import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { FILE_RULES } from '../src/engine/file-rules.ts';
import { type Example, rulePage, ruleTable } from '../src/report/rule-page.ts';
import { transforms } from '../transforms/index.ts';

const FIXTURES = '__testfixtures__';
const PAGES = 'docs/rules';
const TABLE = /(<!-- rules -->\n\n)[\s\S]*?(\n\n<!-- end of rules -->)/;

/** The pair that shows a rule best: the one named `example`, else the first; of a folder the file that changes. */
function exampleOf(name: string): Example | null {
  const folder = path.join(FIXTURES, name);
  const outputs = entries(folder).filter((entry) => /\.output(\.py)?$/.test(entry));
  const chosen = outputs.find((entry) => entry.startsWith('example.')) ?? outputs.sort()[0];
  if (!chosen) return null;
  const after = path.join(folder, chosen);
  const before = path.join(folder, chosen.replace('.output', '.input'));
  if (chosen.endsWith('.py')) return { before: textOf(before), after: textOf(after) };
  const changed = readdirSync(after, { recursive: true, encoding: 'utf8' }).find(
    (file) =>
      file.endsWith('.py') && textOf(path.join(after, file)) !== textOf(path.join(before, file)),
  );
  return changed
    ? { before: textOf(path.join(before, changed)), after: textOf(path.join(after, changed)) }
    : null;
}

function textOf(file: string): string {
  return readFileSync(file, 'utf8');
}

function entries(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** Every generated file with the text that it should have. */
function generated(): Map<string, string> {
  const rules = [...FILE_RULES, ...transforms];
  const pages = rules.map((rule): [string, string] => [
    path.join(PAGES, `${rule.name}.md`),
    rulePage(rule, exampleOf(rule.name)),
  ]);
  const readme = readFileSync('README.md', 'utf8');
  const table = ruleTable(rules, PAGES);
  return new Map([...pages, ['README.md', readme.replace(TABLE, (_, a, b) => a + table + b)]]);
}

function contentOf(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

const wanted = generated();
const old = [...wanted].filter(([file, text]) => contentOf(file) !== text);
const surplus = entries(PAGES)
  .map((name) => path.join(PAGES, name))
  .filter((file) => !wanted.has(file));

if (process.argv.includes('--check')) {
  const files = [...old.map(([file]) => file), ...surplus];
  for (const file of files) console.error(`${file} is out of date: npm run docs`);
  process.exitCode = files.length === 0 ? 0 : 1;
} else {
  mkdirSync(PAGES, { recursive: true });
  for (const [file, text] of old) writeFileSync(file, text);
  for (const file of surplus) rmSync(file);
}
