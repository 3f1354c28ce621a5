import { describe, expect, test } from '@jest/globals';
import { magicsIn } from '../../../src/syntax/notebook/magics.ts';

/** A cell with its magics as `‹…›` and what follows their names; null where it is no Python. */
function marked(source: string): string | null {
  const magics = magicsIn(source);
  if (!magics) return null;
  let text = '';
  let end = 0;
  for (const { from, to, suffix } of magics) {
    text += `${source.slice(end, from)}‹${source.slice(from, to)}${suffix && `›${suffix}‹`}›`;
    end = to;
  }
  return text.replaceAll('‹›', '') + source.slice(end);
}

describe('magicsIn', () => {
  test.each([
    ['%matplotlib inline\nx = 1', '‹%matplotlib inline›\nx = 1'],
    ['if x:\n    !pip install y\n    z()', 'if x:\n    ‹!pip install y›\n    z()'],
    ['!ls "unclosed (\nx = 1', '‹!ls "unclosed (›\nx = 1'],
    ['!tool a \\\n    b\nx = 1', '‹!tool a \\\n    b›\nx = 1'],
    ['files = !ls *.py\nx', 'files = ‹!ls *.py›\nx'],
    ['a, b = %magic x\ny', 'a, b = ‹%magic x›\ny'],
    ['pool?\nmp.Pool??\n?mp\nx', '‹pool?›\n‹mp.Pool??›\n‹?mp›\nx'],
    ['pip install x\ncd ..\nls = 1\nls *.py', '‹pip install x›\n‹cd ..›\nls = 1\n‹ls *.py›'],
    ['%time f(x)\n%timeit -n 3 -r1 g(x)', '‹%time ›; f(x)\n‹%timeit -n 3 -r1 ›; g(x)'],
    ['y = %time f(x)\n%time !ls', 'y = ‹%time › or f(x)\n‹%time !ls›'],
    ['%timeit -o f(x)\n%time', '‹%timeit -o ›; f(x)\n‹%time›'],
    ['%%time\nx = 1\n%who', '‹%%time›\nx = 1\n‹%who›'],
    ['\n%%capture out\nx', '\n‹%%capture out›\nx'],
    ['from __future__ import annotations\nx', '‹from __future__ import annotations›\nx'],
    [',f a b\n;f a b\n/f a', '‹,f a b›\n‹;f a b›\n‹/f a›'],
    ['%ls\r\nx\r\n', '‹%ls›\r\nx\r\n'],
  ])('%j', (source, expected) => expect(marked(source)).toBe(expected));

  test.each([
    'x = 7 \\\n% 3',
    'f(7\n% 3,\n"a")',
    '"""\n%matplotlib inline\n!ls\nwhat?\n"""',
    "s = '''\n%x\n''' + r'\\'\nx",
    'x = "= !ls"',
    'x = a if b else c  # why?\nassert a != b',
    'x == y\nx %= 2\nf(a=1)',
    'ls\ncd = 1\nrm - 1\ncat.x\nman [0]\nrun += 1\nls == 3\nls ** 2\ncat in x',
    '# %magic\n#!ls\n# what?',
  ])('leaves %j alone', (source) => expect(marked(source)).toBe(source));

  test.each(['%%bash\nls "', '%%writefile w.py\ndef f(): pass', '%%html\n<b>', '%%R -i x\ny <- 1'])(
    'no Python: %j',
    (source) => expect(marked(source)).toBeNull(),
  );
});
