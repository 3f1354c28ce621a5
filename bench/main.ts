/** `npm run bench`: how fast each layer is, beside its peers. README.md says how to read it. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { findInterpreters } from '../__tests__/proof/interpreters.ts';
import { type BenchFile, benchFiles, middleFile, readFile } from './files.ts';
import { LAYERS, type Layer } from './layers.ts';
import { findLibcst, measureLibcst } from './libcst.ts';
import { timeFirst, timeRounds, weigh } from './measure.ts';
import { median, printHeader, printMeasurement } from './table.ts';

/** It takes a hundred times as long, and has nothing to warm up. */
const LIBCST_ROUNDS = 3;

const { values } = parseArgs({
  options: {
    every: { type: 'string', default: '5' },
    rounds: { type: 'string', default: '5' },
    only: { type: 'string', default: '' },
    'no-libcst': { type: 'boolean', default: false },
    // For the processes that this one starts: what to print of the layer `only` for these files, as JSON.
    task: { type: 'string' },
  },
});

if (values.task) doTask(values.task);
else process.exitCode = await main();

async function main(): Promise<number> {
  const python = await newestLibrary();
  if (!python) {
    console.log('Skipped: no CPython was found whose standard library can be read.');
    return 0;
  }
  const every = Number(values.every);
  const rounds = Number(values.rounds);
  const files = benchFiles(python.library, every);
  const middle = middleFile(files);
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  console.log(
    `CPython ${python.version}'s standard library without its tests, 1 file in ${every}: ` +
      `${files.length} files, ${(bytes / 1e6).toFixed(2)} MB; the first file ${(middle.bytes / 1000).toFixed(0)} kB\n`,
  );
  printHeader();
  for (const layer of LAYERS.filter(({ name }) => name.includes(values.only))) {
    printMeasurement({
      name: layer.name,
      bytes,
      seconds: timeRounds(layer, files, rounds),
      first: median(
        [1, 2, 3].map(() => inOwnProcess('first', layer, [middle])).sort((a, b) => a - b),
      ),
      memory: inOwnProcess('weigh', layer, files) / bytes,
    });
  }
  if (!values['no-libcst']) benchLibcst(files, middle, rounds);
  return 0;
}

function benchLibcst(files: readonly BenchFile[], middle: BenchFile, rounds: number): void {
  const command = findLibcst();
  if (!command) {
    console.log('LibCST: no Python was found that has it.');
    return;
  }
  const peer = measureLibcst(command, files, middle, Math.min(rounds, LIBCST_ROUNDS));
  for (const row of peer.rows) printMeasurement(row);
  console.log(`\nLibCST ${peer.version} understands ${peer.files} of the files.`);
}

/** The newest CPython whose standard library lies where we can read it. */
async function newestLibrary(): Promise<{ version: string; library: string } | null> {
  const { interpreters } = await findInterpreters();
  for (const { command, version } of interpreters.toReversed()) {
    const asked = 'import sysconfig; print(sysconfig.get_path("stdlib"))';
    const library = execFileSync(command, ['-c', asked], { encoding: 'utf8' }).trim();
    if (existsSync(library)) return { version, library };
  }
  return null;
}

type Task = 'first' | 'weigh';

/** The number that a task gives in a process that has done nothing before. */
function inOwnProcess(task: Task, { name }: Layer, files: readonly BenchFile[]): number {
  const script = process.argv[1] as string;
  const args = ['--expose-gc', script, '--task', task, '--only', name];
  const input = JSON.stringify(files.map((file) => file.path));
  return Number(execFileSync(process.execPath, args, { input, encoding: 'utf8' }));
}

function doTask(task: string): void {
  const layer = LAYERS.find(({ name }) => name === values.only) as Layer;
  const files = (JSON.parse(readFileSync(0, 'utf8')) as string[]).map(readFile);
  console.log(task === 'first' ? timeFirst(layer, files[0] as BenchFile) : weigh(layer, files));
}
