import { availableParallelism } from 'node:os';
import { type Attempt, attempt, type Slot } from './attempt.ts';
import { checkInputs, checkOutputs, checkRecord } from './check.ts';
import { loadFixture, type ProofCase, type Started, saveProof } from './fixtures.ts';
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
import {
  group,
  luckyKeys,
  type OutcomeGroup,
  type Proof,
  runName,
  ungroup,
  waysOf,
} from './record.ts';

export interface ProveOptions {
  /** Those under which a case is run. */
  readonly interpretersFor: (fixture: ProofCase) => readonly Interpreter[];
  readonly cases: readonly ProofCase[];
  /** Write what the runs did into the proof files, instead of comparing with them. */
  readonly record: boolean;
}

/** Proves each case; gives by name a promise of what is wrong with it, empty where nothing is. Never rejects. */
export function proveFixtures(options: ProveOptions): Map<string, Promise<readonly string[]>> {
  // Programs that hang sleep, so there is room for more than one a core.
  const slot = limiter(availableParallelism() + 2);
  return new Map(
    options.cases.map((fixture) => [
      fixture.name,
      proveCase(fixture, options, slot).catch((error: Error) => [error.message]),
    ]),
  );
}

async function proveCase(
  fixture: ProofCase,
  { interpretersFor, record }: ProveOptions,
  slot: Slot,
): Promise<readonly string[]> {
  const { inputs, outputs, proof } = loadFixture(fixture);
  const isPair = fixture.output !== null;
  if (!record && (proof.input === undefined || (isPair && proof.prints === undefined))) {
    return ['nothing is recorded for it yet: __testfixtures__/README.md says how'];
  }
  const usable = interpretersFor(fixture).filter(
    ({ minor }) => compareVersions(minor, proof.minPython ?? '3.0') >= 0,
  );
  if (usable.length === 0) return [];
  const attemptAll = (programs: readonly Started[]): Promise<Attempt[]> =>
    Promise.all(
      programs.flatMap((program) =>
        usable.flatMap((interpreter) =>
          interpreter.methods.map((method) => attempt(program, interpreter, method, slot)),
        ),
      ),
    );
  const [before, after] = await Promise.all([attemptAll(inputs), attemptAll(outputs)]);
  const prints = record && isPair ? mostPrinted(after, proof) : (proof.prints ?? []);
  const { unordered = false, allowLeak = false } = proof;
  const expected = { prints, unordered, allowLeak };
  const problems = await checkOutputs(after, expected);
  if (!record) {
    const unlike = await checkInputs(before, expected, proof);
    return [...problems, ...unlike, ...checkRecord(proof, isPair)];
  }
  const input = recordInputs(before, expected, proof);
  const recorded = { ...proof, input, ...(isPair ? { prints } : {}) };
  saveProof(fixture, recorded);
  return [
    ...problems,
    ...(await findLuck(before, expected, proof)),
    ...checkRecord(recorded, isPair),
  ];
}

function recordInputs(
  attempts: readonly Attempt[],
  expected: Expectation,
  proof: Proof,
): OutcomeGroup[] {
  const outcomes = ungroup(proof.input ?? [], proof.run);
  for (const { name, run } of attempts) outcomes.set(name, classify(run, expected));
  for (const key of luckyKeys(proof)) {
    for (const way of waysOf(proof.run)) outcomes.delete(runName(key, way));
  }
  return group(outcomes, proof.run);
}

/** What is recorded must hold: each input runs twice, and has to do the same again. */
async function findLuck(
  attempts: readonly Attempt[],
  expected: Expectation,
  proof: Proof,
): Promise<string[]> {
  const lucky = luckyKeys(proof);
  const problems = await Promise.all(
    attempts
      .filter(({ key }) => !lucky.has(key))
      .map(async ({ name, run, again }) => {
        const first = classify(run, expected);
        const second = classify(await again(1), expected);
        if (sameOutcome(first, second)) return [];
        return [
          `${name}: the input was ${describeOutcome(first)}, then ${describeOutcome(second)}: make it certain or list it in "lucky"`,
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
