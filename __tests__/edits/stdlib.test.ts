import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { applyEdits } from '../../src/edits/apply.ts';
import { dedentEdits, indentEdits, indentUnit } from '../../src/edits/indent.ts';
import { isInlineBody, statementRange } from '../../src/edits/statements.ts';
import type { Node } from '../../src/syntax/node.ts';
import { parse, type SyntaxTree } from '../../src/syntax/parse.ts';
import { statementsOf } from '../../src/syntax/shapes.ts';

/** Every how manieth file of the standard library is taken. */
const STEP = 40;
const LIMIT_MS = 60_000;
const MARK = 'if 424242:';

/** Whether, for each pair of files, the second is the first with one block put under `MARK`. */
const COMPARE = `
import ast, json, sys
class Unwrap(ast.NodeTransformer):
    count = 0
    def visit_If(self, node):
        self.generic_visit(node)
        if not isinstance(node.test, ast.Constant) or node.test.value != 424242:
            return node
        self.count += 1
        return node.body
def same(old, new):
    try:
        old = ast.parse(open(old, "rb").read())
    except (SyntaxError, ValueError):
        return None
    try:
        new = ast.parse(open(new, "rb").read())
    except SyntaxError as error:
        return str(error)
    unwrap = Unwrap()
    return ast.dump(unwrap.visit(new)) == ast.dump(old) and unwrap.count == 1
print(json.dumps([same(*pair) for pair in json.load(sys.stdin)]))
`;

const library = spawnSync(
  'python3',
  ['-c', 'import sysconfig; print(sysconfig.get_path("stdlib"))'],
  { encoding: 'utf8', timeout: LIMIT_MS },
);
const stdlib = library.status === 0 ? library.stdout.trim() : null;

describe('CPython reads indented code as it read it before', () => {
  const run = stdlib === null ? test.skip : test;
  const title = stdlib === null ? 'skipped: there is no python3 on PATH' : 'its standard library';

  run(
    title,
    () => {
      const folder = mkdtempSync(path.join(os.tmpdir(), 'mpfix-indent-'));
      try {
        const files = sampled(stdlib as string);
        const pairs = files.flatMap((file, i) => {
          const tree = treeOf(file, i);
          const wrapped = tree && wrapBlock(tree, i);
          if (!wrapped) return [];
          const pair = [path.join(folder, `${i}-old.py`), path.join(folder, `${i}-new.py`)];
          writeFileSync(pair[0] as string, tree.text);
          writeFileSync(pair[1] as string, wrapped);
          return [{ file, pair }];
        });
        const input = JSON.stringify(pairs.map(({ pair }) => pair));
        const { stdout } = spawnSync('python3', ['-c', COMPARE], {
          input,
          encoding: 'utf8',
          timeout: LIMIT_MS,
        });
        const answers = JSON.parse(stdout) as (boolean | string | null)[];
        const wrong = pairs.filter((_, i) => answers[i] !== true && answers[i] !== null);
        expect(wrong.map(({ file }) => file)).toEqual([]);
        expect(answers.filter((answer) => answer === true).length).toBeGreaterThan(10);
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
    2 * LIMIT_MS,
  );
});

function sampled(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.py') && !name.includes('site-packages'))
    .sort()
    .filter((_, i) => i % STEP === 0)
    .map((name) => path.join(folder, name));
}

/** The file's tree with one newline style or another; null for what is not UTF-8, or the grammar does not know. */
function treeOf(file: string, i: number): SyntaxTree | null {
  const newline = ['\n', '\r\n', '\r'][i % 3] as string;
  const text = readFileSync(file, 'utf8').replace(/\r\n|\r|\n/g, newline);
  const tree = parse(text);
  return tree.firstError || text.includes('\ufffd') ? null : tree;
}

/** The text with one of its blocks, or all of it, put under `MARK`. */
function wrapBlock(tree: SyntaxTree, i: number): string | null {
  const { text, lines, root } = tree;
  const blocks = [...root.walk()].filter(
    (node) => node === root || (node.kind === 'Body' && !isInlineBody(tree, node)),
  );
  const statements = statementsOf(blocks[(i * 7) % blocks.length] as Node);
  const first = statements[0];
  if (!first) return null;
  const from = statementRange(tree, first)?.from ?? 0;
  const to = statementRange(tree, statements.at(-1) as Node)?.to ?? text.length;
  const unit = indentUnit(tree, from);
  const header = lines.indentAt(first.from) + MARK + lines.newline;
  const indented = applyEdits(text, indentEdits(tree, from, to, unit));
  const wrapped = text.slice(0, from) + header + indented.slice(from);
  const end = wrapped.length - (text.length - to);
  const back = dedentEdits(parse(wrapped), from + header.length, end, unit);
  expect(applyEdits(wrapped, back).replace(header, '')).toBe(text);
  return wrapped;
}
