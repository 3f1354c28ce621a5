import type { Measurement } from './measure.ts';

const WIDTHS = [68, 8, 20, 12, 10];

export function printHeader(): void {
  printRow(['', 'MB/s', 'slowest … fastest', 'first file', 'memory']);
}

/** A line of the table: speed, its spread, the first run and the memory. */
export function printMeasurement({ name, bytes, seconds, first, memory }: Measurement): void {
  const speed = (s: number) => (bytes / 1e6 / s).toFixed(2);
  printRow([
    name,
    speed(median(seconds)),
    `${speed(seconds.at(-1) as number)} … ${speed(seconds[0] as number)}`,
    `${first.toFixed(0)} ms`,
    memory === null ? '' : `${memory.toFixed(0)} B/B`,
  ]);
}

function printRow(cells: readonly string[]): void {
  const padded = cells.map((cell, i) => {
    const width = WIDTHS[i] as number;
    return i === 0 ? cell.padEnd(width) : cell.padStart(width);
  });
  console.log(padded.join(''));
}

export function median(sorted: readonly number[]): number {
  return sorted[sorted.length >> 1] as number;
}
