/**
 * What programs are made of. In a text `⟦=a⟧` binds the name `a`, and the next `⟦v⟧` is the number of that definition,
 * or `⟦n⟧` in front of it; `⟦?a⟧` reads `a` if it is bound, `⟦!a⟧` in any case; `⟦@a⟧` is both read and bound, and `⟦r⟧`
 * is the number of that read; `⟦outer⟧` declares a name of an enclosing scope, `⟦g⟧` is a new name, `⟦g0⟧` the last one.
 * `A` and `B` stand for names, `D` for one that only comprehensions bind, `C` for a condition, `W` for a walrus.
 */
type Line = readonly [text: string, weight: number];

/** What the body of a statement belongs to. */
export type Place = 'plain' | 'loop' | 'function' | 'generator' | 'coroutine' | 'class' | 'group';

export const SIMPLE: readonly Line[] = [
  ['⟦=A⟧ = ⟦v⟧', 8],
  ['⟦?A⟧', 10],
  ['f()', 4],
  ['⟦=A⟧ = f() or ⟦v⟧', 3],
  ['⟦=A⟧, ⟦=B⟧ = ⟦u⟧, ⟦v⟧', 1],
  ['⟦=A⟧, box().x, ⟦=B⟧ = ⟦u⟧, 0, ⟦v⟧', 1],
  ['⟦@A⟧ @= K(⟦v⟧, ⟦r⟧)', 2],
  ['del A', 3],
  ['del (A, [B])', 1],
  ['from numbers_of_definitions import v⟦n⟧ as ⟦=A⟧, v⟦n⟧ as ⟦=B⟧', 1],
  ['@val(⟦n⟧)\ndef ⟦=A⟧(x=⟦?B⟧): pass', 1],
  ['@val(⟦n⟧)\nclass ⟦=A⟧(take and object): ⟦?B⟧', 1],
  ['⟦=A⟧: take(⟦?B⟧) = ⟦v⟧', 1],
  ['@annotated\ndef ⟦g⟧(x: ⟦!A⟧) -> ⟦!B⟧: pass', 1],
  ['@annotated\nclass ⟦g⟧:\n    ⟦=A⟧ = ⟦v⟧\n    x: ⟦!A⟧\n    y: ⟦!B⟧', 1],
  ['assert C, f(⟦?A⟧)', 2],
  ['raise E1', 1],
  ['sys.exit(⟦?A⟧)', 1],
  ['exit(f())', 1],
  ['take(C)', 3],
  ['take(x=W, *[W, ⟦?A⟧])', 1],
  ['take(0 < W < W)', 1],
  ['[⟦!d⟧ for ⟦=d⟧ in it(⟦v⟧) if C for ⟦=D⟧ in it(⟦v⟧) if ⟦!d⟧]', 2],
  ['[W for _ in it(⟦?A⟧) for _ in it(0) if C]', 1],
  ['[[⟦!d⟧ and W for ⟦=D⟧ in it(⟦v⟧) if W] for ⟦=d⟧ in it(⟦v⟧) if W]', 1],
  ['{(W, ⟦?A⟧): [⟦?B⟧ and W for _ in it(⟦?A⟧)] for _ in it(0)}', 1],
  ['[(⟦!d⟧, ⟦?A⟧) async for ⟦=d⟧ in it(⟦v⟧) if C]', 1],
  ['[⟦?B⟧ for ⟦=D⟧ in it(⟦v⟧)]', 1],
  ['any(W and r() for _ in it(0))', 1],
  ['later(⟦?A⟧ for _ in it(0))', 1],
  ['later(W for _ in it(0))', 1],
  ['later(lambda: ⟦?A⟧)', 2],
  ['later(lambda ⟦=A⟧=(⟦v⟧, ⟦?B⟧)[0]: ⟦!A⟧)', 1],
  ['later(lambda: [⟦?A⟧ for ⟦=D⟧ in it(⟦v⟧)])', 1],
];

/** From Python 3.12 on; evaluated later. */
export const MODERN_LINES: readonly Line[] = [
  ['type ⟦g⟧ = ⟦!A⟧\nlater(lambda: ⟦g0⟧.__value__)', 1],
  ['@annotated\ndef ⟦g⟧[T: ⟦!A⟧](): pass', 1],
  ['@annotated\nclass ⟦g⟧[T: ⟦!A⟧](take(⟦?B⟧) and object): x: ⟦!A⟧', 1],
];

/** What may bind any name of a module or class, to no number of a definition. */
export const OPENING: readonly Line[] = [
  ['from numbers_of_definitions import *', 3],
  ['exec("A = -1")', 1],
  ['eval(compile("A = -1", "f", "exec"))', 1],
  ['globals()["A"] = -1', 3],
  ['globals().update(A=-1)', 1],
  ['globals().pop("A", 0)', 1],
  ['locals()["A"] = -1', 2],
  ['keep(globals())', 1],
  ['keep(vars())', 2],
];

export const HEADERS = {
  if: 'if C:',
  elif: 'elif C:',
  else: 'else:',
  while: 'while w() and C:',
  forever: 'while True:',
  for: 'for ⟦=A⟧ in it(⟦v⟧):',
  try: 'try:',
  except: 'except E1:',
  exceptAs: 'except E2 as ⟦=A⟧:',
  bare: 'except:',
  group: 'except* E1 as ⟦=A⟧:',
  otherGroup: 'except* E2:',
  finally: 'finally:',
  with: 'with cm(⟦n⟧) as ⟦=A⟧:',
  withNull: 'with contextlib.nullcontext(⟦n⟧) as ⟦=A⟧:',
  asyncFor: 'async for ⟦=A⟧ in it(⟦v⟧):',
  asyncWith: 'async with cm(⟦n⟧) as ⟦=A⟧:',
  withTwo: 'with cm(⟦n⟧) as ⟦=A⟧, cm(⟦n⟧) as ⟦=B⟧:',
  withTuple: 'with cm([⟦n⟧, f()]) as (⟦=A⟧, box().x):',
  function: '@later\ndef ⟦g⟧():',
  outer: '@later\ndef ⟦g⟧():\n    ⟦outer⟧ A',
  parameter: '@later\ndef ⟦g⟧(⟦=A⟧=⟦v⟧):',
  generator: '@resumed\ndef ⟦g⟧():\n    yield',
  outerGenerator: '@resumed\ndef ⟦g⟧():\n    ⟦outer⟧ A\n    yield',
  coroutine: '@resumed\nasync def ⟦g⟧():',
  outerCoroutine: '@resumed\nasync def ⟦g⟧():\n    ⟦outer⟧ A',
  class: 'class ⟦g⟧(take(⟦?A⟧) and object):',
  outerClass: 'class ⟦g⟧:\n    ⟦outer⟧ A',
} as const;

export type HeaderName = keyof typeof HEADERS;

export const PLACES: Partial<Record<HeaderName, Place>> = {
  while: 'loop',
  forever: 'loop',
  for: 'loop',
  group: 'group',
  otherGroup: 'group',
  asyncFor: 'loop',
  function: 'function',
  outer: 'function',
  parameter: 'function',
  generator: 'generator',
  outerGenerator: 'generator',
  coroutine: 'coroutine',
  outerCoroutine: 'coroutine',
  class: 'class',
  outerClass: 'class',
};

export const COMPOUND: readonly (readonly [headers: readonly HeaderName[], weight: number])[] = [
  [['if'], 3],
  [['if', 'else'], 3],
  [['if', 'elif', 'else'], 1],
  [['if', 'elif', 'elif'], 1],
  [['while'], 2],
  [['while', 'else'], 2],
  [['forever'], 2],
  [['for'], 2],
  [['for', 'else'], 2],
  [['try', 'except'], 2],
  [['try', 'bare'], 1],
  [['try', 'exceptAs', 'except'], 2],
  [['try', 'except', 'exceptAs', 'else'], 2],
  [['try', 'finally'], 5],
  [['try', 'exceptAs', 'finally'], 2],
  [['try', 'exceptAs', 'bare', 'else', 'finally'], 2],
  [['with'], 2],
  [['withTwo'], 1],
  [['withTuple'], 1],
  [['withNull'], 1],
  [['asyncFor'], 1],
  [['asyncFor', 'else'], 1],
  [['asyncWith'], 1],
  [['function'], 1],
  [['outer'], 1],
  [['parameter'], 1],
  [['generator'], 1],
  [['outerGenerator'], 1],
  [['coroutine'], 1],
  [['outerCoroutine'], 1],
  [['class'], 1],
  [['outerClass'], 1],
];

/** From Python 3.10 and 3.11 on. */
export const MODERN: typeof COMPOUND = [
  [['try', 'group'], 1],
  [['try', 'group', 'otherGroup', 'else'], 4],
];

export const CASES = [
  'case 0:',
  'case P(x⟦n⟧=⟦=A⟧):',
  'case P(x⟦n⟧=⟦=A⟧) if C:',
  'case P(x⟦n⟧=⟦=a⟧, x⟦n⟧=⟦=b⟧) if C:',
  'case P(x⟦n⟧=_) | 0:',
  'case [_, P(x⟦n⟧=⟦=a⟧)] | P(x⟦n⟧=⟦=a⟧):',
  'case P(x⟦n⟧=_) as ⟦=A⟧:',
  'case [*_] if C:',
] as const;

export const LAST_CASES = [
  'case _:',
  'case ⟦=A⟧:',
  'case ((0 as ⟦=a⟧) | ⟦=a⟧):',
  'case _ if C:',
] as const;
