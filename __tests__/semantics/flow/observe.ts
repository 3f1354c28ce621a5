import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { Semantics } from '../../../src/semantics/semantics.ts';
import { parse } from '../../../src/syntax/parse.ts';
import type { Program } from './programs.ts';

const SCRIPT = path.resolve('__tests__', 'semantics', 'flow', 'observe.py');
const LIMIT_MS = 120_000;

/** For each read, by number, how often it gave what; null for a program that does not compile or does not end. */
type Observation = Readonly<Record<string, Readonly<Record<string, number>>>> | null;

/** What CPython sees in programs that it runs many times. */
export function observe(command: string, programs: readonly Program[]): Observation[] {
  const input = programs.map(({ text }) => `${JSON.stringify(text)}\n`).join('');
  const { stdout, stderr, status } = spawnSync(command, [SCRIPT], {
    input,
    encoding: 'utf8',
    timeout: LIMIT_MS,
    maxBuffer: 1 << 28,
  });
  if (status !== 0) throw new Error(`${command} ended with ${status}: ${stderr}`);
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

/** How many definitions were said to reach some read, and how many of them gave it its value in some run. */
export interface Precision {
  claimed: number;
  seen: number;
}

/** A read that was seen less often says little of what it never gives. */
const OFTEN = 100;

/** Adds to the precision. Throws where a read gave what was not said to reach it. */
export function compare(program: Program, observation: Observation, precision: Precision): void {
  const tree = parse(program.text);
  if (tree.firstError) throw new Error(`not parsed:\n${program.text}`);
  const semantics = new Semantics(tree);
  for (const { node } of semantics.scopes.references) {
    const read = program.reads.get(node.from);
    const seen = read === undefined ? null : observation?.[read];
    if (!seen) continue;
    const reaching = semantics.reaching(node);
    const claims = reaching.definitions.map(({ kind, nameNode }) => {
      if (kind === 'except') return 'e';
      const value = `${program.definitions.get(nameNode.from)}`;
      return kind === 'match' && !(value in seen) ? 'm' : value;
    });
    if (reaching.mayBeUnbound) claims.push('u');
    const missed = Object.keys(seen).filter((value) => !claims.includes(value));
    if (missed.length > 0 && reaching.isComplete) {
      throw new Error(`read ${read} gave ${missed}, not one of ${claims}:\n${program.text}`);
    }
    const times = Object.values(seen).reduce((a, b) => a + b, 0);
    if (times < OFTEN || reaching.timing === 'later') continue;
    precision.claimed += claims.length;
    precision.seen += claims.filter((claim) => claim in seen).length;
  }
}
