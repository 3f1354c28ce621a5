/** One name a rule: its transform's file, its fixture folder, its page, its place in the list. Says what differs. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './setup.mjs';

const NOT_TRANSFORMS = ['index.ts', 'transform.ts'];
// What all rules do under another strategy, or with another pickler, is in folders of their own.
const NOT_FIXTURES = ['README.md', 'stubs', 'strategies', 'picklers', 'explain'];
/** Rules about whole files have no transform. */
const FILE_RULES = ['unreadable', 'invalid-syntax'];

const files = list('transforms')
  .filter((name) => name.endsWith('.ts') && !NOT_TRANSFORMS.includes(name))
  .map((name) => name.slice(0, -3));
const fixtures = list('__testfixtures__').filter((name) => !NOT_FIXTURES.includes(name));
const pages = list('docs/rules').map((name) => name.replace(/\.md$/, ''));
const index = read('transforms/index.ts');

const problems = [];
for (const name of files) {
  if (!fixtures.includes(name))
    problems.push(`transforms/${name}.ts has no __testfixtures__/${name}/`);
  if (!pages.includes(name))
    problems.push(`transforms/${name}.ts has no docs/rules/${name}.md: npm run docs`);
  if (!index.includes(`'./${name}.ts'`))
    problems.push(`transforms/index.ts does not import ./${name}.ts`);
  if (!read(`transforms/${name}.ts`).includes(`name: '${name}'`))
    problems.push(`transforms/${name}.ts has no rule with the name ${name}`);
}
for (const name of fixtures) {
  if (!files.includes(name))
    problems.push(`__testfixtures__/${name}/ has no transforms/${name}.ts`);
}
for (const name of pages) {
  if (!files.includes(name) && !FILE_RULES.includes(name))
    problems.push(`docs/rules/${name}.md has no transforms/${name}.ts`);
}

for (const problem of problems) console.error(problem);
process.exitCode = problems.length === 0 ? 0 : 1;

function list(folder) {
  const absolute = path.join(ROOT, folder);
  return existsSync(absolute) ? readdirSync(absolute).filter((name) => !name.startsWith('.')) : [];
}

function read(file) {
  return readFileSync(path.join(ROOT, file), 'utf8');
}
