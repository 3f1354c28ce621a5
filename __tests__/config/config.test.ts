import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { findConfig, NO_CONFIG, readConfig } from '../../src/config/config.ts';
import { scratch } from '../scratch.ts';

function read(section: string) {
  const folder = scratch({ 'pyproject.toml': `[tool.mpfix]\n${section}\n` });
  const { file: _, ...config } = findConfig(folder);
  return config;
}

describe('[tool.mpfix]', () => {
  test('is read', () => {
    expect(
      read(`
        select = ["MP1"]
        ignore = []
        exclude = ["tests"]
        unsafe-fixes = true
        start-method = "spawn"
        output-format = "json"
        target-version = "3.9"
        prefilter = false
        strategy = "per-site"
        pickler = "joblib"
        pin-module = "compat.start"
        pin-variable = "MY_METHOD"
      `),
    ).toEqual({
      select: ['MP1'],
      ignore: [],
      exclude: ['tests'],
      unsafeFixes: true,
      startMethod: 'spawn',
      outputFormat: 'json',
      targetVersion: '3.9',
      prefilter: false,
      strategy: 'per-site',
      pickler: 'joblib',
      pinModule: 'compat.start',
      pinVariable: 'MY_METHOD',
    });
  });

  test('is looked for upwards, past files that lack it', () => {
    const folder = scratch({
      'pyproject.toml': '[tool.mpfix]\nselect = ["MP1"]\n',
      'sub/pyproject.toml': '[project]\nname = "sub"\n',
      'sub/deep/a.py': '',
    });
    expect(findConfig(path.join(folder, 'sub/deep'))).toEqual({
      file: path.join(folder, 'pyproject.toml'),
      select: ['MP1'],
    });
    expect(findConfig('/')).toBe(NO_CONFIG);
  });

  test.each([
    ['selct = []', '[tool.mpfix] has no key "selct"; did you mean "select"?'],
    ['colour = true', '[tool.mpfix] has no key "colour"'],
    ['toString = 1', '[tool.mpfix] has no key "toString"'],
    ['select = "MP1"', '"select" in [tool.mpfix] has to be a list of strings'],
    ['select = [1]', '"select" in [tool.mpfix] has to be a list of strings'],
    ['unsafe-fixes = "yes"', '"unsafe-fixes" in [tool.mpfix] has to be true or false'],
    ['start-method = "thread"', 'has to be one of "fork", "spawn", "forkserver"'],
    ['target-version = 3.9', 'has to be a version of Python 3, as "3.9"'],
    ['target-version = "py39"', 'has to be a version of Python 3, as "3.9"'],
    ['strategy = "fork"', 'has to be one of "picklable", "pin-fork", "per-site"'],
    ['pickler = "dill"', 'has to be one of "pathos", "multiprocess", "joblib"'],
    ['pin-module = "a-b"', 'has to be the name of a module, as "_start_method"'],
    ['pin-module = ".a"', 'has to be the name of a module, as "_start_method"'],
    ['pin-variable = "A B"', 'has to be the name of an environment variable'],
    ['output-format = "xml"', 'has to be one of "text", "json"'],
  ])('refuses %s', (section, message) => {
    expect(() => read(section)).toThrow(message);
  });

  test('that is no TOML says where', () => {
    expect(() => read('select = [')).toThrow(/pyproject\.toml:\d+:\d+: this is no TOML: \w/);
  });
});

describe('--config', () => {
  test('takes the section, or a file without one', () => {
    const folder = scratch({
      'pyproject.toml': '[tool.mpfix]\nselect = ["MP1"]\n',
      'other.toml': 'select = ["MP2"]\n',
      'empty/pyproject.toml': '[project]\nname = "x"\n',
    });
    const select = (name: string) => readConfig(path.join(folder, name)).select;
    expect(select('pyproject.toml')).toEqual(['MP1']);
    expect(select('other.toml')).toEqual(['MP2']);
    expect(select('empty/pyproject.toml')).toBeUndefined();
  });

  test('that is missing is an error', () => {
    expect(() => readConfig('/nowhere/x.toml')).toThrow(
      "/nowhere/x.toml: the config can't be read: ENOENT",
    );
  });
});
