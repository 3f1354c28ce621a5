/** Looks for texts on which mpfix fails: real files with some tokens, lines or bytes changed. See `USAGE`. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { findInterpreters } from '../proof/interpreters.ts';
import { Child } from './child.ts';
import { type Corpus, chooseCorpus, findLibrary, type Library } from './corpus.ts';
import { Examiner, type Failure } from './examine.ts';
import { mutate, type Recipe, recipes } from './mutations.ts';
import { Oracle } from './oracle.ts';
import { shorten } from './shorten.ts';
import { letThroughWords, Tally } from './tally.ts';

const USAGE = `npm run fuzz -- [--seconds N] [--seed N]…   mutants for so long, shared out among the seeds
npm run fuzz -- --replay FILE               one file that was saved
--let-through                               saves what CPython refuses and mpfix does not, shortened`;

/** Where failing texts are saved. */
const FOLDER = join('.cache', 'fuzz');
const FIXED_SEEDS = [1, 2];
/** How many mutants are made of the same files. */
const ROUND = 1_000;
const SHORTEN_MS = 20_000;
const SHORTEN_LET_THROUGH_MS = 3_000;

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    seed: { type: 'string', multiple: true },
    replay: { type: 'string' },
    'let-through': { type: 'boolean' },
    help: { type: 'boolean' },
  },
});
if (values.help) console.log(USAGE);
else process.exitCode = await main();

async function main(): Promise<number> {
  const { interpreters } = await findInterpreters();
  const newest = interpreters.at(-1);
  if (!newest) {
    console.log('Skipped: no CPython was found that says which texts are Python.');
    return 0;
  }
  const oracle = new Oracle(newest.command);
  const child = new Child();
  const examiner = new Examiner(oracle, child);
  try {
    if (values.replay) return await replay(examiner, values.replay);
    const library = findLibrary(interpreters);
    const seeds = values.seed?.map(Number) ?? [...FIXED_SEEDS, today()];
    console.log(`CPython ${newest.version} decides; ${library.real.length} real files`);
    let failures = 0;
    for (const seed of seeds) {
      const milliseconds = (Number(values.seconds) * 1000) / seeds.length;
      failures += await fuzz(examiner, library, seed, milliseconds);
    }
    return failures > 0 ? 1 : 0;
  } finally {
    await examiner.settled();
    oracle.stop();
    child.stop();
  }
}

/** 20261122: a seed that is new each day, and can be told. */
function today(): number {
  return Number(new Date().toISOString().slice(0, 10).replaceAll('-', ''));
}

async function replay(examiner: Examiner, path: string): Promise<number> {
  const { verdict, outcome, failure } = await examiner.examine(readFileSync(path));
  console.log('CPython:', verdict);
  console.log('mpfix:', outcome);
  if (failure) console.log(`${failure.property}: ${failure.words}\n${failure.details}`);
  return failure ? 1 : 0;
}

/** Tries mutants until the time is up. Each kind of failure is saved once; gives how many there are. */
async function fuzz(
  examiner: Examiner,
  library: Library,
  seed: number,
  milliseconds: number,
): Promise<number> {
  console.log(`seed ${seed}`);
  const folder = join(FOLDER, `${seed}`);
  const end = performance.now() + milliseconds;
  const tally = new Tally();
  const known = new Set<string>();
  for (let round = 0; performance.now() < end; round++) {
    const failing = await oneRound(examiner, library, (seed * 7919 + round) | 0, end, known, tally);
    if (!failing) continue;
    const { failure, text } = failing;
    known.add(keyOf(failure));
    const isSame = async (shorter: Buffer) => {
      const again = (await examiner.examine(shorter)).failure;
      return again !== null && keyOf(again) === keyOf(failure);
    };
    const path = join(folder, `${known.size}-${failure.property}.py`);
    save(path, await shorten(text, isSame, SHORTEN_MS));
    console.log(`FAILED ${keyOf(failure)}\n  npm run fuzz -- --replay ${path}`);
  }
  console.log(`${tally}`);
  if (values['let-through']) await saveLetThrough(examiner, tally, join(folder, 'let-through'));
  return known.size;
}

interface Failing {
  readonly failure: Failure;
  readonly text: Buffer;
}

/** Some mutants of the same files; ends with the first failure that is not known, made simple by fast-check. */
async function oneRound(
  examiner: Examiner,
  library: Library,
  seed: number,
  end: number,
  known: ReadonlySet<string>,
  tally: Tally,
): Promise<Failing | null> {
  const corpus = chooseCorpus(library, seed);
  let last: Failing | null = null;
  await fc.check(
    fc.asyncProperty(recipes(corpus.files.length), async (recipe) => {
      const text = mutantOf(recipe, corpus);
      const examination = await examiner.examine(text);
      tally.add(text, examination);
      const { failure } = examination;
      if (!failure || known.has(keyOf(failure))) return true;
      last = { failure, text };
      return false;
    }),
    { seed, numRuns: ROUND, interruptAfterTimeLimit: Math.max(0, end - performance.now()) },
  );
  return last;
}

function mutantOf(recipe: Recipe, corpus: Corpus): Buffer {
  const part = corpus.part(recipe.file, recipe.start, recipe.size);
  const other = corpus.part(recipe.otherFile, recipe.otherStart, recipe.size);
  return mutate(part, other, recipe.changes);
}

function keyOf({ property, words }: Failure): string {
  return `${property}: ${words}`;
}

function save(path: string, text: Buffer): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/** A short example of each kind of text that CPython refuses and mpfix does not. */
async function saveLetThrough(examiner: Examiner, tally: Tally, folder: string): Promise<void> {
  for (const [words, { example }] of tally.letThrough) {
    const isSame = async (text: Buffer) => letThroughWords(await examiner.examine(text)) === words;
    const short = await shorten(example, isSame, SHORTEN_LET_THROUGH_MS);
    save(join(folder, `${words.replaceAll(/\W+/g, '-').slice(0, 80)}.py`), short);
  }
}
