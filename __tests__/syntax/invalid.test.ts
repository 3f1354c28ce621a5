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
    ['try:\n  f()\nexcept A, e:\n  print e\n', '`except A, e`', 'except'],
    ['try:\n  f()\nexcept (A, B), e:\n  pass\n', '`except (A, B), e`', 'except'],
    ['raise E, "x"\n', '`raise` with a comma', 'raise '],
    ['x = `y`\n', 'backticks', '`y`\n'],
    ['if a <> b: pass\n', '`<>`', '<> b: '],
    ['os.chmod(p, 0755)\n', 'an octal number', '0755)\n'],
    ['x = 10L\n', 'a number that ends in `L`', '10L\n'],
    ['x = 0xFFl\n', 'a number that ends in `L`', '0xFFl\n'],
    ['x = ur"a"\n', 'the prefix `ur`', 'ur"a"\n'],
    ['def f(a, (b, c)): pass\n', 'a parameter in parentheses', 'def f('],
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

describe('other errors are worded so that they stay true', () => {
  test.each([
    ['x = (1 +\n', 'the end of the file'],
    ['x = """abc\n', 'the end of the file'],
    ['x = 1 +\n', 'the end of the line'],
    ['def f(:\n    pass\n', '`:`'],
    ['x = $y\n', '`$y`'],
    ['f(a b)\n', '`b)`'],
    ['if x:\n    a\n  b\n', 'the indentation of `b`'],
    ['  x = 1\n', 'the indentation of `x = 1`'],
    [`x = ${'('.repeat(5000)}${')'.repeat(5000)}\n`, 'the nesting is too deep'],
  ])('%j', (text, words) => {
    expect(problemOf(text)?.message).toBe(`not understood here: ${words}`);
  });

  test('text behind an error is not taken for Python 2', () => {
    const message = problemOf('x = (1\n"""\ny = 2\n"""\nprint the `sum` of both\n"""\n')?.message;
    expect(message).toMatch(/^not understood here: /);
  });

  test('a long line is cut', () => {
    expect(problemOf(`x = $${'y'.repeat(90)}\n`)?.message).toContain(`\`$${'y'.repeat(38)}…\``);
  });
});
