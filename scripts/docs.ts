import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { FILE_RULES } from '../src/engine/file-rules.ts';
import { type Example, rulePage, ruleTable } from '../src/report/rule-page.ts';
import { transforms } from '../transforms/index.ts';

const FIXTURES = '__testfixtures__';
const PAGES = 'docs/rules';
const TABLE = /(<!-- rules -->\n\n)[\s\S]*?(\n\n<!-- end of rules -->)/;

/** The pair that shows a rule best: the one named `example`, else the first. */
function exampleOf(name: string): Example | null {
  const folder = path.join(FIXTURES, name);
  const outputs = entries(folder).filter((file) => file.endsWith('.output.py'));
  const chosen = outputs.find((file) => file === 'example.output.py') ?? outputs.sort()[0];
  if (!chosen) return null;
  const read = (file: string) => readFileSync(path.join(folder, file), 'utf8');
  return { before: read(chosen.replace('.output.', '.input.')), after: read(chosen) };
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
