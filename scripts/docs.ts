import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { FILE_RULES } from '../src/engine/file-rules.ts';
import { rulePage, ruleTable } from '../src/report/rule-page.ts';
import { transforms } from '../transforms/index.ts';
import { errorsText } from './errors.ts';
import { shownBy } from './shown.ts';

const PAGES = 'docs/rules';
const TABLE = /(<!-- rules -->\n\n)[\s\S]*?(\n\n<!-- end of rules -->)/;

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
    rulePage(rule, shownBy(rule.name)),
  ]);
  const readme = readFileSync('README.md', 'utf8');
  const table = ruleTable(rules, PAGES);
  return new Map([
    ...pages,
    ['docs/errors.md', errorsText()],
    ['README.md', readme.replace(TABLE, (_, a, b) => a + table + b)],
  ]);
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
