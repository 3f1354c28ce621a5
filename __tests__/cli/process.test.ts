/** What only a real process shows: pipes, signals and exit codes of the built command. */
import { spawn, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, test } from '@jest/globals';
import { scratch } from '../scratch.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const COMMAND = path.join(ROOT, 'dist/mpfix.js');
const BROKEN = 'from multiprocessing import Pool\n\np = Pool()\np.map(lambda x: x, [1])\n';

beforeAll(() => {
  spawnSync(process.execPath, ['scripts/build.mjs'], { cwd: ROOT, stdio: 'inherit' });
}, 60_000);

function many(count: number): Record<string, string> {
  return Object.fromEntries(Array.from({ length: count }, (_, i) => [`file_${i}.py`, BROKEN]));
}

test('the exit code reaches the shell', () => {
  const folder = scratch({ 'a.py': BROKEN });
  const run = (...args: string[]) => spawnSync(COMMAND, args, { cwd: folder }).status;
  expect([run('a.py'), run('--version'), run('nosuch.py')]).toEqual([1, 0, 2]);
}, 60_000);

test('a reader that goes away ends the run without a word', () => {
  const folder = scratch(many(200));
  const command = `"${COMMAND}" . | head -n 1`;
  const { stdout, stderr } = spawnSync('bash', ['-c', command], { cwd: folder, encoding: 'utf8' });
  expect(stdout).toMatch(/^file_0\.py:3:\d+: MP\d+/);
  expect(stderr).not.toMatch(/EPIPE|Error|at /);
}, 60_000);

test('a reader that goes away does not keep files from being written', () => {
  const folder = scratch(many(20));
  spawnSync('bash', ['-c', `"${COMMAND}" --write --ignore ALL --select MP1 . | true`], {
    cwd: folder,
  });
  const left = spawnSync(COMMAND, ['--select', 'MP1', '.'], { cwd: folder, encoding: 'utf8' });
  expect(left.stderr).toContain('20 files seen: 0 changed, 0 with findings, 20 clean');
}, 60_000);

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)(
  '%s ends the run with %i and leaves nothing behind',
  async (signal, expected) => {
    const folder = scratch(many(300));
    const child = spawn(COMMAND, ['--write', '.'], { cwd: folder });
    let stderr = '';
    child.stderr.on('data', (chunk) => {
      stderr += chunk;
    });
    const first = path.join(folder, 'file_0.py');
    const poll = setInterval(() => {
      if (readFileSync(first, 'utf8') === BROKEN) return;
      clearInterval(poll);
      child.kill(signal);
    }, 1);
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect([code, stderr]).toEqual([expected, '\nmpfix: interrupted\n']);
    expect(readdirSync(folder).filter((name) => !/^file_\d+\.py$/.test(name))).toEqual([]);
  },
  60_000,
);

test('an answer is not cut off in a pipe', () => {
  const folder = scratch(many(200));
  const { stdout } = spawnSync(COMMAND, ['--output-format', 'json', '.'], {
    cwd: folder,
    maxBuffer: 1e9,
  });
  expect(stdout.length).toBeGreaterThan(100_000);
  expect(JSON.parse(stdout.toString()).length).toBeGreaterThan(200);
}, 60_000);
