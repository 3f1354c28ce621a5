import { compareVersions } from './interpreters.ts';
import { type Outcome, sameOutcome } from './outcome.ts';

/** One outcome and the runs that had it: "3.8-3.13 spawn forkserver". */
export interface OutcomeGroup extends Outcome {
  /** The ways of starting the program in which they had it; absent where all had. */
  readonly as?: readonly string[];
  readonly runs: readonly string[];
}

/** The content of `<case>.proof.json`. People write the first part; recording writes `input` and `prints`. */
export interface Proof {
  /** Modules that the program imports and that `__testfixtures__/stubs/` stands in for. */
  readonly needs?: readonly string[];
  /** "3.10": older interpreters can't run the program. */
  readonly minPython?: string;
  readonly args?: readonly string[];
  /** The ways in which a program of several files is started: "main.py", "-m package.main", "console-script". */
  readonly run?: readonly string[];
  /** Extra files beside the script: path → text. */
  readonly files?: Readonly<Record<string, string>>;
  /** Output lines may come in any order. */
  readonly unordered?: boolean;
  /** Pools left running are not this fixture's subject. */
  readonly allowLeak?: boolean;
  /** Runs of the input that depend on luck and are neither recorded nor checked: "3.8-3.14 spawn", or "spawn". */
  readonly lucky?: readonly string[];
  /** Why this is a fixture although the input fails nowhere, or why its output under fork is the wrong one. */
  readonly reason?: string;
  readonly input?: readonly OutcomeGroup[];
  /** What the output prints, line by line, in every run; without an output, what a right program would. */
  readonly prints?: readonly string[];
}

export const PROOF_FIELDS: readonly string[] = [
  'needs',
  'minPython',
  'args',
  'run',
  'files',
  'unordered',
  'allowLeak',
  'lucky',
  'reason',
  'input',
  'prints',
] satisfies (keyof Proof)[];

/** What names one run: "3.12 spawn". */
export function runKey(minor: string, method: string): string {
  return `${minor} ${method}`;
}

/** What names one run of a program that can be started in several ways: "3.12 spawn as -m package.main". */
export function runName(key: string, way: string | null): string {
  return way === null ? key : `${key} as ${way}`;
}

/** The ways in which a program is started; null is the one of a program that names none. */
export function waysOf(run: Proof['run']): readonly (string | null)[] {
  return run ?? [null];
}

const METHODS = ['fork', 'spawn', 'forkserver'];
const RUNS =
  /^(?:3\.(\d+)(?:-3\.(\d+))?(?: |$))?((?:fork|spawn|forkserver)(?: (?:fork|spawn|forkserver))*)$/;
/** Lists that are easier to read on one line. */
const SHORT_LISTS = /"(?:run|runs|as)": \[[^\]]*\]/g;
const UNKNOWN_NEWEST = 40;

/**
 * "3.8-3.10 spawn forkserver" → "3.8 spawn", "3.8 forkserver", …; without a version, every version's.
 * @throws Error when the text has another form.
 */
export function expandRuns(text: string): string[] {
  const [, from, to, methods] = RUNS.exec(text) ?? [];
  if (methods === undefined) {
    throw new Error(`"${text}" names no runs: write "3.8-3.13 spawn forkserver" or "3.14 fork"`);
  }
  const first = from === undefined ? 0 : Number(from);
  const last = to === undefined ? (from === undefined ? UNKNOWN_NEWEST : first) : Number(to);
  const minors = Array.from({ length: last - first + 1 }, (_, index) => `3.${first + index}`);
  return minors.flatMap((minor) => methods.split(' ').map((method) => runKey(minor, method)));
}

/** The runs of the input that depend on luck. */
export function luckyKeys({ lucky = [] }: Proof): Set<string> {
  return new Set(lucky.flatMap(expandRuns));
}

/** The recorded outcome of each run, by its name. */
export function ungroup(groups: readonly OutcomeGroup[], run?: Proof['run']): Map<string, Outcome> {
  return new Map(
    groups.flatMap(({ runs, as, ...outcome }) =>
      (as ?? waysOf(run)).flatMap((way) =>
        runs.flatMap(expandRuns).map((key): [string, Outcome] => [runName(key, way), outcome]),
      ),
    ),
  );
}

/**
 * Runs of one outcome together, neighbouring versions as ranges, ways of starting that did the same as one, in the
 * order in which a person looks for them.
 */
export function group(outcomes: ReadonlyMap<string, Outcome>, run?: Proof['run']): OutcomeGroup[] {
  const groups: { outcome: Outcome; runs: string[]; ways: string[] }[] = [];
  for (const way of waysOf(run)) {
    for (const { outcome, keys } of groupKeys(outcomes, way)) {
      const runs = ranges(keys);
      const same = groups.find(
        (one) => sameOutcome(one.outcome, outcome) && `${one.runs}` === `${runs}`,
      );
      if (same) same.ways.push(way ?? '');
      else groups.push({ outcome, runs, ways: [way ?? ''] });
    }
  }
  return groups.map(({ outcome, runs, ways }) => {
    const as = ways.length < waysOf(run).length ? { as: ways } : {};
    return { ...outcome, ...as, runs };
  });
}

/** The runs in one way, those of one outcome together. */
function groupKeys(
  outcomes: ReadonlyMap<string, Outcome>,
  way: string | null,
): { outcome: Outcome; keys: string[] }[] {
  const groups: { outcome: Outcome; keys: string[] }[] = [];
  for (const key of keysIn(outcomes, way).sort(compareKeys)) {
    const outcome = outcomes.get(runName(key, way)) as Outcome;
    const same = groups.find((one) => sameOutcome(one.outcome, outcome));
    if (same) same.keys.push(key);
    else groups.push({ outcome, keys: [key] });
  }
  return groups;
}

function keysIn(outcomes: ReadonlyMap<string, Outcome>, way: string | null): string[] {
  const names = [...outcomes.keys()].map((name) => name.split(/ as (.*)/));
  return names.flatMap(([key = '', as = null]) => (as === way ? [key] : []));
}

/** The file's text. */
export function renderProof(proof: Proof): string {
  const ordered = PROOF_FIELDS.map((field) => [field, proof[field as keyof Proof]]);
  const defined = ordered.filter(([, value]) => value !== undefined);
  const json = JSON.stringify(Object.fromEntries(defined), null, 2);
  return `${json.replace(SHORT_LISTS, (array) =>
    array
      .replace(/\s*\n\s*/g, ' ')
      .replace('[ ', '[')
      .replace(' ]', ']'),
  )}\n`;
}

function compareKeys(left: string, right: string): number {
  const [leftMinor = '', leftMethod = ''] = left.split(' ');
  const [rightMinor = '', rightMethod = ''] = right.split(' ');
  return (
    METHODS.indexOf(leftMethod) - METHODS.indexOf(rightMethod) ||
    compareVersions(leftMinor, rightMinor)
  );
}

/** "3.8 fork", "3.9 fork" → "3.8-3.9 fork". */
export function ranges(keys: readonly string[]): string[] {
  const methodsOf = new Map<number, string[]>();
  for (const key of keys) {
    const [version = '', method = ''] = key.split(' ');
    const minor = Number(version.slice(2));
    methodsOf.set(minor, [...(methodsOf.get(minor) ?? []), method]);
  }
  const spans: { first: number; last: number; methods: string }[] = [];
  for (const minor of [...methodsOf.keys()].sort((left, right) => left - right)) {
    const methods = (methodsOf.get(minor) ?? []).join(' ');
    const span = spans.at(-1);
    if (span && span.last === minor - 1 && span.methods === methods) span.last = minor;
    else spans.push({ first: minor, last: minor, methods });
  }
  return spans.map(
    ({ first, last, methods }) => `3.${first}${last > first ? `-3.${last}` : ''} ${methods}`,
  );
}
