import { expect, test } from '@jest/globals';
import { analyseFile } from '../../src/engine/engine.ts';
import { SINGLE_FILE } from '../../src/processes/facts.ts';
import { DEFAULT_SETTINGS } from '../../src/processes/settings.ts';
import { defaultTransforms } from '../../transforms/index.ts';

function fixed(lines: readonly string[]): string[] {
  const source = {
    path: 'main.py',
    text: `${lines.join('\n')}\n`,
    encoding: 'utf-8',
    hasBom: false,
  };
  const { fixedText } = analyseFile(source, SINGLE_FILE, {
    transforms: defaultTransforms,
    mode: 'fix',
    unsafeFixes: false,
    settings: DEFAULT_SETTINGS,
  });
  return (fixedText ?? '').trimEnd().split('\n');
}

test('a definition behind an unguarded pool moves up, so that the pool can be guarded', () => {
  const program = [
    'from multiprocessing import Pool',
    '',
    'pool = Pool(2)',
    '',
    '',
    'def work(n):',
    '    return n * n',
    '',
    '',
    'print(pool.map(work, range(4)))',
    'pool.close()',
    'pool.join()',
  ];
  expect(fixed(program)).toEqual([
    'from multiprocessing import Pool',
    '',
    '',
    'def work(n):',
    '    return n * n',
    '',
    '',
    'if __name__ == "__main__":',
    '    pool = Pool(2)',
    '    print(pool.map(work, range(4)))',
    '    pool.close()',
    '    pool.join()',
  ]);
});

test('what a lambda under the guard needs moves up before the lambda does', () => {
  const program = [
    'from multiprocessing import Pool',
    '',
    'if __name__ == "__main__":',
    '    def twice(n):',
    '        return 2 * n',
    '',
    '    with Pool(2) as pool:',
    '        print(pool.map(lambda n: twice(n) + 1, range(4)))',
  ];
  const result = fixed(program);
  expect(result.indexOf('def twice(n):')).toBeGreaterThan(0);
  expect(result.indexOf('def twice(n):')).toBeLessThan(result.findIndex((l) => l.startsWith('if')));
  expect(result.join('\n')).not.toContain('lambda');
});

test('what only the parent has is handed over first, then the worker moves up', () => {
  const program = [
    'import sys',
    'from multiprocessing import Pool',
    '',
    'if __name__ == "__main__":',
    '    limit = len(sys.argv)',
    '',
    '    def clip(n):',
    '        return min(n, limit)',
    '',
    '    with Pool(2) as pool:',
    '        print(pool.map(clip, range(4)))',
  ];
  const result = fixed(program);
  const lineOf = (line: string) => result.indexOf(line);
  expect(lineOf('def clip(n):')).toBeGreaterThan(0);
  expect(lineOf('def clip(n):')).toBeLessThan(lineOf('if __name__ == "__main__":'));
  expect(result.join('\n')).toContain('initargs=(limit,)');
});
