import type { StartMethod } from '../processes/start-method.ts';
import { symptomsIn } from './describe.ts';
import type { Entry, Symptom } from './entry.ts';
import { linesOf } from './lines.ts';
import { MESSAGES } from './messages/index.ts';
import { type Failure, type Frame, isUsersFrame, placeOf, readLog } from './tracebacks.ts';

/** A rule that finds the mistake, and, where there are several, why it may be this one. */
export interface Candidate {
  readonly rule: string;
  readonly because: string | null;
}

/** One thing that happened, as far as a text tells. */
export interface Explanation {
  /** Of its entry in the tables. */
  readonly id: string;
  readonly title: string;
  /** The line that says it; null of a symptom. */
  readonly message: string | null;
  /** The process that it happened in, where that is told. */
  readonly process: string | null;
  /** Null where it is not told. */
  readonly isInChild: boolean | null;
  /** How often the text has it. */
  readonly times: number;
  readonly happened: string;
  readonly advice: string | null;
  /** Likeliest first. */
  readonly candidates: readonly Candidate[];
  readonly startMethods: readonly StartMethod[];
  /** Only what came of something else. */
  readonly follows: boolean;
  readonly frames: readonly Frame[];
  /** The names that the message has: of a function, an attribute, a file. */
  readonly names: readonly string[];
}

/** What there is to say of a text. */
export interface Answer {
  /** What happened: causes where there are any, else what came of a cause that the text does not show. */
  readonly explanations: readonly Explanation[];
  /** What came of those. */
  readonly consequences: readonly Explanation[];
  /** Exceptions of which the tables know nothing: the program's own. */
  readonly unknown: readonly Failure[];
  /** All steps of all tracebacks. */
  readonly frames: readonly Frame[];
  /** Where the text tells. */
  readonly startMethod: StartMethod | null;
  readonly python: string | null;
}

/** A longer text is no message that was wrapped. */
const FEW_LINES = 60;

const SPEAKS_OF_PROCESSES =
  /multiprocess|concurrent\.futures|ProcessPool|PoolWorker|(?:Spawn|Fork|ForkServer)Process|billiard|joblib|set_start_method/;

/** Says what a traceback, a log or a description tells of what went wrong between processes. */
export function explain(text: string): Answer {
  const { failures, others } = readLog(linesOf(text));
  const isOurs = SPEAKS_OF_PROCESSES.test(text);
  const found: Explanation[] = [];
  const unknown: Failure[] = [];
  const explained = new Map(failures.map((one) => [one, explainFailure(one, isOurs)]));
  for (const [failure, explanation] of explained) {
    // What an exception came of is told by the last of a chain, where that is known.
    const next = failure.next && explained.get(failure.next);
    if (next && !next.follows) continue;
    if (explanation) found.push(explanation);
    else if (isOfProgram(failure)) unknown.push(failure);
  }
  const loose = others.map((line) => line.text);
  found.push(...loose.flatMap((line) => explainLine(line, isOurs)));
  // What is wrapped is whole again when its lines are joined.
  if (found.length === 0 && loose.length < FEW_LINES) {
    found.push(...explainLine(loose.join(' ').replace(/\s+/g, ' '), isOurs));
  }
  const all = merged(found);
  const causes = all.filter(({ follows }) => !follows);
  const described =
    all.length === 0 && failures.length === 0
      ? symptomsIn(loose.join('\n')).map(explainSymptom)
      : [];
  return {
    explanations: all.length === 0 ? described : causes.length > 0 ? causes : all,
    consequences: causes.length > 0 ? all.filter(({ follows }) => follows) : [],
    unknown: distinct(unknown).filter(({ message }) => !all.some((one) => one.message === message)),
    frames: failures.flatMap(({ frames }) => frames),
    startMethod: startMethodIn(text),
    python: /[Pp]ython(?:3\.(\d+)|3(\d+)\b)/.exec(text)?.slice(1).find(Boolean) ?? null,
  };
}

/** Whether an exception came up in the program's own code, rather than in Python's on the way to another. */
function isOfProgram({ type, frames }: Failure): boolean {
  const last = frames.at(-1);
  return (
    !/KeyboardInterrupt$|SystemExit$|ExceptionGroup$|Warning$/.test(type) &&
    (!last || isUsersFrame(last))
  );
}

/** Who pickles or copies for another end than to hand over to a process, as `file:function`. */
const FOR_ANOTHER_END =
  /(?:^|\/)(?:copy\.py:(?:copy|deepcopy|_\w+)|shelve\.py:\w+|pandas\/io\/pickle\.py:to_pickle|torch\/serialization\.py:_?(?:legacy_)?save|django\/core\/cache\/[\w/]+\.py:\w+)$/;

function explainFailure(failure: Failure, isOurs: boolean): Explanation | null {
  const last = failure.frames.at(-1);
  if (last && FOR_ANOTHER_END.test(placeOf(last)) && /pickl/i.test(failure.message)) return null;
  for (const entry of MESSAGES) {
    const match = entry.pattern.exec(failure.message);
    if (match && fits(entry, failure, isOurs)) return told(entry, match, failure);
  }
  return null;
}

function fits(entry: Entry, failure: Failure, isOurs: boolean): boolean {
  const { within, notWithin, where, when, alone } = entry;
  if (failure.frames.length === 0 && failure.process === null) {
    return alone ? isOurs : !within && !where && !when;
  }
  const places = failure.frames.map(placeOf);
  return (
    (!within || places.some((place) => within.test(place))) &&
    !(notWithin && places.some((place) => notWithin.test(place))) &&
    (!where || (where === 'child') === failure.isInChild) &&
    (!when || when(failure))
  );
}

/** What a line of a log says by itself: entries that need no traceback. */
function explainLine(line: string, isOurs: boolean): Explanation[] {
  for (const entry of MESSAGES) {
    const { pattern, within, where, when, alone } = entry;
    if (alone ? !isOurs : within || where || when) continue;
    const match = pattern.exec(line);
    if (match) return [told(entry, match, null, line)];
  }
  return [];
}

function told(
  entry: Entry,
  match: RegExpExecArray,
  failure: Failure | null,
  line = '',
): Explanation {
  const groups = match.groups ?? {};
  return {
    id: entry.id,
    title: entry.title,
    message: (failure?.message ?? line).trim(),
    process: failure?.process ?? null,
    isInChild: failure && failure.frames.length > 0 ? failure.isInChild : null,
    times: 1,
    happened: filled(entry.happened, groups),
    advice: filled(entry.advice, groups),
    candidates: entry.rules.map((rule) => ({ rule, because: null })),
    startMethods: entry.startMethods,
    follows: entry.follows ?? false,
    frames: failure?.frames ?? [],
    names: Object.values(groups).filter(Boolean),
  };
}

/** Puts what the message names in its places; what it does not name goes by a general word. */
function filled(text: string, groups: Readonly<Record<string, string | undefined>>): string {
  return text.replace(
    /\{(\w+)\}/g,
    (_, name: string) => groups[name] ?? groups['other'] ?? 'object',
  );
}

function explainSymptom(symptom: Symptom): Explanation {
  return {
    id: symptom.id,
    title: symptom.title,
    message: null,
    process: null,
    isInChild: null,
    times: 1,
    happened: symptom.happened,
    advice: null,
    candidates: symptom.causes,
    startMethods: [],
    follows: false,
    frames: [],
    names: [],
  };
}

/** Each thing once, however many workers died of it; the child's side comes before what the parent says of it. */
function merged(found: readonly Explanation[]): Explanation[] {
  const byText = new Map<string, Explanation>();
  for (const one of found) {
    const key = `${one.id} ${one.happened}`;
    const known = byText.get(key);
    const isSameSide = known?.isInChild === one.isInChild;
    byText.set(
      key,
      known
        ? {
            ...known,
            times: known.times + Number(isSameSide),
            frames: [...known.frames, ...one.frames],
          }
        : one,
    );
  }
  return [...byText.values()];
}

function distinct(failures: readonly Failure[]): Failure[] {
  return [...new Map(failures.map((failure) => [failure.message, failure])).values()];
}

const METHOD_SIGNS: readonly (readonly [StartMethod, RegExp])[] = [
  [
    'forkserver',
    /\bForkServer(?:Process|PoolWorker)\b|multiprocessing[/\\](?:popen_)?forkserver\.py/,
  ],
  ['spawn', /\bSpawn(?:Process|PoolWorker)\b|multiprocessing[/\\]popen_spawn_\w+\.py|spawn_main\(/],
  ['fork', /\bFork(?:Process|PoolWorker)\b/],
];

/** The start method, where all signs are of one. */
function startMethodIn(text: string): StartMethod | null {
  const signs = METHOD_SIGNS.filter(([, sign]) => sign.test(text)).map(([method]) => method);
  return signs.length === 1 ? (signs[0] ?? null) : null;
}
