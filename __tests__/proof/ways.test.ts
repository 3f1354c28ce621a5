import { expect, test } from '@jest/globals';
import { startIn } from './ways.ts';

const files = {
  'main.py': '',
  'bin/tool': '#!/usr/bin/env python3\n',
  'pyproject.toml': '[project.scripts]\napp = "pkg.cli:main"\nother = "pkg.cli : Command.run"\n',
};

test.each([
  ['main.py', ['main.py']],
  ['bin/tool', ['bin/tool']],
  ['-m pkg.main', ['-m', 'pkg.main']],
])('as %s it needs nothing more', (way, command) => {
  expect(startIn(way, files)).toEqual({ command, files: {} });
});

test('a notebook is run by a kernel, outside the project', () => {
  const { command, files } = startIn('a.ipynb', { 'a.ipynb': '{}' });
  expect(command).toEqual(['../kernel/kernel.py', 'a.ipynb']);
  expect(files['../kernel/kernel.py']).toContain('types.ModuleType("__main__")');
});

test('a console script is what pip writes, outside the project', () => {
  expect(startIn('app', files)).toEqual({
    command: ['../bin/app'],
    files: {
      '../bin/app':
        'import sys\nfrom pkg.cli import main\nif __name__ == "__main__":\n    sys.exit(main())\n',
    },
  });
});

test('a console script may be a method', () => {
  expect(Object.values(startIn('other', files).files)).toEqual([
    expect.stringMatching(
      /^import sys\nfrom pkg\.cli import Command\n.*\n +sys\.exit\(Command\.run\(\)\)\n$/,
    ),
  ]);
});

test.each(['tool', 'main', 'bin', '-m', 'python main.py'])('refuses "%s"', (way) => {
  expect(() => startIn(way, files)).toThrow(`it can't be run as "${way}"`);
});

test('says so where there is no pyproject.toml', () => {
  expect(() => startIn('app', {})).toThrow('neither a file nor a console script');
});
