import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Interpreter } from './interpreters.ts';
import { ErrorLog, firstSentence, normalise } from './stderr.ts';

/** What is written into a fresh folder and started there. */
export interface Program {
  /** The script's file name, one of `files`. */
  readonly main: string;
  /** Path inside the folder → text. */
  readonly files: Readonly<Record<string, string>>;
  readonly args: readonly string[];
  /** Paths of stand-ins for modules that are not installed. */
  readonly stubs: readonly string[];
}

/** What a program did, before anyone says whether that is right. */
export interface Run {
  readonly end: 'exit' | 'hang';
  /** Exit code; null when a signal ended it or when it hung. */
  readonly code: number | null;
  readonly stdout: string;
  /** The exception that ended the parent, else the last word of stderr; of a hang, the exception seen most often. */
  readonly message?: string;
  /** Set when the program left a pool running or children alive: how that showed. */
  readonly leak?: string;
  /** The beginning of stderr, for whoever has to find out why. */
  readonly stderr: string;
}

/** Milliseconds after which a program that still runs has hung. */
export const TIME_LIMIT_MS = 8_000;

const FLOOD_REPEATS = 8;
const FLOOD_MS = 1_000;
const LINGER_MS = 2_000;
const STDOUT_LIMIT = 1_000_000;
const STDERR_KEPT = 4_000;
const UNCLOSED_POOL = /ResourceWarning: unclosed running multiprocessing pool/;
const SITE = fileURLToPath(new URL('./sitecustomize.py', import.meta.url));

/** Runs a program as a script under an interpreter whose default start method is `method`. */
export async function run(
  program: Program,
  interpreter: Interpreter,
  method: string,
  limitMs = TIME_LIMIT_MS,
): Promise<Run> {
  const root = mkdtempSync(path.join(tmpdir(), 'mpfix-proof-'));
  try {
    const cwd = layOut(program, root);
    const messageFile = path.join(root, 'message');
    const child = spawn(interpreter.command, [program.main, ...program.args], {
      cwd,
      detached: true,
      env: environment(path.join(root, 'lib'), method, messageFile),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const watched = await watch(child, limitMs);
    return judge(watched, messageFile, root);
  } finally {
    rmSync(root, { recursive: true, force: true, maxRetries: 3 });
  }
}

function layOut(program: Program, root: string): string {
  const cwd = path.join(root, 'work');
  const lib = path.join(root, 'lib');
  mkdirSync(lib);
  cpSync(SITE, path.join(lib, 'sitecustomize.py'));
  for (const stub of program.stubs) {
    cpSync(stub, path.join(lib, path.basename(stub)), { recursive: true });
  }
  for (const [name, text] of Object.entries(program.files)) {
    const file = path.join(cwd, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return cwd;
}

function environment(lib: string, method: string, messageFile: string): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(([name]) => !/^(PYTHON|MPFIX_)/.test(name));
  return {
    ...Object.fromEntries(inherited),
    PYTHONPATH: lib,
    PYTHONHASHSEED: '0',
    PYTHONDONTWRITEBYTECODE: '1',
    PYTHONIOENCODING: 'utf-8',
    PYTHONWARNINGS: 'always::ResourceWarning',
    PYTHON_COLORS: '0',
    MPFIX_START_METHOD: method,
    MPFIX_MESSAGE_FILE: messageFile,
  };
}

interface Watched {
  readonly end: 'exit' | 'hang';
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly log: ErrorLog;
  readonly lingered: boolean;
}

/** Follows a program to its end, or to the moment when it is certain or likely that it has none. */
function watch(child: ChildProcess, limitMs: number): Promise<Watched> {
  return new Promise((resolve, reject) => {
    const log = new ErrorLog();
    let stdout = '';
    let end: 'exit' | 'hang' = 'exit';
    let exited: { code: number | null; signal: NodeJS.Signals | null } | undefined;
    let lingered = false;
    let floodedSince: number | undefined;

    const stop = (): void => {
      killGroup(child);
      // A child that left the group would keep the pipes open for ever.
      setTimeout(() => {
        child.stdout?.destroy();
        child.stderr?.destroy();
      }, 500).unref();
    };
    const hang = (): void => {
      if (exited) return;
      end = 'hang';
      stop();
    };
    const limit = setTimeout(hang, limitMs);
    let linger: NodeJS.Timeout | undefined;

    child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
      stdout += chunk;
      if (stdout.length > STDOUT_LIMIT) hang();
    });
    child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
      log.write(chunk);
      if (log.repeats < FLOOD_REPEATS) return;
      floodedSince ??= Date.now();
      if (Date.now() - floodedSince > FLOOD_MS) hang();
    });
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      exited = { code, signal };
      clearTimeout(limit);
      // Children that outlive the parent hold its pipes open.
      linger = setTimeout(() => {
        lingered = true;
        stop();
      }, LINGER_MS);
    });
    child.on('close', () => {
      clearTimeout(limit);
      clearTimeout(linger);
      killGroup(child);
      log.end();
      const { code = null, signal = null } = exited ?? {};
      resolve({ end, code, signal, stdout: stdout.slice(0, STDOUT_LIMIT), log, lingered });
    });
  });
}

function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    child.kill('SIGKILL');
  }
}

function judge(watched: Watched, messageFile: string, root: string): Run {
  const { end, code, signal, log, lingered } = watched;
  const message = end === 'hang' ? log.message : ending(watched, messageFile);
  const unclosed = log.has(UNCLOSED_POOL) ? 'a pool was never closed' : undefined;
  const leak = lingered && end === 'exit' ? 'children outlived the program' : unclosed;
  return {
    end,
    code: end === 'hang' || signal !== null ? null : code,
    stdout: watched.stdout.replaceAll('\r\n', '\n'),
    ...(message !== undefined && { message: normalise(message, root) }),
    ...(leak !== undefined && end === 'exit' && { leak }),
    stderr: normalise(log.text.slice(0, STDERR_KEPT), root),
  };
}

function ending({ code, signal, log }: Watched, messageFile: string): string | undefined {
  if (signal !== null) return `killed by ${signal}`;
  if (code === 0) return undefined;
  return exceptionOfParent(messageFile) ?? log.lastLine ?? `exit code ${code}`;
}

function exceptionOfParent(messageFile: string): string | undefined {
  try {
    return firstSentence(readFileSync(messageFile, 'utf8'));
  } catch {
    return undefined;
  }
}
