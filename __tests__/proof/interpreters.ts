import { execFile } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** A CPython that fixtures run under. */
export interface Interpreter {
  /** What to start: a path, or a command that PATH knows. */
  readonly command: string;
  /** "3.12.1" */
  readonly version: string;
  /** "3.12": the key under which behaviour is recorded. */
  readonly minor: string;
  readonly methods: readonly string[];
}

/** A command that answered, but is of no use here, and why. */
export interface LeftOut {
  readonly command: string;
  readonly why: string;
}

export interface Discovery {
  /** Oldest first, one a minor version. */
  readonly interpreters: readonly Interpreter[];
  readonly leftOut: readonly LeftOut[];
}

export type InterpreterSet = 'all' | 'turns' | 'ends';

const OLDEST_MINOR = 8;
const NEWEST_MINOR = 15;
const PROBE_LIMIT_MS = 60_000;
/** What a shim answers for a version that it does not have. */
const SHELL_NOT_FOUND = 127;

/** A file of the project: not every wrapper sees the whole file system. */
const OURS = import.meta.filename;

const PROBE = `
import json, multiprocessing, os, platform, sys
print(json.dumps({
    "implementation": platform.python_implementation(),
    "version": "%d.%d.%d" % sys.version_info[:3],
    "executable": sys.executable,
    "methods": multiprocessing.get_all_start_methods(),
    "reads": os.access(sys.argv[1], os.R_OK),
}))`;

interface Answer {
  readonly implementation: string;
  readonly version: string;
  readonly executable: string;
  readonly methods: readonly string[];
  readonly reads: boolean;
}

/** Where `npm run python:debian` puts them, seen from the root of the project. */
const SET_UP_HERE = path.resolve('.cache', 'debian');

/**
 * Every CPython from 3.8 on: those that MPFIX_PYTHONS names, those that the project set up itself, those on PATH,
 * those of pyenv.
 */
export async function findInterpreters(
  env = process.env,
  setUpHere = SET_UP_HERE,
): Promise<Discovery> {
  const named = (env['MPFIX_PYTHONS'] ?? '').split(path.delimiter).filter(Boolean);
  const preferred = [...named, ...debianCommands(setUpHere)];
  const others = [...commandsOnPath(), ...(await pyenvCommands(env))];
  const [chosen, further] = await Promise.all([probeAll(preferred, env), probeAll(others, env)]);
  const newestFirst = further.usable.sort((left, right) =>
    compareVersions(right.version, left.version),
  );
  return {
    interpreters: oneEachMinor([...chosen.usable, ...newestFirst]),
    leftOut: [...chosen.failed, ...further.failed.filter(({ installed }) => installed)].map(
      ({ command, why }) => ({ command, why }),
    ),
  };
}

/**
 * `ends`: the oldest and the newest. `turns`: these, and of those between two, which are others for the next `turn`.
 */
export function selectInterpreters(
  set: InterpreterSet,
  found: readonly Interpreter[],
  turn = 0,
): readonly Interpreter[] {
  if (set === 'all' || found.length <= 2) return found;
  const between = found.slice(1, -1);
  const first = turn % between.length;
  const second = (first + Math.ceil(between.length / 2)) % between.length;
  return found.filter(
    (one, index) =>
      index === 0 ||
      index === found.length - 1 ||
      (set === 'turns' && (one === between[first] || one === between[second])),
  );
}

/** Compares "3.8" with "3.14", and "3.8.1" with "3.8.18", by number. */
export function compareVersions(left: string, right: string): number {
  return left.localeCompare(right, 'en', { numeric: true });
}

/** The first of each minor version, oldest version first. */
function oneEachMinor(usable: readonly Interpreter[]): Interpreter[] {
  const byMinor = new Map(usable.toReversed().map((one) => [one.minor, one]));
  return [...byMinor.values()].sort((left, right) => compareVersions(left.minor, right.minor));
}

function debianCommands(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).map((minor) => path.join(folder, minor, 'usr/bin', `python${minor}`));
}

function commandsOnPath(): string[] {
  const minors = Array.from(
    { length: NEWEST_MINOR - OLDEST_MINOR + 1 },
    (_, index) => `python3.${OLDEST_MINOR + index}`,
  );
  return ['python3', ...minors];
}

async function pyenvCommands(env: NodeJS.ProcessEnv): Promise<string[]> {
  try {
    const root = (await output('pyenv', ['root'], env)).trim();
    const versions = (await output('pyenv', ['versions', '--bare'], env)).split(/\s+/);
    return versions
      .filter((version) => Number(/^3\.(\d+)\.\d+$/.exec(version)?.[1]) >= OLDEST_MINOR)
      .map((version) => path.join(root, 'versions', version, 'bin', 'python3'));
  } catch {
    return [];
  }
}

interface Failure extends LeftOut {
  readonly installed: boolean;
}

async function probeAll(
  commands: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<{ usable: Interpreter[]; failed: Failure[] }> {
  const probed = await Promise.all(commands.map((command) => probe(command, env)));
  return {
    usable: probed.filter((one): one is Interpreter => 'version' in one),
    failed: probed.filter((one): one is Failure => 'why' in one),
  };
}

async function probe(command: string, env: NodeJS.ProcessEnv): Promise<Interpreter | Failure> {
  const answer = await ask(command, env);
  if ('why' in answer) return answer;
  const why = whyUseless(answer);
  if (why !== null) return { command, why, installed: true };
  return {
    command: await realCommand(command, answer, env),
    version: answer.version,
    minor: answer.version.split('.').slice(0, 2).join('.'),
    methods: answer.methods,
  };
}

function whyUseless({ implementation, version, reads }: Answer): string | null {
  if (implementation !== 'CPython') return `it is ${implementation}, not CPython`;
  if (compareVersions(version, `3.${OLDEST_MINOR}`) < 0)
    return `it is ${version}, older than 3.${OLDEST_MINOR}`;
  return reads ? null : "it can't read this project's files";
}

/** The executable itself rather than a shim in front of it; a wrapper whose executable is out of reach stays. */
async function realCommand(
  command: string,
  answer: Answer,
  env: NodeJS.ProcessEnv,
): Promise<string> {
  if (!existsSync(answer.executable)) return command;
  const again = await ask(answer.executable, env);
  const isSame = 'version' in again && again.version === answer.version && again.reads;
  return isSame ? answer.executable : command;
}

async function ask(command: string, env: NodeJS.ProcessEnv): Promise<Answer | Failure> {
  try {
    return JSON.parse(await output(command, ['-c', PROBE, OURS], env)) as Answer;
  } catch (error) {
    const { code, stderr } = error as { code?: string | number; stderr: string };
    if (code === 'ENOENT') return { command, why: 'it is not installed', installed: false };
    const why = stderr?.trim().split('\n').at(-1) || 'it gives no answer';
    return { command, why, installed: code !== SHELL_NOT_FOUND };
  }
}

function output(command: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(command, args, { env, timeout: PROBE_LIMIT_MS }, (error, stdout, stderr) => {
      if (error) reject(Object.assign(error, { stderr }));
      else resolve(stdout);
    });
  });
}
