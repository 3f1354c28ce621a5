import { spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findInterpreters, type Interpreter } from '../proof/interpreters.ts';
import { keepGroup, releaseGroup } from '../proof/keeper.ts';
import { limiter } from '../proof/limit.ts';
import { ranges, runKey } from '../proof/record.ts';

/** A text that was kept, and the runs that printed one with the same messages. */
interface Recording {
  readonly file: string;
  readonly runs: readonly string[];
}

const FOLDER = path.resolve('__testfixtures__/explain');
const PROGRAMS = path.join(FOLDER, 'programs');
const LIST = path.join(FOLDER, 'recordings.json');
const SITE = path.resolve('__tests__/proof/sitecustomize.py');
const METHODS = ['fork', 'spawn', 'forkserver'];
/** A program that waits is interrupted then, as by Ctrl-C, where it asks for it; and ended then. */
const INTERRUPT_MS = 4_000;
const LIMIT_MS = 8_000;
/** What a pool prints that replaces dying workers for ever is cut in the middle. */
const HEAD_LINES = 150;
const TAIL_LINES = 60;
const AT_ONCE = 2;
/** The lines that tell one text from another. */
const MESSAGE =
  /^[\s|]*(?:\S+ )?[\w.]*(?:Error|Exception|Warning|Empty|Interrupt|Pool)\b|^when serializing |^Process /;

/** Records the named cases, or all, and brings the list of recordings up to date. */
async function main(wanted: readonly string[]): Promise<void> {
  const cases = readdirSync(PROGRAMS)
    .map((name) => name.replace(/\.py$/, ''))
    .filter((name) => wanted.length === 0 || wanted.includes(name));
  const { interpreters } = await findInterpreters();
  console.log(`CPython ${interpreters.map(({ minor }) => minor).join(', ')}`);
  const slot = limiter(AT_ONCE);
  for (const name of cases) {
    const methods = methodsOf(name);
    const runs = interpreters.flatMap((interpreter) =>
      methods.map((method) => ({ interpreter, method })),
    );
    const texts = await Promise.all(
      runs.map(({ interpreter, method }) => slot(() => record(name, interpreter, method))),
    );
    const keys = runs.map(({ interpreter, method }) => runKey(interpreter.minor, method));
    keep(name, new Map(keys.map((key, index) => [key, texts[index] ?? ''])));
  }
}

/** A program that takes a context of its own says which. */
function methodsOf(name: string): readonly string[] {
  const folder = path.join(PROGRAMS, name);
  const file = existsSync(folder) ? path.join(folder, 'main.py') : `${folder}.py`;
  const only = /^# only (\w+)$/m.exec(readFileSync(file, 'utf8'))?.[1];
  return only === undefined ? METHODS : [only];
}

/** Writes one text for each set of messages that a case prints. */
function keep(name: string, texts: ReadonlyMap<string, string>): void {
  for (const file of readdirSync(FOLDER)) {
    if (file.startsWith(`${name}.`) && file.endsWith('.txt')) rmSync(path.join(FOLDER, file));
  }
  const alike = new Map<string, string[]>();
  for (const [key, text] of texts) {
    const messages = messagesOf(text);
    if (messages === '') continue;
    alike.set(messages, [...(alike.get(messages) ?? []), key]);
  }
  const kept = [...alike.values()].map((keys): Recording => {
    const [first = ''] = keys;
    const file = `${name}.${first.replace(' ', '-')}.txt`;
    writeFileSync(path.join(FOLDER, file), texts.get(first) ?? '');
    return { file, runs: ranges(keys) };
  });
  const all: Record<string, Recording[]> = {
    ...(existsSync(LIST) ? JSON.parse(readFileSync(LIST, 'utf8')) : {}),
    [name]: kept,
  };
  const programs = readdirSync(PROGRAMS).map((entry) => entry.replace(/\.py$/, ''));
  const sorted = programs.filter((program) => program in all).sort();
  const lines = sorted.flatMap((each) => {
    const recordings = (all[each] ?? []).map((one) => `    ${JSON.stringify(one)}`);
    return recordings.length > 0 ? [`  "${each}": [\n${recordings.join(',\n')}\n  ]`] : [];
  });
  writeFileSync(LIST, `{\n${lines.join(',\n')}\n}\n`);
  console.log(
    `${name}: ${kept.map(({ file, runs }) => `${file} (${runs.join(', ')})`).join('; ')}`,
  );
}

/** The messages of a text in the order of the alphabet, each once, without what differs from run to run. */
function messagesOf(text: string): string {
  const messages = text
    .split('\n')
    .filter((line) => MESSAGE.test(line))
    .map((line) => line.replace(/\d+/g, '0').replace(/'\/\w[^']*'/g, "'/…'"));
  return [...new Set(messages)].sort().join('\n');
}

/** What a case prints on standard error. */
async function record(name: string, interpreter: Interpreter, method: string): Promise<string> {
  const root = mkdtempSync(path.join(tmpdir(), 'mpfix-record-'));
  try {
    const { source, work } = layOut(name, root);
    const options = /^# python (-.*)$/m.exec(source)?.[1]?.split(' ') ?? [];
    const isPiped = /^# python <$/m.test(source);
    const isCommand = /^# python -c$/m.test(source);
    const program = isPiped ? [] : isCommand ? [source] : ['main.py'];
    const child = spawn(interpreter.command, [...options, ...program], {
      cwd: work,
      detached: true,
      env: {
        PATH: process.env['PATH'],
        TMPDIR: root,
        PYTHONPATH: path.join(root, 'lib'),
        PYTHONDONTWRITEBYTECODE: '1',
        PYTHON_COLORS: '0',
        PYTHONIOENCODING: 'utf-8',
        MPFIX_START_METHOD: method,
      },
      stdio: [isPiped ? openSync(path.join(work, 'main.py'), 'r') : 'ignore', 'ignore', 'pipe'],
    });
    const text = await printed(child, /^# interrupt$/m.test(source));
    return normalised(text, work, root);
  } finally {
    rmSync(root, { recursive: true, force: true, maxRetries: 3 });
  }
}

function layOut(name: string, root: string): { source: string; work: string } {
  const work = path.join(root, 'work');
  mkdirSync(path.join(root, 'lib'));
  cpSync(SITE, path.join(root, 'lib', 'sitecustomize.py'));
  const folder = path.join(PROGRAMS, name);
  if (existsSync(folder) && statSync(folder).isDirectory()) {
    cpSync(folder, work, { recursive: true });
  } else {
    mkdirSync(work);
    cpSync(`${folder}.py`, path.join(work, 'main.py'));
  }
  return { source: readFileSync(path.join(work, 'main.py'), 'utf8'), work };
}

function printed(child: ReturnType<typeof spawn>, isInterrupted: boolean): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    const group = child.pid ?? 0;
    keepGroup(group);
    const send = (signal: NodeJS.Signals) => {
      try {
        process.kill(-group, signal);
      } catch {}
    };
    const timers = [
      ...(isInterrupted ? [setTimeout(() => send('SIGINT'), INTERRUPT_MS)] : []),
      setTimeout(() => send('SIGKILL'), LIMIT_MS),
    ];
    child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
    });
    child.on('error', reject);
    child.on('close', () => {
      for (const timer of timers) clearTimeout(timer);
      send('SIGKILL');
      releaseGroup(group);
      resolve(text);
    });
  });
}

/** Without the places, addresses, numbers and names that differ from machine to machine and run to run. */
function normalised(text: string, work: string, root: string): string {
  const lines = text
    .replaceAll(work, '/home/user/project')
    .replaceAll(root, '/tmp')
    .replace(/\/\S*\/lib\/python3/g, '/usr/lib/python3')
    .replace(/0x[0-9a-f]{6,}/g, '0x7f0123456789')
    .replace(/\b(pid=|Process )\d+\b/g, (_, front) => `${front}4321`)
    .replace(/\/(mp|psm|pym)-?[\w-]{8}\b/g, '/$1-abcdefgh')
    .replace(/(pipe_handle|tracker_fd)=\d+/g, '$1=7')
    .split('\n');
  if (lines.length <= HEAD_LINES + TAIL_LINES) return lines.join('\n');
  const isHead = (line: string) => /^(Process |Traceback )/.test(line);
  const head = lines.slice(0, HEAD_LINES);
  const tail = lines.slice(-TAIL_LINES);
  const isInterrupted = tail.some((line) => line === 'KeyboardInterrupt');
  return [
    ...head.slice(0, Math.max(1, head.findLastIndex(isHead))),
    ...(isInterrupted ? tail.slice(Math.max(0, tail.findIndex(isHead))) : ['']),
  ].join('\n');
}

await main(process.argv.slice(2));
