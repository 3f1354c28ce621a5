import type { Attempt } from './attempt.ts';
import {
  classify,
  describeOutcome,
  type Expectation,
  type Outcome,
  sameOutcome,
} from './outcome.ts';
import { luckyKeys, type Proof, ungroup } from './record.ts';
import type { Run } from './run.ts';

const RETRIES = 2;
const RETRY_PATIENCE = 3;
const SHOWN_LINES = 12;

/** The output ends well and prints the same under every interpreter and start method. */
export async function checkOutputs(
  attempts: readonly Attempt[],
  expected: Expectation,
): Promise<readonly string[]> {
  const problems = await Promise.all(
    attempts.map(async (attempt) => {
      const { outcome, run } = await settle(attempt, expected, (one) => one.outcome === 'ok');
      if (outcome.outcome === 'ok') return [];
      return [`${attempt.name}: the output is ${describeOutcome(outcome)}${excerpt(run)}`];
    }),
  );
  return problems.flat();
}

/** The input does what is recorded; on a version that nobody recorded it fails at least somewhere. */
export async function checkInputs(
  attempts: readonly Attempt[],
  expected: Expectation,
  proof: Proof,
): Promise<readonly string[]> {
  const recorded = ungroup(proof.input ?? [], proof.run);
  const lucky = luckyKeys(proof);
  const known = new Set([...recorded.keys()].map((key) => key.split(' ')[0]));
  const problems = await Promise.all(
    attempts
      .filter(({ key, minor }) => known.has(minor) && !lucky.has(key))
      .map((attempt) => checkInput(attempt, expected, recorded.get(attempt.name))),
  );
  const byLuck = new Set(attempts.filter(({ key }) => lucky.has(key)).map(({ minor }) => minor));
  const unrecorded = attempts.filter(({ minor }) => !known.has(minor) && !byLuck.has(minor));
  return [...problems.flat(), ...(proof.reason ? [] : findHarmless(unrecorded, expected))];
}

/** What must hold of every record, whatever the machine at hand; `isPair` where it has an output. */
export function checkRecord({ input = [], lucky = [], reason }: Proof, isPair: boolean): string[] {
  if (reason !== undefined) return [];
  if (lucky.length === 0 && input.every(({ outcome }) => outcome === 'ok')) {
    return [
      'the input fails nowhere, so there is nothing to fix: say in "reason" why it is a fixture',
    ];
  }
  if (!isPair) return [];
  return input
    .filter(({ outcome, runs }) => outcome === 'wrong' && runs.some((run) => / fork\b/.test(run)))
    .map(
      ({ runs }) =>
        `the input ends well under fork (${runs.join(', ')}) and prints something else than the output: say in "reason" why the output is right`,
    );
}

async function checkInput(
  attempt: Attempt,
  expected: Expectation,
  recorded: Outcome | undefined,
): Promise<readonly string[]> {
  if (recorded === undefined) return [`${attempt.name}: no outcome of the input is recorded`];
  const { outcome, run } = await settle(attempt, expected, (one) => sameOutcome(one, recorded));
  if (sameOutcome(outcome, recorded)) return [];
  const was = describeOutcome(recorded);
  return [
    `${attempt.name}: the input is ${describeOutcome(outcome)}, recorded is ${was}${excerpt(run)}`,
  ];
}

/** The versions under which the input is right in every way. */
function findHarmless(attempts: readonly Attempt[], expected: Expectation): string[] {
  const failing = new Set(
    attempts
      .filter(({ run }) => classify(run, expected).outcome !== 'ok')
      .map(({ minor }) => minor),
  );
  const harmless = new Set(attempts.map(({ minor }) => minor).filter((one) => !failing.has(one)));
  return [...harmless].map((minor) => `${minor}: the input fails under no start method`);
}

/** The outcome of an attempt; one that is not accepted gets more chances and more time, as the machine may be busy. */
async function settle(
  attempt: Attempt,
  expected: Expectation,
  accept: (outcome: Outcome) => boolean,
): Promise<{ outcome: Outcome; run: Run }> {
  let { run } = attempt;
  let outcome = classify(run, expected);
  for (let retry = 0; retry < RETRIES && !accept(outcome); retry += 1) {
    run = await attempt.again(RETRY_PATIENCE);
    outcome = classify(run, expected);
  }
  return { outcome, run };
}

function excerpt({ stderr }: Run): string {
  const lines = stderr.trimEnd().split('\n').slice(-SHOWN_LINES);
  return lines.join('').trim() === '' ? '' : `\n${lines.map((line) => `    | ${line}`).join('\n')}`;
}
