import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { decode, isUnreadable } from '../../src/syntax/decode.ts';
import { invalidSyntax } from '../../src/syntax/invalid.ts';
import { parse, type SyntaxTree } from '../../src/syntax/parse.ts';
import { ASPECTS, type Aspect } from './aspects.ts';
import type { Digest, Oracle } from './oracle.ts';
import { explain } from './quirks.ts';
import { isUnplaced } from './trees/tables.ts';

/** A fact that only one of both has. */
export interface Mismatch {
  readonly file: string;
  readonly aspect: Aspect | 'accepts';
  /** What CPython has and we lack. */
  readonly theirs: readonly string[];
  readonly ours: readonly string[];
}

/** What the comparison of many files came to, under one CPython. */
export class Result {
  seen = 0;
  compared = 0;
  /** Files that this CPython refuses. */
  refused = 0;
  facts = 0;
  readonly mismatches: Mismatch[] = [];
  /** How many facts differ only by a known oddity of this CPython. */
  readonly quirks = new Map<string, number>();
  /** Kinds of nodes that are no facts for want of a position, though they should have one. */
  uncomparedKinds: readonly string[] = [];
  /** Kinds of nodes that no file had. */
  unmetKinds: readonly string[] = [];
  /** Files that this CPython parses but does not compile, and that we refuse; and why. */
  readonly refusedByBoth: string[] = [];

  get isClean(): boolean {
    return this.compared > 0 && this.mismatches.length === 0 && this.uncomparedKinds.length === 0;
  }
}

/** How many files CPython works on ahead of us. */
const AHEAD = 16;

/** Compares what we make of files with what a CPython of this version makes of them. */
export async function compareFiles(
  oracle: Oracle,
  version: string,
  files: readonly string[],
  aspects: readonly Aspect[],
): Promise<Result> {
  const result = new Result();
  const asked = files.slice(0, AHEAD).map((file) => oracle.digest(file, aspects));
  for (const [i, file] of files.entries()) {
    const ahead = files[i + AHEAD];
    if (ahead !== undefined) asked.push(oracle.digest(ahead, aspects));
    const answer = await asked.shift();
    result.seen++;
    if (answer?.facts) await compareFile(oracle, version, file, answer.facts, result);
    else result.refused++;
  }
  const { unplaced, unmet } = await oracle.kinds();
  const minor = Number(version.split('.')[1]);
  result.uncomparedKinds = unplaced.filter((kind) => !isUnplaced(kind, minor));
  result.unmetKinds = unmet.filter((kind) => !isUnplaced(kind, minor));
  return result;
}

async function compareFile(
  oracle: Oracle,
  version: string,
  file: string,
  digests: Readonly<Partial<Record<Aspect, Digest>>>,
  result: Result,
): Promise<void> {
  const { tree, refusal } = read(file);
  if (refusal !== null) {
    const compilers = await oracle.refusal(file);
    if (compilers !== null) result.refusedByBoth.push(`${file}: ${refusal}; CPython: ${compilers}`);
    else result.mismatches.push({ file, aspect: 'accepts', theirs: ['accepted'], ours: [refusal] });
  }
  if (!tree) return;
  result.compared++;
  for (const [aspect, [count, hash]] of Object.entries(digests) as [Aspect, Digest][]) {
    const ours = ASPECTS[aspect](tree, version).sort();
    result.facts += count;
    if (hashOf(ours) === hash) continue;
    const { facts } = await oracle.facts(file, [aspect]);
    const [theirsOnly, oursOnly] = difference(facts?.[aspect] ?? [], ours);
    const left = explain(tree, version, theirsOnly, oursOnly, result.quirks);
    if (left.theirs.length + left.ours.length > 0)
      result.mismatches.push({ file, aspect, ...left });
  }
}

/** The tree of a file, null where the grammar does not admit it; and why mpfix refuses the file, if it does. */
function read(file: string): { tree: SyntaxTree | null; refusal: string | null } {
  const source = decode(file, readFileSync(file));
  if (isUnreadable(source)) return { tree: null, refusal: source.message };
  const tree = parse(source.text);
  const problem = invalidSyntax(tree);
  const row = problem?.offset == null ? '?' : tree.lines.positionOf(problem.offset).row;
  return {
    tree: tree.firstError ? null : tree,
    refusal: problem && `line ${row}: ${problem.message}`,
  };
}

function hashOf(facts: readonly string[]): string {
  return createHash('sha1').update(facts.join('\n')).digest('hex');
}

/** The facts of each that the other lacks; one that is there twice counts twice. */
function difference(theirs: readonly string[], ours: readonly string[]): [string[], string[]] {
  const counts = new Map<string, number>();
  for (const fact of theirs) counts.set(fact, (counts.get(fact) ?? 0) + 1);
  for (const fact of ours) counts.set(fact, (counts.get(fact) ?? 0) - 1);
  const repeated = (sign: 1 | -1) =>
    [...counts].flatMap(([fact, count]) => Array<string>(Math.max(sign * count, 0)).fill(fact));
  return [repeated(1), repeated(-1)];
}
