import { readFileSync, symlinkSync, truncateSync } from 'node:fs';
import path from 'node:path';
import { Readable, Writable } from 'node:stream';
import { describe, expect, test } from '@jest/globals';
import { main } from '../../src/cli/main.ts';
import { withClosed } from '../closed-folder.ts';
import { scratch } from '../scratch.ts';
import { mpfix, RULES } from './command.ts';

const SAFE = 'import multiprocessing\nx = 111\n';
const UNSAFE = 'import multiprocessing\nx = 222\n';
const BOTH = 'import multiprocessing\nx = 111\ny = 222\n';
const KEPT = 'import multiprocessing\nx = 111  # keep\n';
const CLEAN = 'import multiprocessing\nx = 1\n';

describe('report', () => {
  test('prints findings, writes nothing, exits 1', async () => {
    const folder = scratch({ 'a.py': BOTH });
    const { code, stdout, stderr } = await mpfix(folder, ['a.py']);
    expect(code).toBe(1);
    expect(stdout).toContain('a.py:2:5: MP901 safe-number [safe fix]\n    2 | x = 111\n');
    expect(stdout).toContain('a.py:3:5: MP902 unsafe-number [unsafe fix]\n');
    expect(stderr).toBe(
      [
        '1 file seen: 0 changed, 1 with findings, 0 clean, 0 skipped, 0 failed',
        '1 safe fix: --dry-run shows the patch, --write applies it',
        '1 unsafe fix held back: --dry-run --unsafe-fixes includes it',
        '',
      ].join('\n'),
    );
    expect(readFileSync(path.join(folder, 'a.py'), 'utf8')).toBe(BOTH);
  });

  test('looks at the current folder where no path is given', async () => {
    const { code, stdout } = await mpfix(scratch({ 'sub/a.py': SAFE }), []);
    expect([code, stdout.split('\n')[0]]).toEqual([
      1,
      'sub/a.py:2:5: MP901 safe-number [safe fix]',
    ]);
  });

  test('is silent and exits 0 where there is nothing to do', async () => {
    const { code, stdout } = await mpfix(scratch({ 'a.py': CLEAN, 'b.py': 'x = 111\n' }), ['.']);
    expect([code, stdout]).toEqual([0, '']);
  });

  test('as JSON', async () => {
    const folder = scratch({ 'a.py': SAFE, 'b.py': KEPT });
    const { code, stdout } = await mpfix(folder, ['--output-format', 'json', '.']);
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject([
      { code: 'MP901', filename: 'a.py', location: { row: 2, column: 5 }, fix: { edits: [{}] } },
      { filename: 'b.py', fix: null, refusal: 'the line is to be kept.' },
    ]);
  });

  test('as JSON where there is nothing', async () => {
    const { stdout } = await mpfix(scratch({ 'a.py': CLEAN }), ['--output-format=json', '.']);
    expect(stdout).toBe('[]\n');
  });
});

describe('--dry-run', () => {
  test('prints the patch alone on standard output, the rest on standard error', async () => {
    const folder = scratch({ 'a b.py': BOTH, 'c.py': KEPT, 'd.py': CLEAN });
    const { code, stdout, stderr } = await mpfix(folder, ['--dry-run', '.']);
    expect(code).toBe(1);
    expect(stdout).toBe(
      '--- a/a b.py\t\n+++ b/a b.py\t\n@@ -1,3 +1,3 @@\n import multiprocessing\n-x = 111\n+x = 1\n y = 222\n',
    );
    expect(stderr).toContain('a b.py:3:5: MP902');
    expect(stderr).toContain('c.py:2:5: MP901');
    expect(stderr).toContain(
      '3 files seen: 1 would change, 1 with findings, 1 clean, 0 skipped, 0 failed\n1 fix in the patch\n1 unsafe fix held back: --unsafe-fixes includes it\n',
    );
    expect(readFileSync(path.join(folder, 'a b.py'), 'utf8')).toBe(BOTH);
  });

  test('exits 0 where nothing would be changed', async () => {
    expect((await mpfix(scratch({ 'a.py': CLEAN }), ['--dry-run', '.'])).code).toBe(0);
  });

  test('exits 1 where everything would be mended', async () => {
    expect((await mpfix(scratch({ 'a.py': SAFE }), ['--dry-run', '.'])).code).toBe(1);
  });

  test('names files from the folder that they share when they lie elsewhere', async () => {
    const folder = scratch({ 'here/x.py': SAFE, 'there/a.py': SAFE, 'there/sub/b.py': SAFE });
    const { stdout, stderr } = await mpfix(path.join(folder, 'here'), ['--dry-run', '../there']);
    expect(stdout).toContain('--- a/a.py\n');
    expect(stdout).toContain('--- a/sub/b.py\n');
    expect(stderr).toContain(`relative to ${path.join(folder, 'there')}: apply it there`);
  });

  test('names a link by its target, which alone can be patched', async () => {
    const folder = scratch({ 'real/a.py': SAFE });
    symlinkSync('real/a.py', path.join(folder, 'link.py'));
    const { stdout } = await mpfix(folder, ['--dry-run', 'link.py']);
    expect(stdout).toMatch(/^--- a\/real\/a\.py\n/);
  });

  test('is not turned into JSON by the settings', async () => {
    const config = '[tool.mpfix]\noutput-format = "json"\n';
    const folder = scratch({ 'a.py': SAFE, 'pyproject.toml': config });
    expect((await mpfix(folder, ['--dry-run', '.'])).stdout).toMatch(/^--- a\/a\.py\n/);
    expect((await mpfix(folder, ['.'])).stdout).toMatch(/^\[/);
  });
});

describe('--write', () => {
  test('applies the safe fixes and reports what is left', async () => {
    const folder = scratch({ 'a.py': BOTH });
    const { code, stdout, stderr } = await mpfix(folder, ['--write', '.']);
    expect(readFileSync(path.join(folder, 'a.py'), 'utf8')).toBe(BOTH.replace('111', '1'));
    expect(code).toBe(1);
    expect(stdout).toMatch(/^a\.py:3:5: MP902/);
    expect(stderr).toBe(
      '1 file seen: 1 changed, 0 with findings, 0 clean, 0 skipped, 0 failed\n1 fix applied\n1 unsafe fix held back: --unsafe-fixes includes it\n',
    );
  });

  test('with --unsafe-fixes applies all, and a second time nothing', async () => {
    const folder = scratch({ 'a.py': BOTH });
    expect((await mpfix(folder, ['--write', '--unsafe-fixes', '.'])).code).toBe(0);
    const { code, stderr } = await mpfix(folder, ['--write', '--unsafe-fixes', '.']);
    expect([code, stderr]).toEqual([
      0,
      '1 file seen: 0 changed, 0 with findings, 1 clean, 0 skipped, 0 failed\n',
    ]);
  });

  test('keeps encoding, byte order mark and line ends', async () => {
    const text = '\xef\xbb\xbfimport multiprocessing\r\nx = 111 # \xc3\xa4\r\n';
    const folder = scratch({ 'a.py': Buffer.from(text, 'latin1') });
    await mpfix(folder, ['--write', '.']);
    expect(readFileSync(path.join(folder, 'a.py'), 'latin1')).toBe(text.replace('111', '1'));
  });
});

describe('rules are chosen', () => {
  test.each([
    [['--select', 'MP902'], ['MP902']],
    [['--select', 'safe-number'], ['MP901']],
    [
      ['--select', 'MP901,MP902'],
      ['MP901', 'MP902'],
    ],
    [
      ['--select', 'MP901', '--select', 'MP902'],
      ['MP901', 'MP902'],
    ],
    [['--ignore', 'MP901'], ['MP902']],
    [['--select', 'MP9', '--ignore', 'unsafe-number'], ['MP901']],
  ])('%j', async (flags, codes) => {
    const folder = scratch({ 'a.py': BOTH });
    const { stdout } = await mpfix(folder, [...flags, '--output-format', 'json', 'a.py']);
    expect(JSON.parse(stdout).map((record: { code: string }) => record.code)).toEqual(codes);
  });

  test('a flag counts more than the settings, which --isolated leaves out', async () => {
    const files = { 'a.py': BOTH, 'pyproject.toml': '[tool.mpfix]\nselect = ["MP902"]\n' };
    const folder = scratch({ ...files, 'other.toml': 'ignore = ["MP9"]\n' });
    const codes = async (...flags: string[]) =>
      (await mpfix(folder, [...flags, 'a.py'])).stdout.match(/MP\d+/g);
    expect(await codes()).toEqual(['MP902']);
    expect(await codes('--select', 'MP901')).toEqual(['MP901']);
    expect(await codes('--isolated')).toEqual(['MP901', 'MP902']);
    expect(await codes('--config', 'other.toml')).toBeNull();
  });

  test('settings leave files out', async () => {
    const config = '[tool.mpfix]\nexclude = ["old"]\n';
    const folder = scratch({ 'old/a.py': SAFE, 'b.py': SAFE, 'pyproject.toml': config });
    expect((await mpfix(folder, ['.'])).stdout.match(/\w+\.py/g)).toEqual(['b.py']);
  });
});

describe('the target version', () => {
  const EXCEPT = 'import multiprocessing\ntry: pass\nexcept OSError, ValueError: pass\n';
  const code = async (files: Record<string, string>, flags: readonly string[] = []) =>
    (await mpfix(scratch({ 'a.py': EXCEPT, ...files }), [...flags, '.'])).code;

  test('decides whether `except A, e` is Python 2', async () => {
    const project = (version: string) => `[project]\nrequires-python = ">=${version}"\n`;
    const setting = (version: string) => `[tool.mpfix]\ntarget-version = "${version}"\n`;
    expect(await code({})).toBe(0);
    expect(await code({}, ['--target-version', '3.9'])).toBe(2);
    expect(await code({}, ['--target-version', '3.14'])).toBe(0);
    expect(await code({ 'pyproject.toml': project('3.9') })).toBe(2);
    expect(await code({ 'pyproject.toml': project('3.14') })).toBe(0);
    expect(await code({ 'pyproject.toml': setting('3.9') + project('3.14') })).toBe(2);
    expect(await code({ 'pyproject.toml': setting('3.9') }, ['--target-version=3.14'])).toBe(0);
    expect(await code({ 'pyproject.toml': project('3.9') }, ['--isolated'])).toBe(0);
    expect(await code({ 'setup.cfg': '[options]\npython_requires = >=3.8\n' })).toBe(2);
  });

  test('has to be a version', async () => {
    const { code, stderr } = await mpfix(scratch(), ['--target-version', 'py39']);
    expect([code, stderr]).toEqual([
      2,
      'mpfix: --target-version takes a version as 3.9, not "py39"\n',
    ]);
  });
});

describe('bad input', () => {
  test('a file that can not be read or understood is skipped, the others are done, exit 2', async () => {
    const folder = scratch({
      'a.py': SAFE,
      'b.py': Buffer.from('import multiprocessing\nx = "\xe4"\n', 'latin1'),
      'c.py': 'import multiprocessing\nprint "x"\n',
      'd.py': Buffer.from('\x7fELF\x01\x02\x03\x04\x05\0\0\0\0', 'latin1'),
    });
    const { code, stdout, stderr } = await mpfix(folder, ['--write', '.']);
    expect(code).toBe(2);
    expect(readFileSync(path.join(folder, 'a.py'), 'utf8')).toBe(SAFE.replace('111', '1'));
    expect(stdout).toContain('b.py:2:6: MP001 unreadable\n');
    expect(stdout).toContain('c.py:2:1: MP002 invalid-syntax\n');
    expect(stdout).toContain('d.py:1:1: MP001 unreadable\n');
    expect(stderr).toContain(
      '4 files seen: 1 changed, 0 with findings, 0 clean, 3 skipped, 0 failed\n',
    );
  });

  const BROKEN = 'import multiprocessing\nif x\n    pass\n';

  test('is one finding in every format', async () => {
    const folder = scratch({ 'a.py': BROKEN, 'b.py': Buffer.from('x = "\xe4"\n', 'latin1') });
    const words = 'Expected `:` behind `x`.';
    const text = await mpfix(folder, ['.']);
    expect([text.code, text.stderr]).toEqual([2, expect.stringContaining('2 skipped')]);
    expect(text.stdout).toContain(`a.py:2:5: MP002 invalid-syntax\n    2 | if x\n`);
    expect(text.stdout).toContain(words);
    expect(text.stdout).toContain('b.py:1:6: MP001 unreadable\n');

    const json = await mpfix(folder, ['--output-format', 'json', '.']);
    expect(json.code).toBe(2);
    expect(JSON.parse(json.stdout)).toMatchObject([
      {
        code: 'MP002',
        name: 'invalid-syntax',
        message: words,
        filename: 'a.py',
        location: { row: 2, column: 5 },
        fix: null,
        refusal: 'the file is left as it is.',
      },
      { code: 'MP001', filename: 'b.py', location: { row: 1, column: 6 }, fix: null },
    ]);

    const patch = await mpfix(folder, ['--dry-run', '.']);
    expect([patch.code, patch.stdout]).toEqual([2, '']);
    expect(patch.stderr).toContain('a.py:2:5: MP002 invalid-syntax\n');
    expect(patch.stderr).toContain('b.py:1:6: MP001 unreadable\n');

    const input = await mpfix(folder, ['-'], { stdin: BROKEN });
    expect([input.code, input.stdout]).toEqual([2, expect.stringContaining('<stdin>:2:5: MP002')]);
  });

  test('that never mentions processes is found without the prefilter', async () => {
    const folder = scratch({ 'a.py': 'if x\n', 'b.py': 'x = 111\n' });
    const silent = await mpfix(folder, ['.']);
    expect([silent.code, silent.stdout]).toEqual([0, '']);
    for (const flags of [
      ['--no-prefilter', '.'],
      ['.', '--no-prefilter'],
    ]) {
      const { code, stdout } = await mpfix(folder, flags);
      expect(code).toBe(2);
      expect(stdout.match(/^\w+\.py:.*$/gm)).toEqual([
        'a.py:1:5: MP002 invalid-syntax',
        'b.py:1:5: MP901 safe-number [safe fix]',
      ]);
    }
    const input = await mpfix(folder, ['--no-prefilter', '-'], { stdin: 'if x\n' });
    expect([input.code, input.stdout]).toEqual([2, expect.stringContaining('<stdin>:1:5: MP002')]);
  });

  test('the prefilter is a setting, which the flag overrules', async () => {
    const config = '[tool.mpfix]\nprefilter = false\n';
    const folder = scratch({ 'a.py': 'if x\n', 'pyproject.toml': config });
    expect((await mpfix(folder, ['.'])).code).toBe(2);
    expect((await mpfix(folder, ['--prefilter', '.'])).code).toBe(0);
  });

  test('of which nothing is said where its rule is ignored', async () => {
    const folder = scratch({ 'c.py': 'import multiprocessing\nprint "x"\n' });
    const { code, stdout, stderr } = await mpfix(folder, ['--ignore', 'MP002', '.']);
    expect([code, stdout]).toEqual([0, '']);
    expect(stderr).toContain('1 skipped');
  });

  test.each<[string[], string]>([
    [['nosuch.py'], 'mpfix: there is no file or folder "nosuch.py"\n'],
    [['a.pi'], 'mpfix: there is no file or folder "a.pi"; did you mean "a.py"?\n'],
    [['--selct', 'x'], 'mpfix: there is no flag --selct; did you mean "--select"?\n'],
    [['-w', 'a.py'], 'mpfix: there is no flag -w\n'],
    [['--select', 'MP999'], 'mpfix: --select: there is no rule "MP999"'],
    [['--select'], 'mpfix: --select needs a value\n'],
    [
      ['--output-format', 'jsn'],
      'mpfix: --output-format takes text, json, not "jsn"; did you mean "json"?\n',
    ],
    [
      ['--start-method', 'thread'],
      'mpfix: --start-method takes fork, spawn, forkserver, not "thread"',
    ],
    [['--color', 'blue'], 'mpfix: --color takes auto, always, never, not "blue"\n'],
    [['--write', '--dry-run'], 'mpfix: --dry-run and --write exclude each other\n'],
    [['--config', 'no.toml'], "mpfix: no.toml: the config can't be read: ENOENT\n"],
    [['-', 'a.py'], 'mpfix: - is standard input: it takes no other path beside it\n'],
    [
      ['--stdin-filename', 'a.py'],
      'mpfix: --stdin-filename goes with the path -, standard input\n',
    ],
    [['rule', 'MP910'], 'mpfix: there is no rule "MP910"; did you mean "MP901"?\n'],
    [['rule'], 'mpfix: which rule? mpfix rule --all lists them\n'],
    [['rule', '--al'], 'mpfix: there is no flag --al; did you mean "--all"?\n'],
  ])('%j', async (argv, message) => {
    const { code, stdout, stderr } = await mpfix(scratch({ 'a.py': SAFE }), argv);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });

  test('settings that are wrong are one line too', async () => {
    const folder = scratch({ 'a.py': SAFE, 'pyproject.toml': '[tool.mpfix]\nselect = ["MP7"]\n' });
    const { code, stderr } = await mpfix(folder, ['.']);
    expect(code).toBe(2);
    expect(stderr).toMatch(/^mpfix: .*pyproject\.toml: "select": there is no rule "MP7".*\n$/);
  });

  test('a link that leads nowhere', async () => {
    const folder = scratch();
    symlinkSync('nowhere.py', path.join(folder, 'a.py'));
    const { code, stderr } = await mpfix(folder, ['a.py']);
    expect([code, stderr]).toEqual([2, 'mpfix: "a.py" is a link that leads nowhere\n']);
  });

  test('a folder without Python is a warning', async () => {
    const { code, stderr } = await mpfix(scratch({ 'a.txt': '' }), ['.']);
    expect(code).toBe(0);
    expect(stderr).toMatch(/^mpfix: no Python files in \.; /);
  });

  test('a folder that can not be looked into makes the run incomplete', async () => {
    const folder = scratch({ 'a.py': CLEAN, 'closed/b.py': CLEAN });
    const { code, stderr } = await withClosed(path.join(folder, 'closed'), () =>
      mpfix(folder, ['.']),
    );
    expect(code).toBe(2);
    expect(stderr).toBe(
      'mpfix: the folder closed was not looked into: permission denied\n1 file seen: 0 changed, 0 with findings, 1 clean, 0 skipped, 0 failed\n',
    );
  });

  test('a file too large for memory does not end the run', async () => {
    const folder = scratch({ 'a.py': SAFE, 'b.py': '' });
    truncateSync(path.join(folder, 'b.py'), 600e6);
    const { code, stdout } = await mpfix(folder, ['.']);
    expect(code).toBe(2);
    expect(stdout).toMatch(/^a\.py:2:5: MP901/);
    expect(stdout).toContain('b.py:1:1: MP001 unreadable\n  The file has 600.0 MB');
  });

  test('a full disk behind standard output is told', async () => {
    const folder = scratch({ 'a.py': BOTH });
    const full = Object.assign(new Error('full'), { code: 'ENOSPC' });
    const stdout = new Writable({ write: (_chunk, _encoding, done) => done(full) });
    let stderr = '';
    const rest = new Writable({
      write: (chunk, _encoding, done) => {
        stderr += chunk;
        done();
      },
    });
    const io = { stdin: Readable.from([]), stdout, stderr: rest, env: {} };
    expect(await main(['--write', path.join(folder, 'a.py')], io, RULES)).toBe(2);
    expect(stderr).toContain('1 file seen: 1 changed');
    expect(stderr).toMatch(/mpfix: the output can't be written: the disk is full\n$/);
  });

  test('paths that begin with a dash go behind --', async () => {
    const { stdout } = await mpfix(scratch({ '-a.py': SAFE }), ['--', '-a.py']);
    expect(stdout).toMatch(/^-a\.py:2:5: /);
  });
});

describe('standard input', () => {
  test('is reported under its name', async () => {
    const folder = scratch();
    const one = await mpfix(folder, ['-'], { stdin: SAFE });
    expect([one.code, one.stdout.split(':')[0]]).toEqual([1, '<stdin>']);
    const two = await mpfix(folder, ['-', '--stdin-filename', 'x/a.py'], { stdin: SAFE });
    expect(two.stdout).toMatch(/^x\/a\.py:2:5: /);
  });

  test('becomes a patch', async () => {
    const { stdout } = await mpfix(scratch(), ['--dry-run', '-', '--stdin-filename', 'a.py'], {
      stdin: SAFE,
    });
    expect(stdout).toMatch(/^--- a\/a\.py\n/);
  });

  test.each([
    ['fixed', SAFE, SAFE.replace('111', '1')],
    ['as it is', CLEAN, CLEAN],
    ['as it is, without a word of multiprocessing', 'x = 111\n', 'x = 111\n'],
    [
      'as it is, where it can not be understood',
      'import multiprocessing\nprint "x"\n',
      'import multiprocessing\nprint "x"\n',
    ],
    ['as it is, where it can not be decoded', 'x = "\xff"', 'x = "\xff"'],
  ])('with --write comes out %s', async (_, text, expected) => {
    const stdin = Buffer.from(text, 'latin1');
    expect((await mpfix(scratch(), ['--write', '-'], { stdin })).stdout).toBe(expected);
  });

  test('with --write leaves findings to standard error', async () => {
    const { code, stdout, stderr } = await mpfix(scratch(), ['--write', '-'], { stdin: UNSAFE });
    expect([code, stdout]).toEqual([1, UNSAFE]);
    expect(stderr).toContain('<stdin>:2:5: MP902');
  });
});

describe('colour', () => {
  test.each<[boolean, Record<string, string>, string[], boolean]>([
    [true, {}, [], true],
    [false, {}, [], false],
    [true, { NO_COLOR: '1' }, [], false],
    [true, { NO_COLOR: '' }, [], true],
    [false, { FORCE_COLOR: '1' }, [], true],
    [true, { FORCE_COLOR: '0' }, [], false],
    [true, { TERM: 'dumb' }, [], false],
    [true, { NO_COLOR: '1' }, ['--color', 'always'], true],
    [false, { NO_COLOR: '1' }, ['--color=always'], true],
    [false, {}, ['--color'], true],
    [true, {}, ['--color', 'never'], false],
    [true, {}, ['--no-color'], false],
  ])('terminal %j, %j, %j', async (terminal, env, flags, expected) => {
    const folder = scratch({ 'a.py': SAFE });
    const { stdout } = await mpfix(folder, ['a.py', ...flags], { terminal, env });
    expect(stdout.includes('\u001b[')).toBe(expected);
  });
});

describe('rule', () => {
  test('prints the page of a rule by its code or its name', async () => {
    for (const wanted of ['MP901', 'mp901', 'safe-number']) {
      const { code, stdout } = await mpfix(scratch(), ['rule', wanted]);
      expect([code, stdout.split('\n')[0]]).toEqual([0, '# safe-number (MP901)']);
    }
  });

  test('lists all', async () => {
    const { stdout } = await mpfix(scratch(), ['rule', '--all']);
    expect(stdout).toContain('MP001  unreadable      a file that could not be read or decoded\n');
    expect(stdout).toContain('MP901  safe-number     a lambda as a worker\n');
  });

  test('as JSON', async () => {
    const all = await mpfix(scratch(), ['rule', '--all', '--output-format', 'json']);
    expect(JSON.parse(all.stdout)).toHaveLength(4);
    const one = await mpfix(scratch(), ['rule', 'MP901', '--output-format', 'json']);
    expect(JSON.parse(one.stdout)).toMatchObject({
      code: 'MP901',
      start_methods: ['spawn', 'forkserver'],
    });
  });
});

test('help and version', async () => {
  const help = await mpfix(scratch(), ['--help']);
  expect([help.code, help.stderr]).toEqual([0, '']);
  expect(help.stdout).toContain('--unsafe-fixes');
  expect(help.stdout).toContain('mpfix rule MP201');
  expect((await mpfix(scratch(), ['--version'])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
});

test('every flag of the help is suggested for what is nearly it', async () => {
  const folder = scratch();
  const { stdout } = await mpfix(folder, ['--help']);
  const flags = new Set(stdout.match(/(?<=^ *(?:-\w, +)?)--[\w-]+(?= )/gm));
  expect(flags.size).toBeGreaterThan(10);
  for (const flag of flags) {
    expect((await mpfix(folder, [`${flag}x`])).stderr).toContain(`did you mean "${flag}"?`);
  }
});
