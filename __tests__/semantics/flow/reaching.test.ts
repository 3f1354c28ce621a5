import { describe, expect, test } from '@jest/globals';
import { Semantics } from '../../../src/semantics/semantics.ts';
import { parse } from '../../../src/syntax/parse.ts';

/**
 * What reaches the `a` in `here(a)`: the definitions of names called `a`, numbered in the order of the text; `?` where
 * it may be unbound, `…` where anything may have bound it, `later` where the code runs when it is called.
 */
function reaching(source: string): string {
  const tree = parse(source);
  expect(tree.firstError).toBeNull();
  const semantics = new Semantics(tree);
  const read = semantics.scopes.references.find(
    ({ node }) => semantics.textOf(node) === 'a' && /here\($/.test(tree.text.slice(0, node.from)),
  );
  if (!read) throw new Error(`no here(a) in ${source}`);
  const all = semantics.scopes.all
    .flatMap((scope) => [...scope.bindings.values()])
    .flatMap(({ name, definitions }) => (name === 'a' ? definitions : []))
    .sort((x, y) => x.nameNode.from - y.nameNode.from);
  const { definitions, mayBeUnbound, isComplete, timing } = semantics.reaching(read.node);
  return [
    ...definitions.map((definition) => all.indexOf(definition) + 1),
    ...(mayBeUnbound ? ['?'] : []),
    ...(isComplete ? [] : ['…']),
    ...(timing === 'later' ? ['later'] : []),
  ].join(' ');
}

const TABLE: Readonly<Record<string, readonly (readonly [source: string, reaching: string])[]>> = {
  'one after another': [
    ['a = 1\nhere(a)', '1'],
    ['here(a)\na = 1', '?'],
    ['a = 1\na = 2\nhere(a)', '2'],
    ['a = 1; a = 2; here(a)', '2'],
    ['a = a2 = 1\nhere(a)', '1'],
    ['(a, [b, *c]) = a, d = x\nhere(a)', '2'],
    ['a: int\nhere(a)', '?'],
    ['a = 1\na: int\nhere(a)', '1'],
    ['a = 1\na += here(a)', '1'],
    ['a = 1\na += 2\nhere(a)', '2'],
    ['a = 1\na = here(a)', '1'],
    ['a = 1\na: here(a) = 2', '2 later'],
    ['import a\nhere(a)', '1'],
    ['a = 1\nimport a.b\nhere(a)', '2'],
    ['a = 1\nimport b.a\nhere(a)', '1'],
    ['a = 1\ndel a\nhere(a)', '?'],
    ['a = 1\ndel a.b, a[0]\nhere(a)', '1'],
    ['a = 1\ndel (b, [a])\nhere(a)', '?'],
    ['type a = int\nhere(a)', '1'],
  ],
  'functions and classes': [
    ['a = 1\ndef a(): pass\nhere(a)', '2'],
    ['a = 1\n@here(a)\ndef a(): pass', '1'],
    ['a = 1\ndef a(x=here(a)): pass', '1'],
    ['a = 1\ndef a(x: here(a)): pass', '1 2 later'],
    ['a = 1\ndef a() -> here(a): pass\na = 2', '1 2 3 later'],
    ['a = 1\nclass a(here(a)): pass', '1'],
    ['a = 1\n@here(a)\nclass a: pass', '1'],
    ['a = 1\nclass a: here(a)\na = 2', '1'],
    ['def f(a):\n  here(a)', '1'],
    ['def f(*, a=1):\n  a = 2\n  here(a)', '2'],
    ['lambda a: here(a)', '1'],
    ['a = 1\nlambda b=here(a): 0\na = 2', '1'],
    ['def f[a](x: here(a)): pass', '1 later'],
    ['class C[a](here(a)): pass', '1'],
    ['a = 1\ntype T[U: here(a)] = U\na = 2', '1 2 later'],
    ['a = 1\ntype T = here(a)\na = 2', '1 2 later'],
  ],
  'class bodies': [
    ['a = 1\nclass C:\n  a = 2\n  here(a)', '2'],
    ['a = 1\nclass C:\n  a = here(a)', '1'],
    ['a = 1\nclass C:\n  if x: a = 2\n  here(a)\na = 3', '1 2'],
    ['class C:\n  if x: a = 2\n  here(a)', '1 ?'],
    ['a = 1\ndef f():\n  a = 2\n  class C:\n    here(a)\n    a = 3', '1 later'],
    ['a = 1\ndef f():\n  a = 2\n  class C:\n    here(a)', '2'],
    ['def f():\n  a = 2\n  class C:\n    here(a)\n    a = 3', '?'],
    ['for x in y:\n  class C:\n    here(a)\n    a = 1', '?'],
    ['a = 1\nclass C:\n  global a\n  a = 2\nhere(a)', '2'],
    ['a = 1\nclass C:\n  a = 2\n  def f(self): here(a)', '1 later'],
    ['a = 1\nclass C:\n  a = 2\n  def f(self) -> here(a): pass', '2 later'],
    ['a = 1\ndef f():\n  a = 2\n  class C:\n    b: here(a)\n    a = 3', '1 2 3 later'],
    ['a = 1\nclass C:\n  [here(a) for b in x]\n  a = 2', '1'],
    ['a = 1\nclass C:\n  a = 2\n  [b for b in here(a)]', '2'],
  ],
  if: [
    ['if x: a = 1\nhere(a)', '1 ?'],
    ['if x: a = 1\nelse: a = 2\nhere(a)', '1 2'],
    ['if x: a = 1\nelif y: a = 2\nhere(a)', '1 2 ?'],
    ['if x: a = 1\nelif y: pass\nelse: here(a)', '?'],
    ['a = 1\nif x: a = 2\nelif here(a): pass', '1'],
    ['if x: a = 1\nelse: raise y\nhere(a)', '1'],
    ['if (a := x): pass\nelse: here(a)', '1'],
    ['if y and (a := x): here(a)', '1'],
    ['if y and (a := x): pass\nhere(a)', '1 ?'],
    ['if y and (a := x): pass\nelse: here(a)', '1 ?'],
    ['if y or (a := x): here(a)', '1 ?'],
    ['if y or (a := x): pass\nelse: here(a)', '1'],
    ['if not (y and (a := x)): pass\nelse: here(a)', '1'],
    ['if y and (z or (a := x)) and w: here(a)', '1 ?'],
  ],
  'constant tests': [
    ['if True: a = 1\nelse: a = 2\nhere(a)', '1'],
    ['if False: a = 1\nhere(a)', '?'],
    ['if 0 or not None: a = 1\nhere(a)', '1'],
    ['if x and False: a = 1\nhere(a)', '?'],
    ['if "yes": a = 1\nhere(a)', '1'],
    ['if "": a = 1\nhere(a)', '?'],
    ['if 0x10: a = 1\nhere(a)', '1 ?'],
    ['if __debug__: a = 1\nhere(a)', '1 ?'],
    ['from typing import TYPE_CHECKING as T\nif T: a = 1\nelse: a = 2\nhere(a)', '2'],
    ['import typing\nif typing.TYPE_CHECKING: a = 1\nhere(a)', '?'],
    ['import typing as t\nif not t.TYPE_CHECKING: a = 1\nhere(a)', '1'],
    ['TYPE_CHECKING = False\nif TYPE_CHECKING: a = 1\nhere(a)', '?'],
    ['TYPE_CHECKING = x\nif TYPE_CHECKING: a = 1\nhere(a)', '1 ?'],
    ['import sys\nif sys.platform.startswith("java"): a = 1\nelse: a = 2\nhere(a)', '2'],
    ['import sys\nif sys.platform.startswith("win"): a = 1\nelse: a = 2\nhere(a)', '1 2'],
    ['import sys\nif sys.version_info[0] == 2: a = 1\nelse: a = 2\nhere(a)', '2'],
    ['import sys\nif sys.version_info[1] == 2: a = 1\nelse: a = 2\nhere(a)', '1 2'],
    ['import sys\nif sys.version_info < (3,): a = 1\nelse: a = 2\nhere(a)', '2'],
    ['import sys\nif sys.version_info < (3, 9): a = 1\nelse: a = 2\nhere(a)', '1 2'],
    ['import sys\nif sys.version_info >= (3, 0): a = 1\nelse: a = 2\nhere(a)', '1'],
    ['from sys import version_info as v\nif not v.major > 2: a = 1\nelse: a = 2\nhere(a)', '2'],
    ['if sys.version_info[0] == 2: a = 1\nelse: a = 2\nhere(a)', '1 2'],
    ['import six\nif six.PY2: a = 1\nelse: a = 2\nhere(a)', '2'],
    ['import platform as p\nif p.system() == "Java": a = 1\nelse: a = 2\nhere(a)', '2'],
    ['a = 1 if True else (a := 2)\nhere(a)', '1'],
  ],
  'code that never runs is read as if it did': [
    ['if False:\n  a = 1\n  here(a)', '1'],
    ['def f():\n  a = 1\n  return\n  here(a)', '1'],
    ['def f():\n  return\n  a = 1\n  here(a)', '1'],
    ['a = 1\nwhile x:\n  break\n  a = 2\nhere(a)', '1'],
    ['a = 1\nwhile x:\n  continue\n  a = 2\n  break\nhere(a)', '1'],
    ['a = 1\ntry: raise x\n  \nexcept E: pass\nelse: a = 2\nhere(a)', '1'],
  ],
  expressions: [
    ['x = (a := 1) if y else (a := 2)\nhere(a)', '1 2'],
    ['x = here(a) if (a := 1) else 2', '1'],
    ['x = y and (a := 1)\nhere(a)', '1 ?'],
    ['x = (a := 1) and y\nhere(a)', '1'],
    ['x = y < (a := 1)\nhere(a)', '1'],
    ['x = y < z < (a := 1)\nhere(a)', '1 ?'],
    ['x = (y < z) < (a := 1)\nhere(a)', '1'],
    ['f(k=(a := 1), *[here(a)])', '?'],
    ['f((a := 1), here(a))', '1'],
    ['f(**{0: (a := 1)}, k=here(a))', '1'],
    ['x[(a := 1)] = here(a)', '?'],
    ['x[here(a)] = (a := 1)', '1'],
    ['{(a := 1): here(a)}', '1'],
    ['f"{(a := 1):{here(a)}}"', '1'],
    ['assert (a := 1)\nhere(a)', '1 ?'],
    ['a = 1\nassert x, (a := 2)\nhere(a)', '1'],
    ['assert x and (a := 1), here(a)', '1 ?'],
    ['assert False\na = 1\nhere(a)', '1'],
  ],
  comprehensions: [
    ['a = 1\n[here(a) for a in x]', '2'],
    ['a = 1\n[b for b in here(a)]', '1'],
    ['a = 1\n[b for a in here(a)]', '1'],
    ['a = 1\n[a for a in x]\nhere(a)', '1'],
    ['[here(a) for b in x for a in b if a]', '1'],
    ['[b for b in x if here(a) for a in b]', '1 ?'],
    ['[b for b in x if (a := b)]\nhere(a)', '1 ?'],
    ['a = 1\n{b: (a := b) for b in x}\nhere(a)', '1 2'],
    ['a = 1\n[here(a) for b in x if (a := b)]', '2'],
    ['a = 1\n[here(a) for b in x if y and (a := b)]', '2'],
    ['a = 1\n[(here(a), a := b) for b in x]', '1 2'],
    ['[lambda: here(a) for a in x]', '1 later'],
  ],
  'generators run later': [
    ['a = 1\ng = (here(a) for b in x)\na = 2', '1 2 later'],
    ['a = 1\ng = (b for b in here(a))\na = 2', '1'],
    ['g = (here(a) for a in x)', '1'],
    ['a = 1\ng = f(here(a) for b in x)\na = 2', '1 2 later'],
    ['a = 1\ng = sum(here(a) for b in x)\na = 2', '1'],
    ['a = 1\nsum = f\ng = sum(here(a) for b in x)\na = 2', '1 2 later'],
    ['a = 1\ng = ((a := b) for b in x)\na = 2\nhere(a)', '2 3'],
    ['any((a := b) for b in x)\nhere(a)', '1 ?'],
    ['a = 1\ndel a\ng = ((a := b) for b in x)\nhere(a)', '3 ?'],
  ],
  while: [
    ['while x: a = 1\nhere(a)', '1 ?'],
    ['while x: a = 1\nelse: here(a)', '1 ?'],
    ['a = 1\nwhile x:\n  here(a)\n  a = 2', '1 2'],
    ['a = 1\nwhile here(a):\n  a = 2', '1 2'],
    ['while (a := x): pass\nhere(a)', '1'],
    ['while y and (a := x): here(a)', '1'],
    ['while y and (a := x): pass\nhere(a)', '1 ?'],
    ['while True:\n  a = 1\n  if x: break\nhere(a)', '1'],
    ['while True:\n  if x: break\n  a = 1\nhere(a)', '1 ?'],
    ['while 1:\n  a = 1\nelse:\n  a = 2\nhere(a)', '?'],
    ['while False: a = 1\nhere(a)', '?'],
    ['while 0: a = 1\nhere(a)', '?'],
    ['while x:\n  a = 1\n  break\nelse: a = 2\nhere(a)', '1 2'],
    ['a = 1\nwhile x:\n  a = 2\n  if y: continue\n  a = 3\nhere(a)', '1 2 3'],
    ['a = 1\nwhile x:\n  here(a)\n  if y:\n    a = 2\n    continue\n  a = 3\n  break', '1 2'],
    ['a = 1\nwhile x:\n  while y:\n    a = 2\n  here(a)\n  a = 3', '1 2 3'],
    ['a = 1\nwhile x:\n  a = 2\n  return_ = 1\n  raise y\nhere(a)', '1'],
    [
      'a = 1\nwhile x:\n  while y:\n    a = 2\n    break\n  else:\n    break\n  a = 3\nhere(a)',
      '1 3',
    ],
  ],
  for: [
    ['for a in x: here(a)', '1'],
    ['for a in x: pass\nhere(a)', '1 ?'],
    ['for a in x: pass\nelse: here(a)', '1 ?'],
    ['for a, (b, *c) in x: here(a)', '1'],
    ['a = 1\nfor a in here(a): pass', '1'],
    ['a = 1\nfor a in x:\n  a = 3\nhere(a)', '1 3'],
    ['a = 1\nfor b in x:\n  here(a)\n  a = 2', '1 2'],
    ['a = 1\nfor b in x:\n  if b:\n    a = 2\n    break\nelse:\n  a = 3\nhere(a)', '2 3'],
    ['a = 1\nfor b in x:\n  try: continue\n  finally: a = 2\nhere(a)', '1 2'],
    ['a = 1\nfor b in x:\n  try: break\n  finally: a = 2\nhere(a)', '1 2'],
    ['async def f():\n  async for a in x: here(a)', '1'],
  ],
  try: [
    ['try: a = 1\nexcept E: pass\nhere(a)', '1 ?'],
    ['try: a = 1\nexcept E: here(a)', '1 ?'],
    ['try:\n  a = 1\n  a = 2\nexcept E: here(a)', '1 2 ?'],
    [
      'a = 1\ntry:\n  if x:\n    a = 2\n    raise y\n  a = 3\n  del a\nexcept E: here(a)',
      '1 2 3 ?',
    ],
    ['try: a = 1\nexcept E: a = 2\nhere(a)', '1 2'],
    ['try: a = 1\nexcept E: raise\nhere(a)', '1'],
    ['try: import a\nexcept ImportError: a = None\nhere(a)', '1 2'],
    ['try: a = 1\nexcept E: a = 2\nelse: here(a)', '1'],
    ['try: pass\nexcept E: a = 2\nelse: a = 3\nhere(a)', '1 2'],
    ['try: pass\nexcept (a := E): here(a)', '1'],
    ['try: pass\nexcept (a := E): pass\nexcept F: here(a)', '1'],
    ['try: pass\nexcept: a = 1\nhere(a)', '1 ?'],
    ['try: raise x\nexcept: a = 1\nhere(a)', '1'],
    ['a = 1\ntry: a = 2\nfinally: here(a)', '1 2'],
    ['a = 1\ntry: a = 2\nfinally: x\nhere(a)', '2'],
    ['a = 1\ntry: a = 2\nfinally: a = 3\nhere(a)', '3'],
    ['a = 1\ntry:\n  try: a = 2\n  finally: a = 3\nexcept E: here(a)', '1 2 3'],
    ['a = 1\ntry:\n  try: a = 2\n  except: a = 3\nexcept E: here(a)', '1 2 3'],
    ['try: a = 1\nexcept E: a = 2\nelse: a = 3\nfinally: here(a)', '1 2 3 ?'],
    ['def f():\n  a = 1\n  try: return\n  finally: here(a)', '1'],
    ['def f():\n  try:\n    a = 1\n    return\n  except E: a = 2\n  here(a)', '2'],
    ['def f():\n  a = 1\n  try:\n    a = 2\n    return\n  finally:\n    return\n  here(a)', '1'],
    [
      'def f():\n  a = 0\n  while x:\n    try:\n      a = 1\n      return\n    finally: break\n  here(a)',
      '1 2',
    ],
    ['a = 1\nwhile x:\n  a = 2\n  try: raise y\n  finally: continue\nhere(a)', '1 2'],
  ],
  'except … as': [
    ['try: x\nexcept E as a: here(a)', '1'],
    ['try: x\nexcept E as a: pass\nhere(a)', '?'],
    ['a = 1\ntry: x\nexcept E as a: pass\nhere(a)', '1 ?'],
    ['a = 1\ntry: x\nexcept E as a: a = 3\nhere(a)', '1 ?'],
    ['a = 1\nwhile x:\n  try: y\n  except E as a: break\nhere(a)', '1 ?'],
    [
      'a = 1\nwhile x:\n  try: y\n  except E as a: continue\n  else: break\n  a = 2\nhere(a)',
      '1 ?',
    ],
    ['try: x\nexcept E as a:\n  f = lambda: here(a)', '1 ? later'],
    ['try: x\nexcept* E as a: here(a)', '1'],
    ['try: x\nexcept* E: a = 1\nexcept* F: here(a)', '1 ?'],
    ['try: x\nexcept* E: a = 1\nexcept* F: a = 2\nhere(a)', '1 2 ?'],
    ['try: raise x\nexcept* E: a = 1\nexcept* F: a = 2\nhere(a)', '1 2'],
    ['a = 1\ntry: x\nexcept* E:\n  a = 2\n  a = 3\nexcept* F: here(a)', '1 2 3'],
  ],
  with: [
    ['with x as a: here(a)', '1'],
    ['with x as a: pass\nhere(a)', '1'],
    ['with x as (a, b): here(a)', '1'],
    ['with x as (a, b): pass\nhere(a)', '1 ?'],
    ['with x as y, here(a) as a: pass', '?'],
    ['with x as a, here(a): pass', '1'],
    ['with x: a = 1\nhere(a)', '1 ?'],
    ['with open(x): a = 1\nhere(a)', '1'],
    ['open = x\nwith open(x): a = 1\nhere(a)', '1 ?'],
    ['import threading\nlock = threading.Lock()\nwith lock: a = 1\nhere(a)', '1'],
    ['from threading import Lock\nlock = x or Lock()\nwith lock: a = 1\nhere(a)', '1 ?'],
    ['import contextlib\nwith contextlib.suppress(E): a = 1\nhere(a)', '1 ?'],
    ['def f():\n  with x:\n    a = 1\n    return\n  here(a)', '1 ?'],
    ['def f():\n  with open(x):\n    a = 1\n    if y: return\n    a = 2\n  here(a)', '2'],
    ['a = 1\nwhile x:\n  with y:\n    a = 2\n    break\n  a = 3\nhere(a)', '1 2 3'],
  ],
  match: [
    ['match x:\n  case a: here(a)', '1'],
    ['match x:\n  case a: pass\nhere(a)', '1'],
    ['match x:\n  case ((0 as a) | a): pass\nhere(a)', '1 2'],
    ['match x:\n  case 1: a = 1\nhere(a)', '1 ?'],
    ['match x:\n  case 1: a = 1\n  case _: a = 2\nhere(a)', '1 2'],
    ['match x:\n  case [a]: pass\n  case _: here(a)', '?'],
    ['match x:\n  case [a] if y: pass\n  case _: here(a)', '1 ?'],
    ['match x:\n  case _ if y: a = 1\nhere(a)', '1 ?'],
    ['match x:\n  case C(a) as b: here(a)\n', '1'],
    ['match x:\n  case C(k=a) | {"k": a}: here(a)\n', '1 2'],
    ['match x:\n  case {**a}: here(a)\n', '1'],
    ['match x:\n  case [*a]: here(a)\n', '1'],
    ['match (a := x):\n  case 1: here(a)\n', '1'],
    ['match x:\n  case 1 if (a := y): pass\n  case 2: here(a)\n', '1 ?'],
    ['match x:\n  case 1: a = 1\n  case 2: here(a)\n', '?'],
  ],
  endings: [
    ['import sys\nif x: a = 1\nelse: sys.exit()\nhere(a)', '1'],
    ['from sys import exit as leave\nif x: a = 1\nelse: leave(1)\nhere(a)', '1'],
    ['import os\nif x: a = 1\nelse: os._exit(1)\nhere(a)', '1'],
    ['if x: a = 1\nelse: exit()\nhere(a)', '1'],
    ['def f(sys):\n  if x: a = 1\n  else: sys.exit()\n  here(a)', '1 ?'],
    ['def exit(): pass\nif x: a = 1\nelse: exit()\nhere(a)', '1 ?'],
    ['import sys\ntry:\n  a = 1\n  sys.exit()\nexcept E: here(a)', '1 ?'],
  ],
  'other functions': [
    ['a = 1\ndef f(): here(a)', '1 later'],
    ['def f(): here(a)\na = 1', '1 ? later'],
    ['a = 1\na = 2\ndef f(): here(a)\na = 3', '2 3 later'],
    ['a = 1\ndef f(): here(a)\na = 2\ndel a', '1 2 ? later'],
    ['for x in y:\n  a = 1\n  def f(): here(a)\n  a = 2', '1 2 later'],
    ['a = 1\nfor x in y:\n  a = 2\n  f = lambda: here(a)', '2 later'],
    ['a = 1\ndef f():\n  def g(): here(a)\na = 2', '1 2 later'],
    ['def f(a):\n  def g():\n    def h(): here(a)\n  a = 2', '1 2 later'],
    ['def f(a):\n  class C:\n    def g(self): here(a)', '1 later'],
    ['a = 1\ndef f():\n  global a\n  a = 2\nhere(a)', '1 2'],
    ['def f():\n  global a\n  a = 2\nhere(a)', '1 ?'],
    ['a = 1\ndef f():\n  global a\n  del a\nhere(a)', '1 ?'],
    ['def f(a):\n  def g():\n    nonlocal a\n    a = 2\n  here(a)', '1 2'],
    ['a = 1\ndef f():\n  global a\n  a = 2\n  here(a)', '1 2 later'],
    ['if False: import a\ndef f(): here(a)', '? later'],
  ],
  'what is unknown': [
    ['here(a)', '?'],
    ['from x import *\nhere(a)', '? …'],
    ['a = 1\nfrom x import *\nhere(a)', '1 …'],
    ['from x import *\na = 1\nhere(a)', '1'],
    ['a = 1\ntry: from x import *\nexcept E: pass\nhere(a)', '1 …'],
    ['a = 1\nwhile x:\n  here(a)\n  from x import *', '1 …'],
    ['a = 1\ndef f(): here(a)\nfrom x import *', '1 … later'],
    ['a = 1\nexec(x)\nhere(a)', '1 …'],
    ['a = 1\nexec(x, {})\nhere(a)', '1'],
    ['a = 1\nexec(x, globals())\nhere(a)', '1 …'],
    ['a = 1\nglobals()["a"] = 2\nhere(a)', '1 …'],
    ['a = 1\nx = globals()["a"]\nhere(a)', '1'],
    ['a = 1\nglobals().update(x)\nhere(a)', '1 …'],
    ['a = 1\nlocals()["a"] = 2\nhere(a)', '1 …'],
    ['a = 1\ndef f(): globals()["a"] = 2\nhere(a)', '1 …'],
    ['a = 1\ndef f(): vars()["a"] = 2\nhere(a)', '1'],
    ['def f():\n  a = 1\n  exec(x)\n  here(a)', '1'],
    ['class C:\n  a = 1\n  locals()["a"] = 2\n  here(a)', '1 …'],
    ['exec(x)\nhere(a)', '? …'],
    ['globals().update(x)\ndef f(): here(a)', '? …'],
    ['globals()["a"] = 1\na = 1\nhere(a)', '1'],
    ['class C:\n  globals()["a"] = 1\nhere(a)', '? …'],
    ['a = 1\ndel globals()["a"]\nhere(a)', '1 …'],
    ['a = 1\n[0 for globals()["a"] in x]\nhere(a)', '1 …'],
    ['a = 1\nfor globals()["a"] in x: here(a)', '1 …'],
    ['a = 1\nfor x in globals(): here(a)', '1'],
    ['a = 1\n[globals()[x] for x in globals() if x]\nhere(a)', '1'],
    ['a = 1\neval("x")\nhere(a)', '1'],
    ['a = 1\neval(compile(x, "f", "exec"))\nhere(a)', '1 …'],
    ['a = 1\ncode = compile(x, "f", "exec")\neval(code)\nhere(a)', '1 …'],
    ['a = 1\nmap(exec, x)\nhere(a)', '1 …'],
  ],
  'a dictionary of names that is kept': [
    ['g = globals()\na = 1\ng["a"] = 2\nhere(a)', '1 …'],
    ['f(globals())\na = 1\nhere(a)', '1 …'],
    ['f = globals\na = 1\nf()["a"] = 2\nhere(a)', '1 …'],
    ['exec("def f():\\n global a\\n a = 2")\na = 1\nf()\nhere(a)', '1 …'],
    ['class C:\n  v = vars()\n  a = 1\n  v["a"] = 2\n  here(a)', '1 …'],
    ['def f():\n  v = locals()\n  a = 1\n  v["a"] = 2\n  here(a)', '1'],
    ['import sys\na = 1\nsetattr(sys.modules[__name__], "a", 2)\nhere(a)', '1 …'],
    ['import sys\nthis = sys.modules[__name__]\na = 1\nthis.a = 2\nhere(a)', '1 …'],
    ['import sys\na = 1\nsys.modules[__name__].a = 2\nhere(a)', '1 …'],
    ['import sys\na = 1\nsys.modules[__name__].__dict__["a"] = 2\nhere(a)', '1 …'],
    ['import sys\na = 1\nsys.modules[__name__] = x\nhere(a)', '1'],
    ['import sys\na = 1\nsys.modules[__name__].f()\nhere(a)', '1'],
    ['import sys\na = 1\ngetattr(sys.modules[__name__], x)\nhere(a)', '1'],
  ],
  'a class may have names that it does not bind': [
    ['a = 1\ndef f():\n  class C:\n    locals()["a"] = 2\n    here(a)', '1 … later'],
    ['def f():\n  a = 1\n  class C:\n    exec("a = 2")\n    here(a)', '1 …'],
    ['def f():\n  a = 1\n  class C:\n    exec("a = 2")\n  here(a)', '1'],
    ['class C:\n  exec(x)\n  here(a)', '? …'],
    ['class C:\n  a = 1\n  def f(self): exec(x)\n  here(a)', '1'],
  ],
};

describe.each(Object.entries(TABLE))('%s', (_, rows) => {
  test.each(rows)('%j: %s', (source, expected) => {
    expect(reaching(source)).toBe(expected);
  });
});

/** What a read of a name gives, as numbers of its definitions in the order of the text; `…` where it is not complete. */
function readsOf(source: string, name: string): string[] {
  const semantics = new Semantics(parse(source));
  return semantics.scopes.references.flatMap(({ node, binding }) => {
    if (semantics.textOf(node) !== name) return [];
    const { definitions, isComplete } = semantics.reaching(node);
    const numbers = definitions.map((one) => (binding?.definitions.indexOf(one) ?? 0) + 1);
    return [`${numbers}${isComplete ? '' : '…'}`];
  });
}

test('Python gives a class names before its first statement runs', () => {
  expect(readsOf('__doc__ = 1\nprint(__doc__)', '__doc__')).toEqual(['1']);
  expect(readsOf('__doc__ = 1\nclass C:\n  "2"\n  print(__doc__)', '__doc__')).toEqual(['1…']);
  expect(readsOf('class C:\n  print(__qualname__)', '__qualname__')).toEqual(['…']);
  expect(readsOf('class C:\n  __doc__ = 1\n  print(__doc__)', '__doc__')).toEqual(['1']);
  expect(readsOf('__doc__ = 1\nclass C:\n  def f(s): return __doc__', '__doc__')).toEqual(['1']);
});

/** What the first name `a` that is bound in the innermost scope may hold when that scope's code has run. */
function atEnd(source: string): string {
  const semantics = new Semantics(parse(source));
  const owner = semantics.scopes.all.filter((scope) => scope.bindings.has('a')).at(-1);
  const binding = owner?.bindings.get('a');
  if (!binding) throw new Error(`no name a in ${source}`);
  const { definitions, mayBeUnbound, isComplete } = semantics.atEnd(binding);
  const numbers = definitions.map((definition) => binding.definitions.indexOf(definition) + 1);
  return [...numbers, ...(mayBeUnbound ? ['?'] : []), ...(isComplete ? [] : ['…'])].join(' ');
}

test.each([
  ['a = 1\na = 2', '2'],
  ['a = 1\nif x: a = 2', '1 2'],
  ['a = 1\nimport sys\nsys.exit()', '1'],
  ['def f():\n  if x:\n    a = 1\n    return\n  a = 2', '1 2'],
  ['def f():\n  if x: return\n  a = 2', '1 ?'],
  ['def f():\n  if x:\n    a = 1\n    return\n  raise y', '1'],
  ['def f():\n  while x:\n    try:\n      a = 1\n      return\n    finally: a = 2\n  a = 3', '2 3'],
  ['def f():\n  if x:\n    class C:\n      a = 1\n    return C\n  return None', '1'],
  ['for x in y:\n  class C:\n    if x: a = 1', '1 ?'],
  ['def f():\n  def g():\n    nonlocal a\n    a = 1\n  a = 2\n  return g\n', '1 2'],
  ['class C:\n  a = 1\n  exec(x)', '1 …'],
])('at the end of %j: %s', (source, expected) => {
  expect(atEnd(source)).toBe(expected);
});
