import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { transforms } from '../../transforms/index.ts';
import { scratch } from '../scratch.ts';
import { mpfix } from './command.ts';

const WORK = `from multiprocessing import Pool

BASE = 0


def tell(x):
    return BASE + x


def run():
    global BASE
    BASE = 5
    with Pool(2) as pool:
        return pool.map(tell, [1, 2])
`;
const PACKAGE = {
  'pyproject.toml': '',
  'pkg/__init__.py': '',
  'pkg/a.py': WORK,
  'pkg/sub/__init__.py': '',
  'pkg/sub/b.py': WORK,
};
const PIN = 'pkg/_start_method.py';

function run(folder: string, ...argv: string[]) {
  return mpfix(folder, ['--strategy', 'pin-fork', ...argv], { rules: transforms });
}

function textIn(folder: string, name: string): string {
  return readFileSync(path.join(folder, name), 'utf8');
}

describe('--strategy pin-fork', () => {
  test('creates one module for a package, and says so', async () => {
    const folder = scratch(PACKAGE);
    const { code, stdout, stderr } = await run(folder, '--write', '.');
    expect([code, stdout]).toEqual([0, '']);
    expect(stderr).toContain(`2 fixes applied\n1 file created: ${PIN}\n`);
    expect(textIn(folder, PIN)).toContain('os.environ.get("PKG_START_METHOD")');
    expect(textIn(folder, 'pkg/a.py')).toContain('from ._start_method import context\n');
    expect(textIn(folder, 'pkg/sub/b.py')).toContain('from .._start_method import context\n');
  });

  test('leaves nothing to find, under any strategy', async () => {
    const folder = scratch(PACKAGE);
    await run(folder, '--write', '.');
    const pin = textIn(folder, PIN);
    for (const strategy of ['pin-fork', 'per-site', 'picklable']) {
      const { code, stdout } = await mpfix(folder, ['--write', '--strategy', strategy, '.'], {
        rules: transforms,
      });
      expect([code, stdout]).toEqual([0, '']);
    }
    expect(textIn(folder, PIN)).toBe(pin);
  });

  test('uses the module that is there, under the name of its function', async () => {
    const pin =
      'import multiprocessing\n\n\ndef forked():\n    return multiprocessing.get_context("fork")\n';
    const folder = scratch({ ...PACKAGE, [PIN]: pin });
    const { stderr } = await run(folder, '--ignore', 'MP603', '--write', '.');
    expect(stderr).not.toContain('created');
    expect(textIn(folder, 'pkg/a.py')).toContain('with forked().Pool(2) as pool:');
    expect(textIn(folder, PIN)).toBe(pin);
  });

  test('names some of many new files', async () => {
    const scripts = Array.from({ length: 7 }, (_, i) => [`s${i}/a.py`, WORK] as const);
    const { stderr } = await run(scratch(Object.fromEntries(scripts)), '--dry-run', '.');
    expect(stderr).toMatch(
      /7 files would be created: s0\/_start_method\.py, .* s4\/\S+, and 2 more\n/,
    );
  });

  test('can not create a file through standard input', async () => {
    const folder = scratch(PACKAGE);
    const argv = ['--strategy', 'pin-fork', '--stdin-filename', 'pkg/a.py', '-'];
    const { stdout } = await mpfix(folder, argv, { rules: transforms, stdin: WORK });
    expect(stdout).toContain('No fix: there is no place for a module that pins fork');
  });

  test('tells programs of the file', async () => {
    const { stdout } = await run(scratch(PACKAGE), '--output-format', 'json', 'pkg/a.py');
    const [{ fix }] = JSON.parse(stdout);
    expect(fix.creates.filename).toBe(PIN);
    expect(fix.creates.content).toContain('def context():  # mpfix: gives fork\n');
  });
});

describe('the patch makes the new file', () => {
  test.each([
    ['git', ['apply', '-'], ['.'], ''],
    ['patch', ['-p1', '--quiet'], ['.'], ''],
    ['git', ['apply', '-'], ['pkg/sub/b.py'], ''],
    ['patch', ['-p1', '--quiet'], ['sub'], 'pkg'],
    ['git', ['apply', '-'], ['.'], 'repository'],
  ])('%s %j of %j in "%s"', async (command, argv, paths, inside) => {
    const [patched, written] = [scratch(PACKAGE), scratch(PACKAGE)];
    if (inside === 'repository') spawnSync('git', ['init', '--quiet'], { cwd: patched });
    const at = inside === 'pkg' ? 'pkg' : '.';
    const { stdout } = await run(path.join(patched, at), '--dry-run', ...paths);
    expect(stdout).toMatch(/^--- \/dev\/null\n\+\+\+ b\/(pkg\/)?_start_method\.py\n@@ -0,0 \+1,/);
    const { status, stderr } = spawnSync(command, argv, {
      cwd: path.join(patched, at),
      input: Buffer.from(stdout, 'latin1'),
    });
    expect([status, `${stderr}`]).toEqual([0, '']);
    await run(path.join(written, at), '--write', ...paths);
    for (const name of [...Object.keys(PACKAGE), PIN]) {
      expect(textIn(patched, name)).toBe(textIn(written, name));
    }
  });

  test('in a folder that all files share, with the new one', async () => {
    const folder = scratch(PACKAGE);
    const { stdout, stderr } = await mpfix(
      scratch(),
      ['--strategy', 'pin-fork', '--dry-run', path.join(folder, 'pkg/sub')],
      { rules: transforms },
    );
    expect(stderr).toContain(`are relative to ${path.join(folder, 'pkg')}: apply it there`);
    expect(stdout).toContain('+++ b/_start_method.py\n');
    expect(stdout).toContain('+++ b/sub/b.py\n');
  });

  test('but not where nothing is to be pinned', async () => {
    const folder = scratch({ 'a.py': 'import multiprocessing\n' });
    const { code, stdout } = await run(folder, '--dry-run', '.');
    expect([code, stdout]).toEqual([0, '']);
  });
});

describe('settings', () => {
  const settings = (text: string) => ({ ...PACKAGE, 'pyproject.toml': `[tool.mpfix]\n${text}` });

  test('give strategy, module and variable', async () => {
    const folder = scratch(
      settings('strategy = "pin-fork"\npin-module = "sub.start"\npin-variable = "MY_METHOD"\n'),
    );
    await mpfix(folder, ['--write', '.'], { rules: transforms });
    expect(textIn(folder, 'pkg/sub/start.py')).toContain('os.environ.get("MY_METHOD")');
    expect(textIn(folder, 'pkg/a.py')).toContain('from .sub.start import context\n');
    expect(textIn(folder, 'pkg/sub/b.py')).toContain('from ..sub.start import context\n');
  });

  test('are overruled by the flag', async () => {
    const folder = scratch(settings('strategy = "pin-fork"\n'));
    await mpfix(folder, ['--strategy', 'picklable', '--write', '.'], { rules: transforms });
    expect(existsSync(path.join(folder, PIN))).toBe(false);
  });

  test.each([
    [['--strategy', 'pin'], '--strategy takes picklable, pin-fork, per-site, not "pin"'],
    [
      ['--strategy', 'pin-fork', '--start-method', 'spawn'],
      'the start method spawn is asked for, and the strategy pin-fork: they exclude each other',
    ],
  ])('%j is wrong', async (argv, message) => {
    const { code, stderr } = await mpfix(scratch(), argv);
    expect([code, stderr]).toEqual([2, expect.stringContaining(`mpfix: ${message}`)]);
  });
});
