import { describe, expect, test } from '@jest/globals';
import { applyEdits } from '../../../src/edits/apply.ts';
import { invalidSyntax } from '../../../src/syntax/invalid.ts';
import { Notebook } from '../../../src/syntax/notebook/notebook.ts';
import { parse } from '../../../src/syntax/parse.ts';
import { ipynb, sourcesOf } from './files.ts';

/** The file with one piece of the cells' text replaced. */
function replaced(json: string, old: string, text: string): string {
  const notebook = Notebook.read(json);
  const from = notebook.text.indexOf(old);
  expect(from).toBeGreaterThanOrEqual(0);
  return notebook.fileText(applyEdits(notebook.text, [{ from, to: from + old.length, text }]));
}

/** What is wrong with a text in place of the notebook's. */
function faultOf(notebook: Notebook, text: string): string | null {
  return notebook.fault(parse(text, notebook))?.message ?? null;
}

describe('the text', () => {
  test('is all cells of Python, each line as long as it was', () => {
    const cells = [
      '%time x = 1\ny = 2',
      { kind: 'markdown', text: '# z' },
      '!ls',
      '%%sh\nls',
    ] as const;
    const { text } = Notebook.read(ipynb(cells));
    const lines = text.split('\n');
    expect(lines.map((line) => line.length)).toEqual([11, 5, 11, 3, 11, 0]);
    expect(lines[0]).toMatch(/^\p{L}{4}; x = 1$/u);
    expect(lines[2]).toMatch(/^pass {2}# \p{L}{3}$/u);
    expect(invalidSyntax(parse(text, Notebook.read(ipynb(cells))))).toBeNull();
  });

  test('keeps the lines of a command that goes on in the next', () => {
    const { text } = Notebook.read(ipynb(['!a \\\n  b \\\n c\nx = 1']));
    expect(text.split('\n').slice(1, 4)).toEqual(['', '', 'x = 1']);
  });

  test.each([[{ language_info: { name: 'R' } }], [{ kernelspec: { language: 'julia' } }]])(
    'is empty in another language: %j',
    (metadata) => expect(Notebook.read(ipynb(['x <- 1'], metadata)).text).toBe(''),
  );

  test('is read from nbformat 3', () => {
    const cells = [
      { cell_type: 'heading', source: 'x' },
      { cell_type: 'code', input: ['a = 1\n', 'b'], language: 'python' },
      { cell_type: 'code', input: 'ls', language: 'bash' },
    ];
    const json = JSON.stringify({ nbformat: 3, worksheets: [{ cells }] });
    expect(Notebook.read(json).text).toMatch(/^a = 1\nb\npass .*\n$/);
    expect(replaced(json, 'a = 1', 'a = 2')).toBe(json.replace('a = 1', 'a = 2'));
  });

  test('may wait in the code of the module', () => {
    const cells = ['await f()\nasync with a: pass\n[x async for x in y]', 'async for x in y: pass'];
    const notebook = Notebook.read(ipynb(cells));
    expect(invalidSyntax(parse(notebook.text, notebook))).toBeNull();
    const wrong = Notebook.read(ipynb(['def f():\n    await g()']));
    expect(invalidSyntax(parse(wrong.text, wrong))?.message).toMatch(/`await` outside/);
  });

  test('names places by cell', () => {
    const notebook = Notebook.read(ipynb([{ kind: 'raw', text: '' }, 'a\nb', 'c\né = d']));
    const lines = notebook.lines(notebook.text);
    const places = ['a', 'b', 'c', 'd'].map((name) => {
      const at = notebook.text.search(new RegExp(`\\b${name}\\b`));
      return lines.positionOf(at);
    });
    expect(places).toEqual([
      { cell: 2, row: 1, column: 1 },
      { cell: 2, row: 2, column: 1 },
      { cell: 3, row: 1, column: 1 },
      { cell: 3, row: 2, column: 5 },
    ]);
    expect(lines.lineName(notebook.text.indexOf('= d'))).toBe('line 2 of cell 3');
  });

  test.each(['ꀀ = 1', 'ꀀ = ᐁ'])('uses letters that it does not have: %s', (source) => {
    const json = ipynb([`${source}\n!ls`]);
    const { text } = Notebook.read(json);
    expect(text.startsWith(`${source}\n`)).toBe(true);
    expect(replaced(json, '= ', '=  ')).toBe(json.replace('= ', '=  '));
  });
});

describe('a changed text', () => {
  const JSON_TEXT = ipynb(['!ls\nx = "a\\tb"\ny = 1', 'z = x\n%time w = z\nv']);

  test('changes one string, and no other byte', () => {
    expect(replaced(JSON_TEXT, 'y = 1', 'y = "é"')).toBe(JSON_TEXT.replace('y = 1', 'y = \\"é\\"'));
    expect(replaced(JSON_TEXT, 'w = z', 'w = f(z)')).toBe(JSON_TEXT.replace('w = z', 'w = f(z)'));
    expect(Notebook.read(JSON_TEXT).fileText(Notebook.read(JSON_TEXT).text)).toBe(JSON_TEXT);
  });

  test('has a string for each line', () => {
    expect(replaced(JSON_TEXT, 'z = x', 'a\n\nz = x')).toBe(
      JSON_TEXT.replace('"z = x\\n"', '"a\\n",\n    "\\n",\n    "z = x\\n"'),
    );
    expect(replaced(JSON_TEXT, '\ny = 1', '')).toBe(JSON_TEXT.replace('\\n",\n    "y = 1"', '"'));
    expect(replaced(JSON_TEXT, 'y = 1', 'y = 1\ny += 1')).toBe(
      JSON_TEXT.replace('"y = 1"', '"y = 1\\n",\n    "y += 1"'),
    );
  });

  test('is one string where it was one', () => {
    const json = JSON.stringify({ cells: [{ cell_type: 'code', source: 'a = "\\\\"\nb\nc\n' }] });
    expect(replaced(json, 'b', 'b1\nb2')).toBe(json.replace('\\nb\\n', '\\nb1\\nb2\\n'));
    const list = JSON.stringify({ cells: [{ cell_type: 'code', source: ['a\nb\n', 'c\nd'] }] });
    expect(replaced(list, 'b', 'b1\nb2')).toBe(list.replace('b', 'b1\\nb2'));
    expect(replaced(list, 'c', 'e\nc')).toBe(list.replace('b\\n', 'b\\ne\\n'));
  });

  test('keeps what stands between strings', () => {
    const json = '{"cells": [{"cell_type": "code", "source": ["a\\n" , "b\\n",\n  "c\\n",  "d"]}]}';
    expect(replaced(json, 'b', 'B')).toBe(json.replace('b\\n', 'B\\n'));
    expect(replaced(json, 'c\n', '')).toBe(json.replace(',\n  "c\\n"', ''));
    expect(replaced(json, 'b', 'b\nx')).toBe(json.replace('"b\\n"', '"b\\n" , "x\\n"'));
  });

  test('escapes as the file does', () => {
    const cell = '{"cell_type": "code", "source": ["x = \'\\u00E9\\u00e9\'\\n", "\\/y"]}';
    const json = `{"cells": [${cell}]}`;
    expect(replaced(json, 'x', 'x = "ü\u{1f600}"\nx')).toBe(
      json.replace('"x', '"x = \\"\\u00FC\\uD83D\\uDE00\\"\\n", "x'),
    );
    expect(replaced(json, 'éé', 'éüé')).toBe(json.replace('\\u00e9', '\\u00FC\\u00e9'));
  });

  test('keeps CRLF, in the file and in the strings', () => {
    const json = ipynb(['a\r\nb']).replaceAll('\n', '\r\n');
    expect(replaced(json, 'a\r\n', 'a\r\nc\r\n')).toBe(
      json.replace('"a\\r\\n"', '"a\\r\\n",\r\n    "c\\r\\n"'),
    );
  });

  test('gets no blank lines at the ends of a cell', () => {
    const json = ipynb(['a\n', '\n\nb', 'c']);
    expect(sourcesOf(replaced(json, 'c', '\n\ndef f(): pass\n\n\nc\n\n'))).toEqual([
      'a\n',
      '\n\nb',
      'def f(): pass\n\n\nc',
    ]);
    expect(sourcesOf(replaced(json, 'b', '\nd\n'))).toEqual(['a\n', '\n\nd', 'c']);
  });

  test('may empty a cell, or fill an empty one', () => {
    const json = ipynb(['a', '']);
    expect(sourcesOf(replaced(json, 'a', ''))).toEqual(['', '']);
    expect(sourcesOf(replaced(json, 'a\n', ''))).toEqual(['', '']);
    const { text } = Notebook.read(json);
    expect(sourcesOf(Notebook.read(json).fileText(text.replace('\n\n', '\nb\n')))).toEqual([
      'a',
      'b',
    ]);
  });
});

describe('fault', () => {
  const notebook = Notebook.read(ipynb(['with a:\n    !ls\nb', 'c']));
  const { text } = notebook;

  test('finds none in the text itself', () => {
    expect(faultOf(notebook, text)).toBeNull();
    expect(faultOf(notebook, text.replace('c', 'if c:\n    d'))).toBeNull();
  });

  test.each([
    [
      'a block over two cells',
      text.replace('b\n', 'if b:\n    ').replace('\nc', '\n    c'),
      /beyond/,
    ],
    [
      'a string over two cells',
      text.replace('b\n', '"""\n').replace('c', '"""'),
      /before its code/,
    ],
    ['a cell more', `${text}d\n`, /behind the last cell/],
    ['a lost cell', text.replace(/b\npass.*\n/, 'b\n'), /beyond cell 1/],
    ['a lost command', text.replace(/ {4}\S+\n/, '    d\n'), /magic/],
    ['a command twice', text.replace(/( {4}\S+\n)/, '$1$1'), /magic/],
  ])('finds %s', (_, changed, message) => expect(faultOf(notebook, changed)).toMatch(message));
});
