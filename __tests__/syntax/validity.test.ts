import { describe, expect, test } from '@jest/globals';
import { invalidSyntax } from '../../src/syntax/invalid.ts';
import { parse } from '../../src/syntax/parse.ts';

/** The message, and the text from its place on. */
function refused(text: string): [string, string] | null {
  const problem = invalidSyntax(parse(text));
  return problem && [problem.message, text.slice(problem.offset ?? 0)];
}

/** A construct, what is wrong with it in the message's words, and how the text begins at the place. */
type Row = readonly [source: string, words: string, place: string];

function areRefused(rows: readonly Row[]): void {
  test.each(rows)('refused: %j', (source, words, place) => {
    const [message, rest] = refused(source) ?? ['valid', ''];
    expect(message).toContain(words);
    expect(rest.startsWith(place)).toBe(true);
  });
}

function areTaken(sources: readonly string[]): void {
  test.each(sources)('taken: %j', (source) => {
    expect(refused(source)).toBeNull();
  });
}

describe('targets', () => {
  areRefused([
    ['f() = 1\n', 'nothing can be assigned to a call', 'f()'],
    ['1 = x\n', 'nothing can be assigned to a number', '1'],
    ['x = a + b = 2\n', 'nothing can be assigned to an operation', 'a + b'],
    ['a, (b, -c) = x\n', 'nothing can be assigned to an operation', '-c'],
    ['[a, f()] = x\n', 'nothing can be assigned to a call', 'f()'],
    ['None = 1\n', 'nothing can be assigned to `None`', 'None'],
    ['x = yield = 1\n', 'nothing can be assigned to a `yield`', 'yield'],
    ['*a = x\n', 'has to stand in a list or tuple', '*a'],
    ['*a, *b = x\n', 'only one target can have a `*`', '*b'],
    ['x = *a\n', '`*` can only unpack', '*a'],
    ['a, b += 1\n', "an augmented assignment can't change a tuple", 'a'],
    ['[a] += x\n', "an augmented assignment can't change a list", '[a]'],
    ['f() += 1\n', "an augmented assignment can't change a call", 'f()'],
    ['x: int = y = 1\n', 'takes one value', 'x'],
    ['a, b: int\n', 'only one name can be annotated', 'a'],
    ['(a, b): int\n', "a tuple can't have an annotation", '(a'],
    ['f(): int\n', "a call can't have an annotation", 'f()'],
    ['del f()\n', "`del` can't delete a call", 'f()'],
    ['del (a, b + c)\n', "`del` can't delete an operation", 'b + c'],
    ['del (*a,)\n', "can't delete what has a `*`", '*a'],
    ['for f() in x: pass\n', "`for` can't assign to a call", 'f()'],
    ['for *a in x: pass\n', 'has to stand in a list or tuple', '*a'],
    ['for x in *a: pass\n', '`*` can only unpack', '*a'],
    ['[x for 1 in y]\n', "`for` can't assign to a number", '1'],
    ['f(x for f() in y)\n', "`for` can't assign to a call", 'f() in'],
    ['with a as f(): pass\n', "`with` can't assign to a call", 'f()'],
    ['with a,: pass\n', 'needs parentheses', ','],
    ['(a.b := 1)\n', '`:=` takes a plain name, and no attribute or an item', 'a.b'],
    ['((a, b) := 1)\n', '`:=` takes a plain name, and no tuple', '(a, b)'],
    ['__debug__ = 1\n', "`__debug__` can't be assigned to", '__debug__'],
    ['def __debug__(): pass\n', "`__debug__` can't be assigned to", '__debug__'],
    ['import a as __debug__\n', "`__debug__` can't be assigned to", '__debug__'],
    ['try: pass\nexcept A as __debug__: pass\n', "`__debug__` can't be assigned to", '__debug__'],
  ]);
  areTaken([
    'a = b, c = d.e = f[0] = (g) = [h, *i] = x\n',
    'a, (b, [c, *d]), *e = x\n',
    'x = *a, b\n',
    'x = *a,\n',
    'x: int = *a, b\n',
    '(x): int = 1\n',
    'x.y: int\n',
    'x[0]: int = yield_\n',
    '(x) += 1\n',
    'x.y[0] += 1\n',
    'del a, (b, [c.d, e[0]]), (f)\n',
    'for a, (b, *c) in *d, e: pass\n',
    'for x[0] in y: pass\n',
    '[x for x, in y for a.b in z]\n',
    'with (a as b, c as (d, e),): pass\n',
    'with a as b.c, d as e[0], f as [g, *h]: pass\n',
    '(x := 1)\n',
    'del __debug__\n',
  ]);
});

describe('arguments and parameters', () => {
  areRefused([
    ['f(a=1, b)\n', "can't stand behind a keyword argument", 'b)'],
    ['f(**a, b)\n', "can't stand behind `**`", 'b)'],
    ['f(**a, *b)\n', "can't stand behind `**`", '*b'],
    ['f(a=1, b=2, a=3)\n', 'once only: `a`', 'a=3'],
    ['f(ﬁ=1, fi=2)\n', 'once only: `fi`', 'fi=2'],
    ['f(x for x in y, 1)\n', 'needs parentheses', 'x for'],
    ['f(1, x for x, z in y)\n', 'needs parentheses', 'x for'],
    ['f(x for x in y,)\n', 'needs parentheses', 'x for'],
    ['class A(x for x in y): pass\n', 'is no base class', 'x for'],
    ['class A(b=1, C): pass\n', "can't stand behind a keyword argument", 'C'],
    ['def f(a=1, b): pass\n', "can't stand behind one that has a default", 'b)'],
    ['lambda a=1, b: 0\n', "can't stand behind one that has a default", 'b:'],
    ['def f(a, b, a): pass\n', 'two parameters have the name `a`', 'a): pass'],
    ['def f(*): pass\n', '`*` needs a named parameter', '*'],
    ['def f(*, **a): pass\n', '`*` needs a named parameter', '*'],
    ['lambda *: 0\n', '`*` needs a named parameter', '*'],
    ['def f(*a, *b): pass\n', 'one `*` only', '*b'],
    ['def f(**a, b): pass\n', 'no parameter can stand behind `**`', 'b)'],
    ['def f(/, a): pass\n', '`/` needs a parameter', '/'],
    ['def f(a, /, b, /): pass\n', 'one `/` only', '/)'],
    ['def f(*a, /): pass\n', '`/` has to stand before `*`', '/'],
    ['def f[T, T](): pass\n', 'two type parameters have the name `T`', 'T]('],
    ['class A[T = int, U]: pass\n', "can't stand behind one that has a default", 'U'],
  ]);
  areTaken([
    'f(a, *b, c=1, *d, e=2, **g, h=3, **i)\n',
    'f(x for x, y in z)\n',
    'f((x for x in y), 1)\n',
    'f(a, b := 1)\n',
    'def f(a, b=1, /, c=2, *d, e, g=3, h, **i): pass\n',
    'def f(a=1, *, b, c=2, d,): pass\n',
    'def f(*a: int, b, **c: int,): pass\n',
    'lambda a, /, b=1, *, c, **d: 0\n',
    'def f[T, *U, **V](a: T, *b: *U): pass\n',
    'class A[T, U = int](B, metaclass=C): pass\n',
  ]);
});

describe('strings', () => {
  areRefused([
    ['b"é"\n', 'bytes can hold ASCII only, not `é`', 'é'],
    ['rb"é"\n', 'bytes can hold ASCII only', 'é'],
    ['"a" b"b"\n', "a string and bytes can't stand side by side", 'b"b"'],
    ['b"a" f"b"\n', "bytes and a string can't stand side by side", 'f"b"'],
    ['t"a" "b"\n', "a t-string and a string can't stand side by side", '"b"'],
    ['x = "a\\x1"\n', 'no whole escape sequence: `\\x`', '\\x1'],
    ['b"\\xg0"\n', 'no whole escape sequence: `\\x`', '\\x'],
    ['"\\u123"\n', 'no whole escape sequence: `\\u`', '\\u'],
    ['"\\U00110000"\n', 'no whole escape sequence: `\\U`', '\\U'],
    ['"\\N"\n', 'no whole escape sequence: `\\N`', '\\N'],
    ['"\\N{}"\n', 'no whole escape sequence: `\\N`', '\\N'],
    ['f"{a}\\x"\n', 'no whole escape sequence: `\\x`', '\\x'],
    ['"\\\\\\x"\n', 'no whole escape sequence: `\\x`', '\\x'],
    ['f"{*a}"\n', 'needs a comma', '*a'],
    ['f"{lambda x: 1}"\n', 'needs parentheses', 'lambda'],
    ['f"{a if b else lambda: 1}"\n', 'needs parentheses', 'lambda'],
    ['f"{a:{b:{c:{d}}}}"\n', 'nested too deeply', '{d}'],
  ]);
  areTaken([
    'r"\\x" br"\\x"\n'.replace(' br', '; br'),
    'b"\\u1 \\N \\x41" rb"\\x"\n',
    '"\\N{DASH} \\x41 \\u1234 \\U0010ffff \\777 \\8"\n',
    '"\\\\x"\n',
    '"a" f"b" u"c" r"d"\n',
    't"a" rt"b"\n',
    'f"{*a, *b} {(lambda x: 1)} {[lambda: 1]} {a:{b:{c}}}"\n',
    'f"{a:\\x41}"\n',
    'rf"{a}\\x"\n',
  ]);
});

describe('stars, commas and parentheses', () => {
  areRefused([
    ['*a\n', '`*` can only unpack', '*a'],
    ['print((*a))\n', 'needs a comma', '*a'],
    ['def f(): return *a\n', '`*` can only unpack', '*a'],
    ['def f(): yield *a\n', '`*` can only unpack', '*a'],
    ['x += *a\n', '`*` can only unpack', '*a'],
    ['async def f(): await -x\n', 'needs parentheses', '-x'],
    ['async def f(): await await x\n', 'needs parentheses', 'await x'],
    ['x[a := 1:2]\n', 'in a slice needs parentheses', 'a :='],
    ['[a for a in b if c := d]\n', 'needs parentheses', 'c :='],
    ['def f(): global x,\n', 'a comma behind the last name', ','],
  ]);
  areTaken([
    '*a,\n',
    'x[a := 1, *b, c:d]\n',
    'async def f(): await (-x)\n',
    'async def f(): -await x ** 2\n',
  ]);
});

describe('imports', () => {
  areRefused([
    ['import a,\n', 'needs parentheses', ','],
    ['from a import b,\n', 'needs parentheses', ','],
    ['from a import b.c\n', 'without dots', '.c'],
    ['def f(): from a import *\n', 'inside a function or class', '*'],
    ['class A: from a import *\n', 'inside a function or class', '*'],
    ['x = 1\nfrom __future__ import division\n', 'beginning of the file', 'from'],
    ['x\nfrom __future__ import division\n', 'beginning of the file', 'from'],
    ['b"x"\nfrom __future__ import division\n', 'beginning of the file', 'from'],
    ['if x:\n    from __future__ import division\n', 'beginning of the file', 'from'],
    ['"a"\n"b"\nfrom __future__ import division\n', 'beginning of the file', 'from'],
    ['from __future__ import nothing\n', 'has no `nothing`', 'nothing'],
    ['from __future__ import braces\n', 'has no `braces`', 'braces'],
    ['lazy from __future__ import division\n', "can't be lazy", 'lazy'],
    ['lazy from a import *\n', "can't be lazy", 'lazy'],
    ['def f(): lazy import a\n', 'a lazy import inside', 'lazy'],
    ['try: lazy import a\nfinally: pass\n', 'a lazy import inside', 'lazy'],
  ]);
  areTaken([
    '"""doc"""\n# c\nfrom __future__ import division, annotations as a; from __future__ import generators\n',
    '(r"doc" "a")\nfrom __future__ import division\n',
    'from .__future import x\nfrom a import (b, c as d,)\nimport a.b as c, d\nfrom ... import e\n',
    'lazy import a.b\nlazy from a import b\n',
    'if x:\n    from a import *\n',
  ]);
});

describe('clauses', () => {
  areRefused([
    ['try: pass\nexcept: pass\nexcept A: pass\n', 'has to be the last', 'except: '],
    ['try: pass\nexcept A: pass\nexcept* B: pass\n', "can't belong to one `try`", 'except* B'],
    ['try: pass\nexcept*: pass\n', 'needs a type', 'except*'],
    ['try:\n    a\n  except A:\n    b\n', 'unindent fits no outer level', 'except'],
    [
      'def f():\n    try:\n        a\nexcept A:\n        b\n',
      'indented as the one that it belongs to',
      'except',
    ],
  ]);
  areTaken([
    'try: pass\nexcept (A, B) as e: pass\nexcept C: pass\nexcept: pass\nelse: pass\nfinally: pass\n',
    'try: pass\nexcept* A as e: pass\nexcept* (B, C): pass\n',
    'if a:\n\ttry:\n\t\tb\n\texcept A:\n\t\tc\n',
    '@a\n\n# c\n@b\nasync def f(): pass\n',
    'class A:\r\n    @a\r\n    def f(self): pass\r\n',
  ]);
});

describe('patterns', () => {
  const match = (pattern: string, more = '') => `match x:\n case ${pattern}: pass\n${more}`;
  const more = ' case 1: pass\n';
  areRefused([
    [match('a', more), '`a` matches everything', 'a:'],
    [match('_', more), '`_` matches everything', '_:'],
    [match('(1 as b) | a', more), 'matches everything', 'a:'],
    [match('a | 1'), 'matches everything', 'a |'],
    [match('[a | 1]'), 'matches everything', 'a |'],
    [match('1 | a'), 'bind the same names', 'a:'],
    [match('[a, a]'), 'binds twice the name `a`', 'a]'],
    [match('A(b=a, c=a)'), 'binds twice the name `a`', 'a)'],
    [match('[a, b as a]'), 'binds twice the name `a`', 'a]'],
    [match('a as _'), "can't be a name behind `as`", '_'],
    [match('*a, *b'), 'only one pattern', '*b'],
    [match('*a'), 'needs a comma', '*a'],
    [match('(*a)'), 'needs a comma', '*a'],
    [match('{**a, "b": 1}'), 'behind `**`', '"b"'],
    [match('{**_}'), 'is no pattern', '_'],
    [match('{"a": 1, "a": 2}'), 'twice the key `"a"`', '"a": 2'],
    [match('A(b=1, c)'), 'positional', 'c)'],
    [match('A(b=1, b=2)'), 'twice the attribute `b`', 'b=2'],
    [match('A(__debug__=1)'), "`__debug__` can't be assigned to", '__debug__'],
    [match('_()'), 'no attributes and is no class', '_()'],
    [match('1 + 2'), 'complex', '1 + 2'],
    [match('1j + 2j'), 'complex', '1j'],
    [match('"a" b"b"'), "can't stand side by side", 'b"b"'],
    ['match *a:\n case 1: pass\n', 'needs a comma', '*a'],
  ]);
  areTaken([
    match('a if b', more),
    match('1 | (2 as a) | a').replace('1 | (2 as a) | a', '[1, a] | {"k": a} | a'),
    match('[a, *_, {"b": c, **d}] | A(a, b=c, e=[*_, d])').replace(/ \| .*\)/, ''),
    match('a, _, _'),
    match('*a,'),
    match('(*a,)'),
    match('-1 + 2j | -1 | 1j | "a" "b" | None | a.b'),
    match('A() | {} | []'),
    'match x:\n case {a.b: 1, a.b: 2}: pass\n',
    'match *a, b:\n case _: pass\n',
  ]);
});

describe('places', () => {
  const inAsync = (code: string) => `async def f():\n    ${code}\n`;
  areRefused([
    ['return\n', '`return` outside of a function', 'return'],
    ['class A:\n    return 1\n', '`return` outside of a function', 'return'],
    ['yield x\n', '`yield` outside of a function', 'yield'],
    ['class A: x = yield\n', '`yield` outside of a function', 'yield'],
    ['def f(): [(yield x) for x in y]\n', '`yield` inside a comprehension', 'yield'],
    [inAsync('yield from x'), '`yield from` inside an asynchronous function', 'yield'],
    [inAsync('yield 1; return 2'), "can't return a value", 'return 2'],
    ['await x\n', '`await` outside of an asynchronous function', 'await'],
    ['def f(): await x\n', '`await` outside', 'await'],
    [inAsync('lambda: await x'), '`await` outside', 'await'],
    ['async def f(a=await x): pass\n', '`await` outside', 'await'],
    ['def f(): return [await x for x in y]\n', '`await` outside', 'await'],
    ['def f(): return (x for x in await y)\n', '`await` outside', 'await'],
    ['def f(): return [x async for x in y]\n', 'asynchronous comprehension outside', 'async'],
    ['async for x in y: pass\n', '`async for` outside', 'async'],
    ['def f():\n    async with x: pass\n', '`async with` outside', 'async'],
    ['break\n', '`break` outside of a loop', 'break'],
    ['for x in y: pass\nelse: break\n', '`break` outside of a loop', 'break'],
    ['while x:\n    def f(): continue\n', '`continue` outside of a loop', 'continue'],
    ['while x:\n    class A: continue\n', '`continue` outside of a loop', 'continue'],
    [
      'for x in y:\n    try: pass\n    except* A: break\n',
      "can't leave the block of an `except*`",
      'break',
    ],
    [
      'def f():\n    try: pass\n    except* A: return\n',
      "can't leave the block of an `except*`",
      'return',
    ],
    ['[x := 1 for x in y]\n', "`:=` can't bind `x`", 'x := 1'],
    ['[[(x := 1) for z in y] for x in y]\n', "`:=` can't bind `x`", 'x := 1'],
    ['[x for x in (y := z)]\n', 'behind the `in` of a comprehension', 'y :='],
    ['class A: [(y := x) for x in z]\n', "can't bind a name of a class", 'y :='],
    ['type A = (yield)\n', 'inside of types', 'yield'],
    ['def f[T: (x := 1)](): pass\n', '`:=` inside of types', 'x :='],
  ]);
  areTaken([
    'def f():\n    x = yield\n    yield from x\n    return (yield)\n',
    'lambda: (yield)\n',
    'def f(): return [x for x in (yield)]\n',
    'def f():\n    def g(a: (yield)): pass\n',
    inAsync('yield 1; return'),
    inAsync('yield 1\n    def g(): return 2'),
    inAsync('return [await x async for x in y if await z]'),
    inAsync('return [[await x for x in y] for z in w]'),
    inAsync('return {x: y for x in await z}'),
    '(x async for x in y)\n',
    'def f(): return (await x for x in y)\n',
    '([x async for x in y] for z in w)\n',
    inAsync('async with a as b, c: pass\n    async for x in y: break\n    else: pass'),
    'for x in y:\n    try: pass\n    finally: continue\n',
    'for x in y:\n    while z: pass\n    else: break\n',
    'try: pass\nexcept* A:\n    for x in y: break\n    def f(): return\n',
    '[y := 1 for x in z if (w := x)]\n',
    'def f(): [(y := x) for x[y] in z]\n',
    'class A:\n    def f(self): [(y := x) for x in z]\n',
  ]);
});

describe('characters', () => {
  areRefused([
    ['x = a€\n', "can't hold `€` (U+20AC)", '€'],
    ['x.€y = 1\n', "can't hold `€`", '€'],
    ['x = \u0300a\n', "can't hold U+0300", '\u0300'],
    ['x = 1\ny \ufeff= 2\n', 'U+FEFF', '\ufeff'],
    ['x = 1\\', 'no line follows the backslash', '\\'],
    ['x = 1\n\\\r\n', 'no line follows the backslash', '\\'],
  ]);
  areTaken([
    'été = ñ.名前 + µ + ａ·b\n',
    'x = "€\ufeff"  # €\ufeff\n',
    '# a\\\n',
    'x = "a\\\nb"\n',
    'x = f"€{a}"\n',
    'x = 1\\\n  \n',
  ]);
});
