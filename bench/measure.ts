import type { BenchFile } from './files.ts';
import type { Layer } from './layers.ts';

export interface Measurement {
  readonly name: string;
  /** Of all files together. */
  readonly bytes: number;
  /** Seconds of processor time for all files, a round each, sorted. */
  readonly seconds: readonly number[];
  /** Milliseconds for one file in a process that has done nothing like it before. */
  readonly first: number;
  /** Bytes that stay in memory for each byte of source, while what was made is kept; null where that can't be told. */
  readonly memory: number | null;
}

/**
 * Seconds of processor time for all files, a round each, sorted; one round before them warms up. Processor time, of
 * all threads of the process, for that a machine is busy with other things as well must not show.
 */
export function timeRounds(layer: Layer, files: readonly BenchFile[], rounds: number): number[] {
  const seconds = Array.from({ length: rounds + 1 }, () => {
    // A layer may keep what it finds out with its input: each round has inputs of its own.
    const inputs = files.map((file) => layer.prepare(file.text));
    const started = process.cpuUsage();
    for (const input of inputs) layer.run(input);
    const { user, system } = process.cpuUsage(started);
    return (user + system) / 1e6;
  });
  return seconds.slice(1).sort((a, b) => a - b);
}

/**
 * Bytes of memory that stay in use, inputs not counted, while all results are kept. Needs `--expose-gc`, and a process
 * of its own: such a collection throws away compiled code too.
 */
export function weigh(layer: Layer, files: readonly BenchFile[]): number {
  const inputs = files.map((file) => layer.prepare(file.text));
  const before = heapInUse();
  const kept = inputs.map((input) => layer.run(input));
  const after = heapInUse();
  return kept.length > 0 && inputs.length > 0 ? after - before : 0;
}

function heapInUse(): number {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

/** Milliseconds for one file, in a process that has done nothing but load the code. */
export function timeFirst(layer: Layer, file: BenchFile): number {
  const input = layer.prepare(file.text);
  const started = performance.now();
  layer.run(input);
  return performance.now() - started;
}
