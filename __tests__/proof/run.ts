import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Interpreter } from './interpreters.ts';
import { type ErrorLog, firstSentence, normalise } from './stderr.ts';
import { type Ending, watch } from './watch.ts';

/** What is written into a fresh folder and started there. */
export interface Program {
  /** What Python is given: one of `files`, or `-m` and a module; then the program's own arguments. */
  readonly command: readonly string[];
  /** Path from the folder → its bytes, as a Latin-1 string. */
  readonly files: Readonly<Record<string, string>>;
  /** Folders of the program that are searched for modules, as if it were installed. */
  readonly modules: readonly string[];
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

const STDERR_KEPT = 4_000;
const UNCLOSED_POOL =
  /ResourceWarning: unclosed running multiprocessing pool (?!<multiprocessing\.pool\.ThreadPool)/;
const SITE = fileURLToPath(new URL('./sitecustomize.py', import.meta.url));

/**
 * Runs a program under an interpreter whose default start method is `method`. `patience` multiplies the
 * time after which a program is said to have hung.
 */
export async function run(
  program: Program,
  interpreter: Interpreter,
  method: string,
  patience = 1,
): Promise<Run> {
  const root = mkdtempSync(path.join(tmpdir(), 'mpfix-'));
  try {
    const cwd = layOut(program, root);
    const messageFile = path.join(root, 'message');
    const child = spawn(interpreter.command, [...program.command], {
      cwd,
      detached: true,
      env: environment(program, root, method, messageFile),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    return judge(await watch(child, patience), messageFile, root);
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
  for (const [name, bytes] of Object.entries(program.files)) {
    const file = path.join(cwd, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, bytes, 'latin1');
  }
  return cwd;
}

function environment(
  { modules }: Program,
  root: string,
  method: string,
  messageFile: string,
): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(([name]) => !/^(PYTHON|MPFIX_)/.test(name));
  return {
    ...Object.fromEntries(inherited),
    // Sockets and folders of a fork server that is killed go where they are removed.
    TMPDIR: root,
    PYTHONPATH: ['lib', ...modules.map((folder) => path.join('work', folder))]
      .map((folder) => path.join(root, folder))
      .join(path.delimiter),
    PYTHONHASHSEED: '0',
    PYTHONDONTWRITEBYTECODE: '1',
    PYTHONIOENCODING: 'utf-8',
    PYTHONWARNINGS: 'always::ResourceWarning',
    PYTHON_COLORS: '0',
    MPFIX_START_METHOD: method,
    MPFIX_MESSAGE_FILE: messageFile,
  };
}

function judge(ending: Ending, messageFile: string, root: string): Run {
  const { end, code, signal, stdout, log } = ending;
  const message = end === 'hang' ? log.message : reason(ending, messageFile);
  const leak = end === 'exit' ? leakIn(ending) : undefined;
  return {
    end,
    code: end === 'hang' || signal !== null ? null : code,
    stdout: stdout.replaceAll('\r\n', '\n'),
    ...(message !== undefined && { message: normalise(message, root) }),
    ...(leak !== undefined && { leak }),
    stderr: normalise(log.text.slice(0, STDERR_KEPT), root),
  };
}

function leakIn({ lingered, log }: Ending): string | undefined {
  if (lingered) return 'children outlived the program';
  return log.has(UNCLOSED_POOL) ? 'a pool was never closed' : undefined;
}

function reason({ code, signal, log }: Ending, messageFile: string): string | undefined {
  if (signal !== null) return `killed by ${signal}`;
  if (code === 0) return undefined;
  return exceptionOfParent(messageFile) ?? lastWord(log) ?? `exit code ${code}`;
}

/** Of a program that left by sys.exit: its last line, unless that is the middle of a child's complaint. */
function lastWord({ lastLine, message }: ErrorLog): string | undefined {
  return lastLine?.startsWith(' ') ? (message ?? lastLine.trim()) : lastLine;
}

function exceptionOfParent(messageFile: string): string | undefined {
  try {
    return firstSentence(readFileSync(messageFile, 'utf8'));
  } catch {
    return undefined;
  }
}
