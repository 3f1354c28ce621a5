import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from '@jest/globals';
import { build } from 'esbuild';

const WAIT_MS = 3_000;
const folder = mkdtempSync(path.join(tmpdir(), 'mpfix-keeper-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const keeper = path.join(folder, 'keeper.mjs');
await build({
  entryPoints: [fileURLToPath(new URL('./keeper.ts', import.meta.url))],
  outfile: keeper,
  bundle: true,
  format: 'esm',
  platform: 'node',
});

/** Whether a program in its own group is ended when a process that did `calls` about its group is killed. */
async function isEnded(calls: (group: number) => string): Promise<boolean> {
  const sleeper = spawn('sleep', ['60'], { detached: true, stdio: 'ignore' });
  const ended = new Promise<boolean>((resolve) => {
    sleeper.on('exit', () => resolve(true));
    setTimeout(() => resolve(false), WAIT_MS).unref();
  });
  const source = `
    import { keepGroup, releaseGroup } from ${JSON.stringify(keeper)};
    ${calls(sleeper.pid ?? 0)}
    setTimeout(() => process.kill(process.pid, 'SIGKILL'), 500);`;
  spawnSync(process.execPath, ['--input-type=module', '-e', source], { timeout: WAIT_MS });
  const result = await ended;
  sleeper.kill('SIGKILL');
  return result;
}

const posixOnly = process.platform === 'win32' ? test.skip : test;

posixOnly(
  'a program does not outlive the process that started it',
  async () => {
    expect(await isEnded((group) => `keepGroup(${group});`)).toBe(true);
  },
  20_000,
);

posixOnly(
  'a group that was released is left alone',
  async () => {
    expect(await isEnded((group) => `keepGroup(${group}); releaseGroup(${group});`)).toBe(false);
  },
  20_000,
);
