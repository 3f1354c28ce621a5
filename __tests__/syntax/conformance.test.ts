import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { decode, isUnreadable } from '../../src/syntax/decode.ts';
import type { Node } from '../../src/syntax/node.ts';
import { parse } from '../../src/syntax/parse.ts';
import { findInterpreters } from '../proof/interpreters.ts';

/** Every how manieth file of the standard library is taken. */
const STEP = 25;
const LIMIT_MS = 120_000;

/** The kinds that have a node of their own, with the same span, in CPython's tree. */
const KINDS: Readonly<Record<string, string>> = {
  UpdateStatement: 'AugAssign',
  AwaitExpression: 'Await',
  CallExpression: 'Call',
  DictionaryExpression: 'Dict',
  DictionaryComprehensionExpression: 'DictComp',
  ConditionalExpression: 'IfExp',
  LambdaExpression: 'Lambda',
  ArrayExpression: 'List',
  ArrayComprehensionExpression: 'ListComp',
  NamedExpression: 'NamedExpr',
  SetExpression: 'Set',
  SetComprehensionExpression: 'SetComp',
  UnaryExpression: 'UnaryOp',
};

/** What CPython would call a node; null for what its tree has not, or has with another span. */
function kindOf(node: Node): string | null {
  if (node.ancestor('MatchClause', 'Body')?.kind === 'MatchClause' && !isInGuard(node)) return null;
  switch (node.kind) {
    case 'MemberExpression':
      return node.lastChild?.kind === 'PropertyName' ? 'Attribute' : 'Subscript';
    case 'AssignStatement':
      return node.child('TypeDef') ? 'AnnAssign' : 'Assign';
    case 'FunctionDefinition':
      return node.child('async') ? 'AsyncFunctionDef' : 'FunctionDef';
    case 'ClassDefinition':
      return 'ClassDef';
    default:
      return KINDS[node.kind] ?? null;
  }
}

function isInGuard(node: Node): boolean {
  return node.ancestor('Guard', 'MatchClause')?.kind === 'Guard';
}

/** The facts that `facts.py` prints, from our tree; null where it has an error. */
function factsOf(path: string): string[] | null {
  const source = decode(path, readFileSync(path));
  if (isUnreadable(source)) return null;
  const { root, lines, firstError } = parse(source.text);
  if (firstError) return null;
  const place = (offset: number) => {
    const { row, column } = lines.positionOf(offset);
    return `${row}:${column - 1}`;
  };
  const facts: string[] = [];
  for (const node of root.walk()) {
    const kind = kindOf(node);
    if (!kind) continue;
    const end = /Def$/.test(kind) ? '' : `-${place(node.to)}`;
    facts.push(`${kind} ${place(node.from)}${end}`);
  }
  return facts.sort();
}

/** The newest CPython whose standard library this system can read, and where that lies. */
async function oracle(): Promise<{ command: string; library: string } | null> {
  const { interpreters } = await findInterpreters();
  for (const { command } of [...interpreters].reverse()) {
    const asked = 'import sysconfig; print(sysconfig.get_path("stdlib"))';
    const { status, stdout } = spawnSync(command, ['-c', asked], { encoding: 'utf8' });
    const library = stdout.trim();
    if (status === 0 && existsSync(library)) return { command, library };
  }
  return null;
}

const found = await oracle();

(found ? test : test.skip)(
  found
    ? 'the tree is the one that CPython builds'
    : 'skipped: no CPython was found to compare the tree with',
  () => {
    const { command, library } = found as NonNullable<typeof found>;
    const files = readdirSync(library, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.py'))
      .sort()
      .filter((_, i) => i % STEP === 0)
      .map((file) => join(library, file));
    const script = join(import.meta.dirname, 'facts.py');
    const { stdout, stderr } = spawnSync(command, [script], {
      input: files.join('\n'),
      encoding: 'utf8',
      maxBuffer: 1e9,
      timeout: LIMIT_MS,
    });
    expect(stderr).toBe('');
    let compared = 0;
    for (const line of stdout.trim().split('\n')) {
      const [path, expected] = JSON.parse(line) as [string, string[] | null];
      if (expected === null) continue;
      expect([path, factsOf(path)]).toEqual([path, [...expected].sort()]);
      compared++;
    }
    expect(compared).toBeGreaterThan(20);
  },
  LIMIT_MS,
);
