import type { Readable, Writable } from 'node:stream';

/** The outside world of one command. */
export interface Io {
  readonly stdin: Readable & { readonly isTTY?: boolean };
  readonly stdout: Writable & { readonly isTTY?: boolean };
  readonly stderr: Writable & { readonly isTTY?: boolean; readonly columns?: number };
  readonly env: Readonly<Record<string, string | undefined>>;
}

export type ColorMode = 'auto' | 'always' | 'never';

/** Whether to colour what goes to a stream. `--color` wins over NO_COLOR, which wins over FORCE_COLOR. */
export function usesColor(
  mode: ColorMode,
  stream: { readonly isTTY?: boolean },
  env: Io['env'],
): boolean {
  if (mode !== 'auto') return mode === 'always';
  if (env['NO_COLOR']) return false;
  if (env['FORCE_COLOR']) return env['FORCE_COLOR'] !== '0';
  return stream.isTTY === true && env['TERM'] !== 'dumb';
}

/** Writes to a stream, waiting where it is slower than we are. Once the stream takes no more, nothing happens. */
export class Output {
  private gone = false;

  constructor(private readonly stream: Writable) {
    stream.on('error', () => {
      this.gone = true;
    });
  }

  /** Whether the stream takes no more: its reader has gone, as `head` does, or its disk is full. */
  get isClosed(): boolean {
    return this.gone;
  }

  async write(chunk: string | Buffer): Promise<void> {
    if (this.gone || chunk.length === 0) return;
    await new Promise<void>((resolve) => {
      this.stream.write(chunk, () => resolve());
    });
  }
}

/** All bytes of a stream. */
export async function readAll(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}
