import { availableParallelism } from 'node:os';
import { cachedRun, cacheKey, keepRun } from './cache.ts';
import { type Fixture, saveProof } from './fixtures.ts';
import { compareVersions, type Interpreter } from './interpreters.ts';
import { limiter } from './limit.ts';
import {
  classify,
  describeOutcome,
  type Expectation,
  linesOf,
  type Outcome,
  sameLines,
  sameOutcome,
} from './outcome.ts';
import { expandRuns, group, type OutcomeGroup, type Proof, runKey, ungroup } from './record.ts';
import { type Program, type Run, run, TIME_LIMIT_MS } from './run.ts';

export interface ProveOptions {
  readonly interpreters: readonly Interpreter[];
  readonly fixtures: readonly Fixture[];
  /** Write what the runs did into the proof files, instead of comparing with them. */
  readonly record: boolean;
}

/** One run of a program, and how to repeat it with more time. */
interface Attempt {
  readonly key: string;
  readonly minor: string;
  readonly run: Run;
  readonly again: () => Promise<Run>;
}

const SECOND_LIMIT_MS = 3 * TIME_LIMIT_MS;
const RETRIES = 2;

/** Proves each fixture; gives by name a promise of what is wrong with it, empty where nothing is. Never rejects. */
export function proveFixtures(options: ProveOptions): Map<string, Promise<readonly string[]>> {
  const slot = limiter(availableParallelism() + 2);
  return new Map(
    options.fixtures.map((fixture) => [
      fixture.name,
      proveFixture(fixture, options, slot).catch((error: Error) => [error.message]),
    ]),
  );
}

async function proveFixture(
  fixture: Fixture,
  { interpreters, record }: ProveOptions,
  slot: <T>(task: () => Promise<T>) => Promise<T>,
): Promise<readonly string[]> {
  const { proof } = fixture;
  const usable = interpreters.filter(
    ({ minor }) => compareVersions(minor, proof.minPython ?? '3.0') >= 0,
  );
  if (usable.length === 0) return [];
  if (!record && (proof.prints === undefined || proof.input === undefined)) {
    return ['nothing is recorded for it yet: see __testfixtures__/README.md'];
  }
  const attemptAll = (program: Program): Promise<Attempt[]> =>
    Promise.all(
      usable.flatMap((interpreter) =>
        interpreter.methods.map((method) => attempt(program, interpreter, method, slot)),
      ),
    );
  const [inputs, outputs] = await Promise.all([
    attemptAll(fixture.input),
    attemptAll(fixture.output),
  ]);
  const prints = record ? mostPrinted(outputs, proof) : (proof.prints ?? []);
  const expected: Expectation = {
    prints,
    unordered: proof.unordered ?? false,
    allowLeak: proof.allowLeak ?? false,
  };
  const problems = await checkOutputs(outputs, expected);
  if (!record) return [...problems, ...(await checkInputs(inputs, expected, proof))];

  const recorded = { ...proof, input: recordInputs(inputs, expected, proof), prints };
  saveProof(fixture, recorded);
  return [...problems, ...checkRecord(recorded)];
}

async function attempt(
  program: Program,
  interpreter: Interpreter,
  method: string,
  slot: <T>(task: () => Promise<T>) => Promise<T>,
): Promise<Attempt> {
  const key = cacheKey(program, interpreter, method);
  const fresh = async (limitMs?: number): Promise<Run> => {
    const result = await slot(() => run(program, interpreter, method, limitMs));
    keepRun(key, result);
    return result;
  };
  return {
    key: runKey(interpreter.minor, method),
    minor: interpreter.minor,
    run: cachedRun(key) ?? (await fresh()),
    again: () => fresh(SECOND_LIMIT_MS),
  };
}

/** The outcome of an attempt; one that is not accepted gets a second chance, with more time, on a busy machine. */
async function settle(
  attempt: Attempt,
  expected: Expectation,
  accept: (outcome: Outcome) => boolean,
): Promise<{ outcome: Outcome; run: Run }> {
  let { run } = attempt;
  let outcome = classify(run, expected);
  for (let retry = 0; retry < RETRIES && !accept(outcome); retry += 1) {
    run = await attempt.again();
    outcome = classify(run, expected);
  }
  return { outcome, run };
}

async function checkOutputs(
  attempts: readonly Attempt[],
  expected: Expectation,
): Promise<readonly string[]> {
  const problems = await Promise.all(
    attempts.map(async (attempt) => {
      const settled = await settle(attempt, expected, ({ outcome }) => outcome === 'ok');
      if (settled.outcome.outcome === 'ok') return [];
      return [
        `${attempt.key}: the output is ${describeOutcome(settled.outcome)}${tail(settled.run)}`,
      ];
    }),
  );
  return problems.flat();
}

async function checkInputs(
  attempts: readonly Attempt[],
  expected: Expectation,
  proof: Proof,
): Promise<readonly string[]> {
  const recorded = ungroup(proof.input ?? []);
  const lucky = new Set((proof.lucky ?? []).flatMap(expandRuns));
  const known = new Set([...recorded.keys()].map((key) => key.split(' ')[0]));
  const problems = await Promise.all(
    attempts
      .filter(({ key, minor }) => known.has(minor) && !lucky.has(key))
      .map(async (attempt) => {
        const right = recorded.get(attempt.key);
        if (right === undefined) return [`${attempt.key}: no outcome of the input is recorded`];
        const { outcome, run } = await settle(attempt, expected, (one) => sameOutcome(one, right));
        if (sameOutcome(outcome, right)) return [];
        return [
          `${attempt.key}: the input is ${describeOutcome(outcome)}, recorded is ${describeOutcome(right)}${tail(run)}`,
        ];
      }),
  );
  const fresh = attempts.filter(({ minor }) => !known.has(minor));
  return [...problems.flat(), ...checkRecord(proof), ...checkUnrecorded(fresh, expected, proof)];
}

/** On a version that nobody recorded only the rule itself holds: the input fails somewhere. */
function checkUnrecorded(
  attempts: readonly Attempt[],
  expected: Expectation,
  proof: Proof,
): string[] {
  if (proof.reason !== undefined) return [];
  const minors = [...new Set(attempts.map(({ minor }) => minor))];
  return minors
    .filter((minor) =>
      attempts.every((one) => one.minor !== minor || classify(one.run, expected).outcome === 'ok'),
    )
    .map((minor) => `${minor}: the input fails under no start method`);
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

/** What must hold of every record, whatever the machine at hand. */
function checkRecord({ input = [], lucky = [], reason }: Proof): string[] {
  if (reason !== undefined) return [];
  if (lucky.length === 0 && input.every(({ outcome }) => outcome === 'ok')) {
    return [
      'the input fails nowhere, so there is nothing to fix: say in "reason" why it is a fixture',
    ];
  }
  const wrong = input.find(
    ({ outcome, runs }) => outcome === 'wrong' && runs.some((run) => / fork\b/.test(run)),
  );
  if (wrong === undefined) return [];
  return [
    `the input ends well under fork (${wrong.runs.join(', ')}) and prints something else than the output: say in "reason" why the output is right`,
  ];
}

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

function tail({ stderr }: Run): string {
  const lines = stderr.trimEnd().split('\n').slice(-12);
  return lines.join('').trim() === '' ? '' : `\n${lines.map((line) => `    | ${line}`).join('\n')}`;
}
