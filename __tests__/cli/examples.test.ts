/** The programs in examples/ have the mistakes that they are there for, and work under spawn when mended. */
import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { defaultTransforms, transforms } from '../../transforms/index.ts';
import { scratch } from '../scratch.ts';
import { mpfix } from './command.ts';

const EXAMPLES = path.resolve(import.meta.dirname, '../../examples');

/** Runs the cells of a notebook. */
const KERNEL = path.resolve(import.meta.dirname, '../proof/kernel.py');

/** What each program prints, its lines sorted: several processes print in any order. */
const PRINTS: Readonly<Record<string, readonly string[]>> = {
  'anagrams.py': ['eilnst eilnst eilnst'],
  'bakery.py': ['one bread', 'one cake', 'one pie'],
  'bills.py': ['Ada 7', 'Bob 5'],
  'checksums.py': ['fable.txt    a7f04ed4', 'proverb.txt  40534254'],
  'collatz.py': ['323'],
  'dice.ipynb': ['1 1 6', '2 7 36'],
  'discounts.py': ['18.0', '7.5', '74.25'],
  'distances.py': ['(3, 4)    5.0', '(6, 8)    10.0', 'point     distance'],
  'greenhouses.py': ['north: 12 plants', 'south: 40 plants'],
  'greetings.py': ['Hello Ada', 'Hello Bob'],
  'harvest.py': ['[3.5, 1.0, 6.0]'],
  'invoices.py': ['1 worker for [75, 40, 120]'],
  'kitchen.py': ['come in, Ada (in time)', 'come in, Bob (in time)', 'one soup'],
  'ledger.py': ['83'],
  'lights.py': ['on off on off on'],
  'mirrors.py': ['level', 'noon', 'radar'],
  'orders.py': ['nobody can order 0 of milk'],
  'palindromes.py': ['-', 'level', 'radar'],
  'parcels.py': ['[1, 17, 17]'],
  'pricing.py': ['apple    1.37', 'bread    3.99', 'coffee   10.25', 'dates    7.30'],
  'primes.py': ['(0, 1000) 168', '(1000, 2000) 135', '(2000, 3000) 127'],
  'rainfall.py': ['Alp  14.3 mm', 'Bay   5.0 mm', 'Cove  7.0 mm'],
  'receipts.py': ['118.99', '14.88'],
  'scaling.py': ['north: [10, 20, 30]', 'south: [400, 500, 600]'],
  'scores.py': ['blue 8', 'red 12'],
  'shop.py': ['3 12'],
  'thirds.py': ['0.3333 0.6667 3.333'],
  'thumbnails.py': ['1920x1080 -> 160x90', '4000x3000 -> 160x120', '800x1200 -> 107x160'],
  'tickets.py': ['3 tickets', 'Ada, Bob, Cleo'],
  'translations.py': ['un deux'],
  'voices.py': ['la (alto), la (bass)'],
  'votes.py': ['3 votes for yes'],
  'vowels.py': ['3 2 4'],
  'weather.py': ['Aal 5.0', 'Bree 12.0'],
  'word_count.py': ['and        2', 'crow       2', 'fox        2', 'has        2', 'the        9'],
};

/** One needs a GPU, the other is a module of another program. */
const NOT_RUN = ['embeddings.py', 'tills.py'];

/** Makes spawn the default, as it is on Windows and macOS. */
const SPAWN = `import multiprocessing.context as context
context._default_context._default_context = context._concrete_contexts["spawn"]
`;

const hasPython = spawnSync('python3', ['--version']).status === 0;
if (!hasPython) console.warn('There is no python3: the mended examples are not run.');

function mendedCopy(): string {
  const folder = scratch();
  cpSync(EXAMPLES, folder, { recursive: true });
  writeFileSync(path.join(folder, 'sitecustomize.py'), SPAWN);
  return folder;
}

test('each mistake that can be mended is shown, and mended', async () => {
  const folder = mendedCopy();
  const { stdout } = await mpfix(folder, ['--isolated', '--output-format=json', '.'], {
    rules: transforms,
  });
  const codes = new Set(JSON.parse(stdout).map((record: { code: string }) => record.code));
  const mendable = defaultTransforms.filter(({ fixable }) => /^(un)?safe$/.test(fixable));
  expect([...codes].sort()).toEqual(mendable.map(({ code }) => code).sort());
  const write = ['--isolated', '--write', '--unsafe-fixes', '.'];
  expect((await mpfix(folder, write, { rules: transforms })).code).toBe(0);
});

(hasPython ? test : test.skip)(
  'the mended programs work under spawn',
  async () => {
    const folder = mendedCopy();
    await mpfix(folder, ['--isolated', '--write', '--unsafe-fixes', '.'], { rules: transforms });
    const programs = readdirSync(EXAMPLES).filter((name) => /\.(py|ipynb)$/.test(name));
    expect(programs.filter((name) => !NOT_RUN.includes(name))).toEqual(Object.keys(PRINTS));
    for (const [name, lines] of Object.entries(PRINTS)) {
      // Buffered, or the lines of several processes would run together.
      const env = { ...process.env, PYTHONPATH: folder, PYTHONUNBUFFERED: '' };
      const command = name.endsWith('.ipynb') ? [KERNEL, name] : [name];
      const run = spawnSync('python3', command, { cwd: folder, env, timeout: 60_000 });
      expect(`${run.stderr}`).toBe('');
      expect(`${run.stdout}`.trimEnd().split('\n').sort()).toEqual(lines);
    }
  },
  300_000,
);
