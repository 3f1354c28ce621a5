import { Readable, Writable } from 'node:stream';
import { main } from '../../src/cli/main.ts';
import { defineTransform, type Transform } from '../../transforms/transform.ts';
import { RULE } from '../report/findings.ts';

/** Replaces a number in a file: what the command does with findings and fixes, without real rules. */
function numbers(code: string, name: string, wrong: string, applicability: 'safe' | 'unsafe') {
  return defineTransform<null>({
    ...RULE,
    code,
    name,
    fixable: applicability,
    *find({ tree }) {
      for (const match of tree.text.matchAll(new RegExp(`\\b${wrong}\\b`, 'g'))) {
        const from = match.index;
        yield { from, to: from + wrong.length, message: `${wrong} is wrong`, subject: null };
      }
    },
    fix: ({ from, to }, { tree }) =>
      /# keep/.test(tree.lines.textOf(tree.lines.lineAt(from)))
        ? { refusal: 'the line is to be kept' }
        : { applicability, message: 'make it 1', edits: [{ from, to, text: '1' }] },
  });
}

export const RULES: readonly Transform[] = [
  numbers('MP901', 'safe-number', '111', 'safe'),
  numbers('MP902', 'unsafe-number', '222', 'unsafe'),
];

export interface Printed {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command in a folder, with the rules above unless others are given. */
export async function mpfix(
  folder: string,
  argv: readonly string[],
  options: {
    stdin?: string | Buffer;
    env?: Record<string, string>;
    terminal?: boolean;
    rules?: readonly Transform[];
  } = {},
): Promise<Printed> {
  const stdout = sink(options.terminal ?? false);
  const stderr = sink(options.terminal ?? false);
  const before = process.cwd();
  process.chdir(folder);
  try {
    const stdin = Readable.from([Buffer.from(options.stdin ?? '')]);
    const io = { stdin, stdout, stderr, env: options.env ?? {} };
    const code = await main(argv, io, options.rules ?? RULES);
    return { code, stdout: stdout.text(), stderr: stderr.text() };
  } finally {
    process.chdir(before);
  }
}

function sink(isTTY: boolean) {
  const chunks: Buffer[] = [];
  const stream = new Writable({
    write(chunk, _encoding, done) {
      chunks.push(Buffer.from(chunk));
      done();
    },
  });
  return Object.assign(stream, { isTTY, text: () => Buffer.concat(chunks).toString('latin1') });
}
