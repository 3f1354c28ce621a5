import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { applyEdits } from '../../src/edits/apply.ts';
import { importEdit, type WantedImport } from '../../src/edits/imports.ts';
import { buildScopes } from '../../src/semantics/scope-builder.ts';
import type { Node } from '../../src/syntax/node.ts';
import { parse } from '../../src/syntax/parse.ts';
import { python, textsOf } from './python.ts';

const PARTIAL: WantedImport = { module: 'functools', name: 'partial' };

/** Rows whose last cell says what is wanted, `partial` where it is missing. */
function rows<Cells extends string[]>(...given: [...Cells, WantedImport?][]) {
  const length = Math.max(
    ...given.map((row) => row.filter((cell) => typeof cell === 'string').length),
  );
  return given.map(
    (row) => (row.length > length ? row : [...row, PARTIAL]) as [...Cells, WantedImport],
  );
}

/** Asks for an import where the name `USE` stands, or for the module alone. */
function ask(text: string, wanted: WantedImport = PARTIAL) {
  const tree = parse(text);
  const use = [...tree.root.walk()].filter(
    (node) => node.kind === 'VariableName' && text.slice(node.from, node.to) === 'USE',
  );
  const { edits, expression } = importEdit(tree, buildScopes(tree), wanted, use);
  return { text: applyEdits(text, edits), expression, isNew: edits.length > 0 };
}

describe('an import that is there is reused', () => {
  test.each(
    rows<[string, string]>(
      ['from functools import partial\nUSE\n', 'partial'],
      ['from functools import wraps, partial as p\nUSE\n', 'p'],
      ['from functools import (\n  wraps,\n  partial,\n)\nUSE\n', 'partial'],
      ['import functools\nUSE\n', 'functools.partial'],
      ['import os, functools as ft\nUSE\n', 'ft.partial'],
      ['import a; import functools\nUSE\n', 'functools.partial'],
      ['x = 1\nimport functools\nUSE\n', 'functools.partial'],
      ['import functools\ndef f(a):\n  def g():\n    USE\n', 'functools.partial'],
      ['import functools\nimport functools\nUSE\n', 'functools.partial'],
      ['import functools\ndef g(functools): pass\nUSE\n', 'functools.partial'],
      ['import functools\nclass A:\n  functools = 1\n  def f(self): USE\n', 'functools.partial'],
      ['import multiprocessing as mp\nUSE\n', 'mp', { module: 'multiprocessing' }],
      ['import a.b.c\nUSE\n', 'a.b.f', { module: 'a.b', name: 'f' }],
      ['import a.b, a.c\nUSE\n', 'a.b.f', { module: 'a.b', name: 'f' }],
      ['import a.b as ab\nUSE\n', 'ab.f', { module: 'a.b', name: 'f' }],
      ['from a import b as ab\nUSE\n', 'ab.f', { module: 'a.b', name: 'f' }],
      ['from concurrent import futures\nUSE\n', 'futures', { module: 'concurrent.futures' }],
      ['import functools as ft\nUSE\n', 'ft.partial', { ...PARTIAL, alias: '_partial' }],
    ),
  )('%j', (text, expression, wanted) => {
    expect(ask(text, wanted)).toEqual({ text, expression, isNew: false });
  });
});

describe('an import that would not do is left alone', () => {
  test.each(
    rows<[string, string, string]>(
      ['in a function', 'def f():\n  import functools\nUSE\n', 'partial'],
      ['in a try', 'try:\n  import functools\nexcept E:\n  pass\nUSE\n', 'partial'],
      ['below the use', 'USE\nimport functools\n', 'partial'],
      [
        'below the function that uses it',
        'def f(): USE\nfrom functools import partial as p\n',
        'partial',
      ],
      ['a star', 'from functools import *\nUSE\n', 'partial'],
      ['rebound', 'import functools\nfunctools = None\nUSE\n', 'partial'],
      ['rebound by another import', 'import functools\nfrom x import functools\nUSE\n', 'partial'],
      [
        'rebound by a global',
        'import functools\ndef g():\n  global functools\n  functools = 1\nUSE\n',
        'partial',
      ],
      ['deleted', 'import functools\ndel functools\nUSE\n', 'partial'],
      ['hidden by a parameter', 'import functools\ndef f(functools): USE\n', 'partial'],
      [
        'hidden by a local above',
        'import functools\ndef f():\n  functools = 1\n  def g(): USE\n',
        'partial',
      ],
      ['hidden by the class', 'import functools\nclass A:\n  functools = 1\n  USE\n', 'partial'],
      ['an alias of another module', 'import a.b as ab\nUSE\n', 'f', { module: 'a', name: 'f' }],
      ['a deeper module', 'import ab.c\nUSE\n', 'f', { module: 'a', name: 'f' }],
      ['a module above', 'import a\nUSE\n', 'a.b', { module: 'a.b' }],
    ),
  )('%s', (_, text, expression, wanted) => {
    expect(ask(text, wanted)).toMatchObject({ expression, isNew: true });
  });
});

describe('the form of a new import', () => {
  test.each(
    rows<[string, string, string, string]>(
      ['the name', 'USE\n', 'from functools import partial', 'partial'],
      ['the name is bound', 'partial = 1\nUSE\n', 'import functools', 'functools.partial'],
      ['the name is hidden', 'def f(partial): USE\n', 'import functools', 'functools.partial'],
      [
        'the name means a builtin or a star’s',
        'partial()\nUSE\n',
        'import functools',
        'functools.partial',
      ],
      [
        'somewhere else the name is a local',
        'def f(partial): pass\nUSE\n',
        'from functools import partial',
        'partial',
      ],
      [
        'both are bound',
        'partial = functools = 1\nUSE\n',
        'from functools import partial as _partial',
        '_partial',
      ],
      [
        'all are bound',
        'partial = functools = _partial = 1\nUSE\n',
        'from functools import partial as _partial_2',
        '_partial_2',
      ],
      [
        'a module',
        'USE\n',
        'import multiprocessing',
        'multiprocessing',
        { module: 'multiprocessing' },
      ],
      ['a dotted module', 'USE\n', 'import a.b', 'a.b', { module: 'a.b' }],
      [
        'a dotted module beside another',
        'import a.c\nUSE\n',
        'import a.b',
        'a.b',
        { module: 'a.b' },
      ],
      [
        'a module whose name is bound',
        'a = 1\nUSE\n',
        'import a.b as _a_b',
        '_a_b',
        { module: 'a.b' },
      ],
      ['an alias', 'USE\n', 'import a.b as ab', 'ab', { module: 'a.b', alias: 'ab' }],
      [
        'an alias that is bound',
        'ab = 1\nUSE\n',
        'import a.b',
        'a.b',
        { module: 'a.b', alias: 'ab' },
      ],
    ),
  )('%s', (_, text, line, expression, wanted) => {
    const outcome = ask(text, wanted);
    expect(outcome.text.split('\n')).toContain(line);
    expect(outcome.expression).toBe(expression);
  });
});

describe('the place of a new import', () => {
  const NEW = 'from functools import partial';
  test.each([
    ['an empty file', '', `${NEW}\n`],
    ['only a docstring', '"""d"""', `"""d"""\n\n${NEW}`],
    ['only comments', '#!py\n# c\n', `#!py\n# c\n\n${NEW}\n`],
    ['only comments, no break', '#!py', `#!py\n\n${NEW}`],
    ['code', 'USE\n', `${NEW}\n\nUSE\n`],
    ['code, no break', 'USE', `${NEW}\n\nUSE`],
    ['a function', 'def f(): USE\n', `${NEW}\n\n\ndef f(): USE\n`],
    ['a function, CRLF', 'def f(): USE\r\n', `${NEW}\r\n\r\n\r\ndef f(): USE\r\n`],
    ['lone CR', '"""d"""\r\rUSE\r', `"""d"""\r\r${NEW}\r\rUSE\r`],
    ['shebang and cookie', '#!py\n# coding: x\nUSE\n', `#!py\n# coding: x\n\n${NEW}\n\nUSE\n`],
    ['a licence, then code with a comment', '# l\n\n# c\nUSE\n', `# l\n\n${NEW}\n\n# c\nUSE\n`],
    ['a docstring', '#!py\n"""d\n"""\n\n\nUSE\n', `#!py\n"""d\n"""\n\n${NEW}\n\n\nUSE\n`],
    ['a docstring right above', '"""d"""\nUSE\n', `"""d"""\n\n${NEW}\n\nUSE\n`],
    ['a docstring and a class', '"""d"""\n\nclass A: USE\n', `"""d"""\n\n${NEW}\n\nclass A: USE\n`],
    [
      '__future__',
      '"""d"""\nfrom __future__ import a\nUSE\n',
      `"""d"""\nfrom __future__ import a\n\n${NEW}\n\nUSE\n`,
    ],
    [
      '__future__ and imports',
      'from __future__ import a\n\nimport os\nUSE\n',
      `from __future__ import a\n\nimport os\n${NEW}\nUSE\n`,
    ],
    [
      'behind plain imports',
      'import os\nimport sys\n\nUSE\n',
      `import os\nimport sys\n${NEW}\n\nUSE\n`,
    ],
    [
      'sorted',
      'import os\nfrom abc import x\nfrom sys import y\nUSE\n',
      `import os\nfrom abc import x\n${NEW}\nfrom sys import y\nUSE\n`,
    ],
    [
      'sorted first',
      'from os import x\nfrom sys import y\nUSE\n',
      `${NEW}\nfrom os import x\nfrom sys import y\nUSE\n`,
    ],
    [
      'sorted by module',
      'from abc import x\nimport collections\nfrom os import y\nimport sys\nUSE\n',
      `from abc import x\nimport collections\n${NEW}\nfrom os import y\nimport sys\nUSE\n`,
    ],
    [
      'unsorted, behind its kind',
      'from sys import y\nfrom abc import x\nimport os\nimport abc\nUSE\n',
      `from sys import y\nfrom abc import x\n${NEW}\nimport os\nimport abc\nUSE\n`,
    ],
    [
      'below the first one’s comment',
      '# c\nfrom os import x\nUSE\n',
      `# c\n${NEW}\nfrom os import x\nUSE\n`,
    ],
    ['behind the comment of the last', 'import os  # c\nUSE\n', `import os  # c\n${NEW}\nUSE\n`],
    [
      'the standard library’s block',
      'import os\n\nimport numpy\n\nimport mine\nUSE\n',
      `import os\n${NEW}\n\nimport numpy\n\nimport mine\nUSE\n`,
    ],
    [
      'no such block',
      'import numpy\n\nimport mine\nUSE\n',
      `import numpy\n\nimport mine\n${NEW}\nUSE\n`,
    ],
    [
      'by the same package',
      'import numpy\nfrom functools import wraps\n\nimport os\nUSE\n',
      `import numpy\nfrom functools import wraps\n${NEW}\n\nimport os\nUSE\n`,
    ],
    [
      'a star takes nothing back',
      'from a import *\nfrom z import *\nUSE\n',
      `from a import *\nfrom z import *\n${NEW}\nUSE\n`,
    ],
    ['several in a line', 'import os; import sys\nUSE\n', `import os; import sys\n${NEW}\nUSE\n`],
    [
      'several lines',
      'from abc import (\n  a,\n)\nUSE\n',
      `from abc import (\n  a,\n)\n${NEW}\nUSE\n`,
    ],
    [
      'not in a try',
      'import os\ntry:\n  import x\nexcept E:\n  pass\nimport sys\nUSE\n',
      `import os\n${NEW}\ntry:\n  import x\nexcept E:\n  pass\nimport sys\nUSE\n`,
    ],
    [
      'not behind other code',
      'import os\nos.x()\nimport sys\nUSE\n',
      `import os\n${NEW}\nos.x()\nimport sys\nUSE\n`,
    ],
    [
      'not on a line with other code',
      'import os\nimport sys; sys.x()\nUSE\n',
      `import os\n${NEW}\nimport sys; sys.x()\nUSE\n`,
    ],
    [
      'behind __all__',
      '__all__ = [\n  "a"]\n\nimport os\nUSE\n',
      `__all__ = [\n  "a"]\n\nimport os\n${NEW}\nUSE\n`,
    ],
    ['behind __all__ alone', '__all__ = []\nUSE\n', `__all__ = []\n\n${NEW}\n\nUSE\n`],
    [
      'first a try',
      'try:\n  import x\nexcept E:\n  pass\nUSE\n',
      `${NEW}\n\ntry:\n  import x\nexcept E:\n  pass\nUSE\n`,
    ],
  ])('%s', (_, text, expected) => {
    expect(ask(text).text).toBe(expected);
  });
});

test('is inserted once: asking again reuses it, and nothing else changes', () => {
  const wanted = fc.constantFrom<WantedImport>(
    PARTIAL,
    { module: 'functools' },
    { module: 'concurrent.futures' },
    { module: 'a.b', name: 'c' },
    { module: 'multiprocessing', name: 'Pool', alias: '_Pool' },
  );
  fc.assert(
    fc.property(python, wanted, fc.nat(), (text, want, pick) => {
      const tree = parse(text);
      const names = (root: Node) =>
        [...root.walk()].filter(
          (node) => node.kind === 'VariableName' && node.parent?.kind === 'ExpressionStatement',
        );
      const uses = names(tree.root);
      const use = uses.length === 0 ? [] : [uses[pick % uses.length] as Node];
      const first = importEdit(tree, buildScopes(tree), want, use);
      const after = parse(applyEdits(text, first.edits));
      expect(after.firstError).toBeNull();
      const usesNow = names(after.root);
      const useNow = use.length === 0 ? [] : [usesNow[pick % usesNow.length] as Node];
      const second = importEdit(after, buildScopes(after), want, useNow);
      expect(second).toEqual({ edits: [], expression: first.expression });
      for (const kind of ['String', 'FormatString', 'Comment', 'AssignStatement']) {
        expect(textsOf(after, kind)).toEqual(textsOf(tree, kind));
      }
      expect(textsOf(after, 'ImportStatement').length).toBe(
        textsOf(tree, 'ImportStatement').length + first.edits.length,
      );
    }),
  );
});
