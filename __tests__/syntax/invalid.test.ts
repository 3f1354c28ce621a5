import { describe, expect, test } from '@jest/globals';
import { invalidSyntax } from '../../src/syntax/invalid.ts';
import { parse } from '../../src/syntax/parse.ts';

function problemOf(text: string) {
  const problem = invalidSyntax(parse(text));
  return problem && { message: problem.message, at: text.slice(problem.offset ?? 0).slice(0, 6) };
}

describe('Python 2 is recognised', () => {
  test.each([
    ['print "x"\n', '`print` statement', 'print '],
    ['if x:\n    print x, y\n', '`print` statement', 'print '],
    ['if x: print x\n', '`print` statement', 'print '],
    ['x = 1; print "a" % x\n', '`print` statement', 'print '],
    ['print `x`\n', '`print` statement', 'print '],
    ['exec "x = 1"\n', '`exec` statement', 'exec "'],
    ['exec code in space\n', '`exec` statement', 'exec c'],
    ['try:\n  f()\nexcept A, e:\n  print e\n', '`print` statement', 'print '],
    ['raise E, "x"\n', '`raise` with a comma', 'raise '],
    ['x = `y`\n', 'backticks', '`y`\n'],
    ['if a <> b: pass\n', '`<>`', '<> b: '],
    ['os.chmod(p, 0755)\n', 'an octal number', '0755)\n'],
    ['x = 10L\n', 'a number that ends in `L`', '10L\n'],
    ['x = 0xFFl\n', 'a number that ends in `L`', '0xFFl\n'],
    ['x = ur"a"\n', 'the prefix `ur`', 'ur"a"\n'],
    ['def f(a, (b, c)): pass\n', 'a parameter in parentheses', 'def f('],
    ['f = lambda (a, b): a\n', 'a parameter in parentheses', 'lambda'],
    ['def f(a, b=(1, 2), (c, (d,))=3): pass\n', 'a parameter in parentheses', 'def f('],
    ['print \\\n  "x"\n', '`print` statement', 'print '],
    ['raise e[0], e[1], e[2]\n', '`raise` with a comma', 'raise '],
    ['raise E("a b"), x\n', '`raise` with a comma', 'raise '],
    ['x = [a for a in b, c]\n', 'values without parentheses', ', c]\n'],
  ])('%j', (text, words, at) => {
    const problem = problemOf(text);
    expect(problem?.message).toMatch(/^this is Python 2: /);
    expect(problem?.message).toContain(words);
    expect(problem?.at).toBe(at);
  });
});

describe('Python 3 is left in peace', () => {
  test.each([
    'print("x")\n',
    'print ("x"), y\n',
    'print\n',
    'x = [\n  print in y,\n  print not in y,\n]\n',
    'x = "print x; exec `y` <> 0755 10L"\n',
    'x = """\nprint x\n"""\n',
    'f"""\nprint x {y}\nprint z\n"""\n',
    '# print x\n',
    'x = 0\ny = 00\nz = 0.75\nw = 0o755\nv = 0x10\nu = 1e5\nt = 07.5\ns = 1.5e-03\nr = 1e+05\n',
    'xs[0] = 10\n',
    'exec("x")\n',
    'exec = 1\n',
    'try:\n  f()\nexcept (A, B):\n  pass\n',
    'try:\n  f()\nexcept A, B:\n  pass\n',
    'try:\n  f()\nexcept OSError, error:\n  pass\n',
    'def f(a=(1, 2)): pass\n',
    'f(a, (b, c))\n',
    'u"a" + r"b"\n',
  ])('%j', (text) => {
    expect(problemOf(text)).toBeNull();
  });
});

/** The message, and the place as the row and the text there. */
function explained(text: string): [string, number, string] {
  const tree = parse(text);
  const problem = invalidSyntax(tree);
  const { row, column } = tree.lines.positionOf(problem?.offset ?? 0);
  const line = tree.lines.textOf(row - 1);
  return [problem?.message ?? 'valid', row, line.slice(column - 1, column + 3)];
}

describe('what was expected is named, and where', () => {
  test.each<[string, string, number, string]>([
    ['if x\n    pass\n', 'expected `:` behind `x`', 1, ''],
    ['def f(a)\n    pass\n', 'expected `:` behind `)`', 1, ''],
    ['def f:\n    pass\n', 'expected `(` behind `f`', 1, ':'],
    ['def (a): pass\n', 'expected a name behind `def`', 1, '(a):'],
    ['for x y: pass\n', 'expected `in` behind `x`', 1, ' y: '],
    ['[x for x]\n', 'expected `in` behind `x`', 1, ']'],
    ['f(a b)\n', 'expected `,` behind `a`', 1, ' b)'],
    ['x = [\n  1,\n  2\n  3\n]\n', 'expected `,` behind `2`', 3, ''],
    ['x = {a: 1, b}\n', 'expected `:` behind `b`', 1, '}'],
    ['x = lambda a\n', 'expected `:` behind `a`', 1, ''],
    ['x = 1 +\n', 'expected an expression behind `+`', 1, ''],
    ['x = f(a, , b)\n', 'expected an expression behind `,`', 1, ', b)'],
    ['x = a if b\n', 'expected `else` behind `b`', 1, ''],
    ['from a b\n', 'expected `import` behind `a`', 1, ' b'],
    ['try: pass\nexcept A e: pass\n', 'expected `as` behind `A`', 2, ' e: '],
    ['x = 1 y = 2\n', 'expected an operator or the end of the statement behind `1`', 1, ' y ='],
    ['if x: pass\nelse if y: pass\n', '`else if` is written `elif` in Python', 2, 'if y'],
    [
      'if x = 1: pass\n',
      "`=` can't stand here: `==` compares, `:=` assigns inside an expression",
      1,
      '= 1:',
    ],
    ['x = class\n', "`class` is a keyword of Python, so it can't be a name or a value", 1, 'clas'],
    ['[a for a in b of c]\n', "`of` can't stand here behind `b`", 1, 'of c'],
    ['for a, b\n', 'expected `in` behind `b`', 1, ''],
    ['async def f[T]: pass\n', 'expected `(` behind `]`', 1, ': pa'],
    ['f"{a=b}"\n', 'expected `}` behind `=`', 1, 'b}"'],
    ['f(a,\n  "x"\n  "y"\n  b=1)\n', 'expected `,` behind `"y"`', 3, ''],
    ['else:\n    pass\n', '`else` belongs to nothing before it', 1, 'else'],
    ['x = = 1\n', 'expected an expression behind `=`', 1, '= 1'],
    ['x = 1 + \\\n\ny = 2\n', 'expected an expression behind `+`', 2, ''],
    ['x = 1 + \\\n\t\ny = 2\n', 'expected an expression behind `+`', 2, ''],
    ['x = a.2\n', "`2` can't stand here behind `.`", 1, '2'],
  ])('%j', (text, message, row, place) => {
    expect(explained(text)).toEqual([message, row, place]);
  });

  test('below a thousand lines as well as at the top', () => {
    const text = `${'x = [1, 2, 3]\n'.repeat(1000)}class A:\n    def f(self):\n        if self\n            pass\n`;
    expect(explained(text)).toEqual(['expected `:` behind `self`', 1003, '']);
  });
});

describe('mistakes that many make have words of their own', () => {
  test.each<[string, string, number, string]>([
    ['x = 1\n<<<<<<< HEAD\nx = 2\n', 'this line is left over from a merge conflict', 2, '<<<<'],
    ['x = 1\n=======\nx = 2\n', 'this line is left over from a merge conflict', 2, '===='],
    ['!ls\n', 'this line is a command of IPython, which is no Python', 1, '!ls'],
    ['%matplotlib inline\n', 'this line is a command of IPython, which is no Python', 1, '%mat'],
    ['if a && b: pass\n', '`&&` is written `and` in Python', 1, '& b:'],
    ['x = a || b\n', '`||` is written `or` in Python', 1, '| b'],
    [
      'if !a: pass\n',
      '`!` can only stand before `=`: `!x` is written `not x` in Python',
      1,
      '!a: ',
    ],
    ['a++\n', 'Python has no `++`: `x += 1` does that', 1, ''],
    ['f(a--)\n', 'Python has no `--`: `x -= 1` does that', 1, ')'],
    ['f"{!r}"\n', 'expected an expression behind `{`', 1, '!r}"'],
    ['f"{a!x}"\n', 'behind `!` in an f-string comes `r`, `s` or `a`, then `:` or `}`', 1, '!x}"'],
    ["x = ub''\n", 'no string can have the prefix `ub`', 1, "''"],
    [
      "x = 'it's'\n",
      "the string ends before `s`: a `'` that belongs to it has to be written `\\'`",
      1,
      "s'",
    ],
    ['async = 1\n', "`async` is a keyword since Python 3.7, so it can't be a name", 1, '= 1'],
    ['def f(*a=1): pass\n', "a parameter with `*` can't have a default", 1, '=1):'],
    ['def f(a, **b: int=1): pass\n', "a parameter with `**` can't have a default", 1, '=1):'],
    ['f = lambda *a=1: a\n', "a parameter with `*` can't have a default", 1, '=1: '],
    [
      'f(a, None=1)\n',
      "`None` is a keyword of Python, so it can't be the name of an argument",
      1,
      '=1)',
    ],
    [
      "x = {'a'=1}\n",
      "`=` can't stand here: in a dictionary, `:` comes between key and value",
      1,
      '=1}',
    ],
    ['assert a := 1\n', '`:=` needs parentheses here', 1, ':= 1'],
    ['[a, b for a, b in c]\n', 'several values before `for` need parentheses', 1, 'for '],
    ['import a from b\n', '`from` comes before `import`: `from module import name`', 1, 'from'],
    [
      'try: pass\nexcept A, B as c: pass\n',
      'several types before `as` need parentheses',
      2,
      'as c',
    ],
    ['print(“a b”)\n', "a name can't hold `“` (U+201C)", 1, '“a b'],
  ])('%j', (text, message, row, place) => {
    expect(explained(text)).toEqual([message, row, place]);
  });

  test.each<[string, string]>([
    ['def f(**a:\n    x = 1\n', '`(` is never closed'],
    ['if a. != b: pass\n', 'expected a name behind `.`'],
    ['x = "a"format(b)\n', 'expected an operator or the end of the statement behind `"a"`'],
    ['%d" % "x"\n', "`%` can't stand here"],
    ['[for a in b]\n', 'expected an expression behind `[`'],
    ['x = a +- \n', 'expected an expression behind `-`'],
    ['try: pass\nexcept A as b as c: pass\n', "`as` can't stand here behind `b`"],
    ['f(a, b=1=2)\n', "`=` can't stand here: `==` compares, `:=` assigns inside an expression"],
  ])('and %j is none of them', (text, message) => {
    expect(explained(text)[0]).toBe(message);
  });
});

describe('brackets and strings that are not closed', () => {
  test.each<[string, string, number, string]>([
    ['x = (1 +\ny = 2\n', '`(` is never closed', 1, '(1 +'],
    ['x = [(1, 2),\n\n\n', '`[` is never closed', 1, '[(1,'],
    ['def f(:\n    pass\n', 'expected `)` behind `(`', 1, ':'],
    ['x = (1]\n', "`]` can't close the `(` of line 1", 1, ']'],
    ['x = 1)\n', '`)` closes nothing', 1, ')'],
    ['x = "abc\ny = 1\n', 'the string that begins here is never closed', 1, '"abc'],
    ["x = f(y'\n", 'the string that begins here is never closed', 1, "'"],
    ['x = 1\ny = """abc\n\n', 'the string that begins here is never closed', 2, '"""a'],
    ['x = f"a {b\n', '`{` is never closed', 1, '{b'],
    ['x = f"a } b"\n', 'a single `}` in an f-string has to be written `}}`', 1, '} b"'],
  ])('%j', (text, message, row, place) => {
    expect(explained(text)).toEqual([message, row, place]);
  });
});

describe('indentation', () => {
  test.each<[string, string, number, string]>([
    ['def f():\npass\n', 'expected an indented block behind `def f():`', 2, 'pass'],
    ['if x:\n    if y:\n    z\n', 'expected an indented block behind `if y:`', 3, 'z'],
    ['if x:\n', 'expected an indented block behind `if x:`', 1, ''],
    ['if x:', 'expected an indented block behind `if x:`', 1, ''],
    ['match x:\n    y = 1\n', 'expected `case` in the block behind `match x:`', 2, 'y = '],
    ['match x:\ny = 1\n', 'expected an indented block behind `match x:`', 2, 'y = '],
    ['if x:\n    a\n  b\n', 'this unindent fits no outer level', 3, 'b'],
    ['  x = 1\n', 'this line is indented deeper than its block', 1, 'x = '],
    ['x = 1\n    y = 2\n', 'this line is indented deeper than its block', 2, 'y = '],
    [
      'if x:\n        a\n\tb\n',
      'tabs and blanks are mixed here so that nobody can tell how deep the line is indented',
      3,
      'b',
    ],
    ['try:\n    a\nb\n', 'expected `except` or `finally` behind the block of `try`', 3, 'b'],
    ['@a\nb = 1\n', 'expected `def` or `class` behind the decorator', 2, 'b = '],
    [
      'class A:\n    @a\n  def f(self): pass\n',
      'this line has to be indented as the one that it belongs to',
      3,
      'def ',
    ],
    [
      'def f():\n    try:\n        a\nfinally:\n        b\n',
      'this line has to be indented as the one that it belongs to',
      4,
      'fina',
    ],
  ])('%j', (text, message, row, place) => {
    expect(explained(text)).toEqual([message, row, place]);
  });
});

describe('characters and numbers', () => {
  test.each<[string, string, string]>([
    ['x = $y\n', 'Python has no use for the character `$`', '$y'],
    ['x = a ? b : c\n', 'Python has no use for the character `?`', '? b '],
    ['x =\xa01\n', 'Python has no use for the character U+00A0', '\xa01'],
    ['x = “a”\n', "a name can't hold `“` (U+201C)", '“a”'],
    ['x = a \\ b\n', '`\\` can only stand at the end of a line', '\\ b'],
    ['x = 1abc\n', 'this is no number: `1abc`', '1abc'],
    ['x = 1__0\n', 'this is no number: `1__0`', '1__0'],
  ])('%j', (text, message, place) => {
    expect(explained(text)).toEqual([message, 1, place]);
  });
});

test('text behind an error is not taken for Python 2', () => {
  const [message] = explained('x = (1\n"""\ny = 2\n"""\nprint the `sum` of both\n"""\n');
  expect(message).toBe('`(` is never closed');
});

test('a long line is cut', () => {
  expect(explained(`if ${'y'.repeat(90)}\n`)[0]).toBe(
    `expected \`:\` behind \`${'y'.repeat(39)}…\``,
  );
});

describe('garbage', () => {
  const MEGABYTE = 1_000_000;
  const repeated = (text: string) => text.repeat(Math.ceil(MEGABYTE / text.length));

  test.each<[string, string]>([
    ['open parentheses', repeated('(')],
    ['open brackets of all kinds', repeated('[({')],
    ['signs', repeated('-')],
    ['words that want an operand', repeated('not ')],
    ['lambdas', repeated('lambda: ')],
    ['f-strings in f-strings', repeated('f"{')],
    ['an unterminated string', `"""${repeated('a b c\n')}`],
    ['C', repeated('int main(int argc, char **argv) {\n  return 0;\n}\n')],
    ['HTML', repeated('<p class="a">text &amp; more</p>\n')],
    [
      'minified JavaScript',
      repeated('!function(e,t){"use strict";var n=e.d,r=a?b[c]:d(g)}(this);'),
    ],
    [
      'bytes',
      Buffer.from(Array.from({ length: MEGABYTE }, (_, i) => (i * 7919) % 251)).toString('latin1'),
    ],
  ])('is refused soon: %s', (_, text) => {
    const started = performance.now();
    expect(explained(text)[0]).not.toBe('valid');
    expect(performance.now() - started).toBeLessThan(2000);
  });

  test('that is nested too deeply says so', () => {
    expect(explained(`x = ${'('.repeat(5000)}${')'.repeat(5000)}\n`)[0]).toBe(
      'the nesting is too deep',
    );
    expect(explained(`x = ${'a + '.repeat(5000)}a\n`)[0]).toBe('the nesting is too deep');
  });
});
