import { availableParallelism } from 'node:os';
import { type Attempt, attempt, type Slot } from './attempt.ts';
import { checkInputs, checkOutputs, checkRecord } from './check.ts';
import { loadFixture, type Pair, saveProof } from './fixtures.ts';
import { compareVersions, type Interpreter } from './interpreters.ts';
import { limiter } from './limit.ts';
import {
  classify,
  describeOutcome,
  type Expectation,
  linesOf,
  sameLines,
  sameOutcome,
} from './outcome.ts';
import { expandRuns, group, type OutcomeGroup, type Proof, ungroup } from './record.ts';
import type { Program } from './run.ts';

export interface ProveOptions {
  readonly interpreters: readonly Interpreter[];
  readonly pairs: readonly Pair[];
  /** Write what the runs did into the proof files, instead of comparing with them. */
  readonly record: boolean;
}

/** Proves each pair; gives by name a promise of what is wrong with it, empty where nothing is. Never rejects. */
export function proveFixtures(options: ProveOptions): Map<string, Promise<readonly string[]>> {
  // Programs that hang sleep, so there is room for more than one a core.
  const slot = limiter(availableParallelism() + 2);
  return new Map(
    options.pairs.map((pair) => [
      pair.name,
      provePair(pair, options, slot).catch((error: Error) => [error.message]),
    ]),
  );
}

async function provePair(
  pair: Pair,
  { interpreters, record }: ProveOptions,
  slot: Slot,
): Promise<readonly string[]> {
  const { input, output, proof } = loadFixture(pair);
  if (!record && (proof.prints === undefined || proof.input === undefined)) {
    return ['nothing is recorded for it yet: __testfixtures__/README.md says how'];
  }
  const usable = interpreters.filter(
    ({ minor }) => compareVersions(minor, proof.minPython ?? '3.0') >= 0,
  );
  if (usable.length === 0) return [];
  const attemptAll = (program: Program): Promise<Attempt[]> =>
    Promise.all(
      usable.flatMap((interpreter) =>
        interpreter.methods.map((method) => attempt(program, interpreter, method, slot)),
      ),
    );
  const [inputs, outputs] = await Promise.all([attemptAll(input), attemptAll(output)]);
  const prints = record ? mostPrinted(outputs, proof) : (proof.prints ?? []);
  const { unordered = false, allowLeak = false } = proof;
  const expected = { prints, unordered, allowLeak };
  const problems = await checkOutputs(outputs, expected);
  if (!record) {
    return [...problems, ...(await checkInputs(inputs, expected, proof)), ...checkRecord(proof)];
  }
  const recorded = { ...proof, input: recordInputs(inputs, expected, proof), prints };
  saveProof(pair, recorded);
  return [...problems, ...(await findLuck(inputs, expected, proof)), ...checkRecord(recorded)];
}

function recordInputs(
  attempts: readonly Attempt[],
  expected: Expectation,
  proof: Proof,
): OutcomeGroup[] {
  const outcomes = ungroup(proof.input ?? []);
  for (const { key, run } of attempts) outcomes.set(key, classify(run, expected));
  for (const key of (proof.lucky ?? []).flatMap(expandRuns)) outcomes.delete(key);
  return group(outcomes);
}

/** What is recorded must hold: each input runs twice, and has to do the same again. */
async function findLuck(
  attempts: readonly Attempt[],
  expected: Expectation,
  proof: Proof,
): Promise<string[]> {
  const lucky = new Set((proof.lucky ?? []).flatMap(expandRuns));
  const problems = await Promise.all(
    attempts
      .filter(({ key }) => !lucky.has(key))
      .map(async ({ key, run, again }) => {
        const first = classify(run, expected);
        const second = classify(await again(1), expected);
        if (sameOutcome(first, second)) return [];
        return [
          `${key}: the input was ${describeOutcome(first)}, then ${describeOutcome(second)}: make it certain or list it in "lucky"`,
        ];
      }),
  );
  return problems.flat();
}

/** The text that most runs of the output print: one that fails by accident does not decide what is right. */
function mostPrinted(
  attempts: readonly Attempt[],
  { unordered = false }: Proof,
): readonly string[] {
  const printed = attempts
    .filter(({ run }) => run.end === 'exit' && run.code === 0)
    .map(({ run }) => linesOf(run.stdout, unordered));
  const votes = printed.map((lines) => printed.filter((other) => sameLines(lines, other)).length);
  return printed[votes.indexOf(Math.max(...votes))] ?? [];
}
