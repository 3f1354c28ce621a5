import { chmodSync, mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { interpreters } from '../../src/doctor/interpreters.ts';
import { scratch } from '../scratch.ts';

const ANSWER = JSON.stringify({
  executable: '/opt/python3.12',
  version: '3.12.1',
  method: 'fork',
  cpuCount: 64,
  processCpuCount: null,
  affinity: 2,
});

/** A folder with programs: what each prints. */
function programs(files: Readonly<Record<string, string>>): string {
  const scripts = Object.entries(files).map(([name, body]) => [name, `#!/bin/sh\n${body}\n`]);
  const folder = scratch(Object.fromEntries(scripts));
  for (const name of Object.keys(files)) chmodSync(path.join(folder, name), 0o755);
  return folder;
}

test('interpreters on PATH are asked, each once', async () => {
  const answer = `echo '${ANSWER}'`;
  const bin = programs({ 'python3.12': answer, python3: answer, 'python3-config': 'exit 1' });
  symlinkSync(path.join(bin, 'python3.12'), path.join(bin, 'python3.13'));
  expect(await interpreters(`relative:${bin}:/nowhere`, scratch())).toEqual([
    {
      path: path.join(bin, 'python3'),
      origin: 'path',
      version: '3.12.1',
      defaultMethod: 'fork',
      counts: { cpuCount: 64, processCpuCount: null, affinity: 2 },
      problem: null,
    },
  ]);
});

test('one that does not run is shown, a Python 2 is not', async () => {
  const bin = programs({ 'python3.9': 'exit 1', python: 'echo nonsense' });
  const found = await interpreters(bin, scratch());
  expect(found.map((one) => [path.basename(one.path), one.problem])).toEqual([
    ['python3.9', 'it does not run as a Python 3'],
  ]);
});

test('a program that lies in the project is not run', async () => {
  const project = programs({ '.venv/bin/python': 'touch "$(dirname "$0")/ran"' });
  mkdirSync(path.join(project, 'src'));
  const settings = 'home = /usr/bin\nversion = 3.11.7\n';
  symlinkSync(path.join(scratch({ cfg: settings }), 'cfg'), path.join(project, '.venv/pyvenv.cfg'));
  const [found, ...others] = await interpreters('', project);
  expect(others).toEqual([]);
  expect(found).toMatchObject({ origin: 'project', version: '3.11.7', defaultMethod: null });
  expect(found?.problem).toContain('not run');
});

test("an environment's link to a Python elsewhere is asked", async () => {
  const bin = programs({ 'python3.12': `echo '${ANSWER}'` });
  const project = scratch({ 'env/pyvenv.cfg': '', 'env/bin/activate': '' });
  symlinkSync(path.join(bin, 'python3.12'), path.join(project, 'env/bin/python'));
  const [found] = await interpreters('', project);
  expect(found).toMatchObject({ origin: 'project', version: '3.12.1', problem: null });
});
