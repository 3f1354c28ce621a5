/** Which Pythons there are, and how they start processes. */
import { execFile } from 'node:child_process';
import { existsSync, readdirSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { START_METHODS, type StartMethod } from '../processes/start-method.ts';
import { textOf } from './machine.ts';

export interface Interpreter {
  readonly path: string;
  /** Where it comes from: PATH, or a virtual environment of the project. */
  readonly origin: 'path' | 'project';
  /** `3.11.7`; null where it did not say. */
  readonly version: string | null;
  readonly defaultMethod: StartMethod | null;
  readonly counts: CpuCounts | null;
  /** Why nothing is known of it; null where it answered. */
  readonly problem: string | null;
}

/** What the functions of a Python give; null for one that it does not have. */
export interface CpuCounts {
  readonly cpuCount: number | null;
  readonly processCpuCount: number | null;
  readonly affinity: number | null;
}

const TIMEOUT_MS = 10_000;

const QUESTION = `
import json, multiprocessing, os, platform, sys
print(json.dumps({
    "executable": os.path.realpath(sys.executable),
    "version": platform.python_version(),
    "method": multiprocessing.get_all_start_methods()[0],
    "cpuCount": os.cpu_count(),
    "processCpuCount": os.process_cpu_count() if hasattr(os, "process_cpu_count") else None,
    "affinity": len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else None,
}))`;

/** A name that Python 2 has too. */
const PLAIN = /python(\.exe)?$/;

const NAME = /^python(3(\.\d+)?t?)?(\.exe)?$/;

const run = promisify(execFile);

/** The interpreters in the folders of `PATH`, and those of a project's virtual environments; each once. */
export async function interpreters(searched: string, project: string): Promise<Interpreter[]> {
  const found = new Map<string, Interpreter>();
  // One after another: shims take their time.
  for (const file of onPath(searched)) {
    const { interpreter, executable } = await asked(file, 'path');
    const isPython2 = interpreter.problem !== null && PLAIN.test(interpreter.path);
    if (!isPython2 && !found.has(executable)) found.set(executable, interpreter);
  }
  const ofProject = environments(project).map((file) => ofEnvironment(file, project));
  return [...found.values(), ...(await Promise.all(ofProject))];
}

/** The programs that may be a Python 3, each file once. */
function onPath(searched: string): string[] {
  const real = new Map<string, string>();
  for (const folder of searched.split(path.delimiter).filter((each) => path.isAbsolute(each))) {
    for (const name of entries(folder)
      .filter((each) => NAME.test(each))
      .sort()) {
      const file = path.join(folder, name);
      const target = realOf(file);
      if (target !== null && !real.has(target)) real.set(target, file);
    }
  }
  return [...real.values()];
}

/** The Pythons of virtual environments right in a project's folder. */
function environments(project: string): string[] {
  return entries(project)
    .filter((name) => existsSync(path.join(project, name, 'pyvenv.cfg')))
    .flatMap((name) => [path.join(name, 'bin', 'python'), path.join(name, 'Scripts', 'python.exe')])
    .map((file) => path.join(project, file))
    .filter((file) => existsSync(file));
}

/** A program that lies in the project is not run: it may be anything. What the environment's settings say is taken. */
async function ofEnvironment(file: string, project: string): Promise<Interpreter> {
  const target = realOf(file);
  const isInside =
    target === null || !path.relative(realOf(project) ?? project, target).startsWith('..');
  if (!isInside) return (await asked(file, 'project')).interpreter;
  const settings = textOf(path.join(path.dirname(file), '..', 'pyvenv.cfg')) ?? '';
  const version = /^version(?:_info)?\s*=\s*(3\.\d+(?:\.\d+)?)/m.exec(settings)?.[1] ?? null;
  const problem = 'it lies in the project, so it was not run';
  return { ...UNKNOWN, path: file, origin: 'project', version, problem };
}

const UNKNOWN = { version: null, defaultMethod: null, counts: null, problem: null } as const;

/** Runs an interpreter, without the site packages and the code of the current folder. */
async function asked(
  file: string,
  origin: Interpreter['origin'],
): Promise<{ interpreter: Interpreter; executable: string }> {
  const unknown = (problem: string) => ({
    interpreter: { ...UNKNOWN, path: file, origin, problem },
    executable: file,
  });
  try {
    const { stdout } = await run(file, ['-I', '-S', '-B', '-c', QUESTION], {
      timeout: TIMEOUT_MS,
      killSignal: 'SIGKILL',
      cwd: path.parse(path.resolve(file)).root,
    });
    const said: Record<string, unknown> = JSON.parse(stdout);
    const number = (key: string) => (typeof said[key] === 'number' ? said[key] : null);
    return {
      executable: origin === 'path' ? `${said['executable']}` : file,
      interpreter: {
        path: file,
        origin,
        version: `${said['version']}`,
        defaultMethod: START_METHODS.find((method) => method === said['method']) ?? null,
        counts: {
          cpuCount: number('cpuCount'),
          processCpuCount: number('processCpuCount'),
          affinity: number('affinity'),
        },
        problem: null,
      },
    };
  } catch (error) {
    const isLate = (error as { killed?: boolean }).killed === true;
    return unknown(
      isLate
        ? `it gave no answer in ${TIMEOUT_MS / 1000} seconds`
        : 'it does not run as a Python 3',
    );
  }
}

function entries(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function realOf(file: string): string | null {
  try {
    return realpathSync(file);
  } catch {
    return null;
  }
}
