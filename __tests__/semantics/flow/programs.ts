/** Small programs made at random, in which every definition gives a number of its own and every read is seen. */
import fc from 'fast-check';

/**
 * A statement. In its text `⟦=a⟧` binds the name `a`, and the next `⟦v⟧` is the number of that definition, or `⟦n⟧`
 * in front of it; `⟦?a⟧` reads `a` if it is bound, `⟦!a⟧` in any case; `⟦@a⟧` is both read and bound, and `⟦r⟧` is
 * the number of that read; `⟦outer⟧` declares a name of an enclosing scope, `⟦g⟧` is a new name.
 */
export type Statement =
  | { readonly kind: 'line'; readonly text: string }
  | { readonly kind: 'jump'; readonly text: 'break' | 'continue' | 'return' | 'yield' }
  | { readonly kind: 'compound'; readonly parts: readonly Part[] };

/** A header with its body; what the body may hold depends on where it is. */
interface Part {
  readonly header: string;
  readonly place: 'plain' | 'loop' | 'function' | 'generator' | 'coroutine' | 'class' | 'group';
  readonly body: readonly Statement[];
}

export interface Program {
  readonly text: string;
  /** Where names are bound: the offset of each, and the number that it gets. */
  readonly definitions: ReadonlyMap<number, number>;
  /** Where names are read, by the number under which CPython reports them. */
  readonly reads: ReadonlyMap<number, number>;
}

const name = fc.constantFrom('a', 'b', 'c');
const line = (text: string): Statement => ({ kind: 'line', text });

/** Fills in names for `A` and `B`, one that only comprehensions bind for `D`, a condition for `C`, a walrus for `W`. */
function filled(template: string): fc.Arbitrary<string> {
  const parts = template.split(/\b([ABCDW])\b/);
  return fc
    .tuple(
      ...parts.map((part, i) =>
        i % 2 === 0 ? fc.constant(part) : HOLES[part as keyof typeof HOLES](),
      ),
    )
    .map((texts) => texts.join(''));
}

const HOLES = {
  A: () => name,
  B: () => name,
  C: () => condition,
  D: () => fc.constantFrom('d', 'e'),
  W: () => fc.constantFrom('a', 'b', 'c').map((a) => `t(⟦=${a}⟧ := ⟦v⟧)`),
};

const condition: fc.Arbitrary<string> = fc.oneof(
  { weight: 5, arbitrary: fc.constant('r()') },
  {
    weight: 5,
    arbitrary: fc
      .tuple(
        fc.constantFrom(
          'r() and W',
          'r() or W',
          'W and r()',
          'not (r() and W)',
          'not W or W and r()',
          '(r() and W) or (r() and W)',
          '(r() if W else W)',
          '(W if r() else False) and W',
          'r() < W < W',
          'True and W',
          'False and W',
        ),
        fc.array(name, { minLength: 4, maxLength: 4 }),
      )
      .map(([text, names]) => withWalruses(text, names)),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom('True', 'False', '0', 'None', 'not False', 'TYPE_CHECKING'),
  },
  { weight: 2, arbitrary: name.map((a) => `t(⟦?${a}⟧)`) },
);

function withWalruses(text: string, names: readonly string[]): string {
  let i = 0;
  return text.replace(/\bW\b/g, () => `t(⟦=${names[i++]}⟧ := ⟦v⟧)`);
}

const SIMPLE = [
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
] as const;

/** What may bind any name of a module or class, to no number of a definition. */
const OPENING = [
  ['from numbers_of_definitions import *', 3],
  ['exec("A = -1")', 1],
  ['eval(compile("A = -1", "f", "exec"))', 1],
  ['globals()["A"] = -1', 3],
  ['globals().update(A=-1)', 1],
  ['globals().pop("A", 0)', 1],
  ['locals()["A"] = -1', 2],
  ['keep(globals())', 1],
  ['keep(vars())', 2],
] as const;

const HEADERS = {
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

type HeaderName = keyof typeof HEADERS;

const PLACES: Partial<Record<HeaderName, Part['place']>> = {
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

const COMPOUND: readonly (readonly [headers: readonly HeaderName[], weight: number])[] = [
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
const MODERN: typeof COMPOUND = [
  [['try', 'group'], 1],
  [['try', 'group', 'otherGroup', 'else'], 4],
];

const CASES = [
  'case 0:',
  'case P(x⟦n⟧=⟦=A⟧):',
  'case P(x⟦n⟧=⟦=A⟧) if C:',
  'case P(x⟦n⟧=⟦=a⟧, x⟦n⟧=⟦=b⟧) if C:',
  'case P(x⟦n⟧=_) | 0:',
  'case [_, P(x⟦n⟧=⟦=a⟧)] | P(x⟦n⟧=⟦=a⟧):',
  'case P(x⟦n⟧=_) as ⟦=A⟧:',
  'case [*_] if C:',
] as const;

const LAST_CASES = ['case _:', 'case ⟦=A⟧:', 'case ((0 as ⟦=a⟧) | ⟦=a⟧):', 'case _ if C:'] as const;

/** Whether a program has what is new since Python 3.10, and what may bind any name. */
interface Features {
  readonly isModern: boolean;
  readonly isOpen: boolean;
}

function statements(depth: number, features: Features): fc.Arbitrary<readonly Statement[]> {
  return fc.array(statement(depth, features), { minLength: 1, maxLength: depth > 1 ? 6 : 4 });
}

function statement(depth: number, features: Features): fc.Arbitrary<Statement> {
  const { isModern, isOpen } = features;
  const simple = fc.oneof(
    ...[...SIMPLE, ...(isOpen ? OPENING : [])].map(([text, weight]) => ({
      weight,
      arbitrary: filled(text).map(line),
    })),
    {
      weight: 6,
      arbitrary: fc
        .constantFrom('break' as const, 'continue' as const, 'return' as const, 'yield' as const)
        .map((text): Statement => ({ kind: 'jump', text })),
    },
  );
  if (depth === 0) return simple;
  const body = statements(depth - 1, features);
  const kinds = isModern ? [...COMPOUND, ...MODERN] : COMPOUND;
  const compound = fc.oneof(
    ...kinds.map(([headers, weight]) => ({
      weight,
      arbitrary: fc.tuple(...headers.map((header) => part(header, body))).map(compoundOf),
    })),
    ...(isModern ? [{ weight: 3, arbitrary: matchStatement(body) }] : []),
  );
  return fc.oneof({ weight: 2, arbitrary: simple }, { weight: 2, arbitrary: compound });
}

function compoundOf(parts: readonly Part[]): Statement {
  return { kind: 'compound', parts };
}

function part(header: HeaderName, body: fc.Arbitrary<readonly Statement[]>): fc.Arbitrary<Part> {
  const place = PLACES[header] ?? 'plain';
  return fc.record({ header: filled(HEADERS[header]), place: fc.constant(place), body });
}

function matchStatement(body: fc.Arbitrary<readonly Statement[]>): fc.Arbitrary<Statement> {
  const cases = (texts: readonly string[]) =>
    fc.constantFrom(...texts).chain((text) =>
      fc.record({
        header: filled(text).map((filledIn) => `  ${filledIn}`),
        place: fc.constant('plain' as const),
        body,
      }),
    );
  return fc
    .tuple(fc.array(cases(CASES), { minLength: 1, maxLength: 3 }), cases(LAST_CASES), fc.boolean())
    .map(([some, last, hasLast]) => {
      const parts: Part[] = [{ header: 'match m():', place: 'plain', body: [] }, ...some];
      return compoundOf(hasLast ? [...parts, last] : parts);
    });
}

interface Context {
  readonly isModule: boolean;
  readonly isLoop: boolean;
  readonly isFunction: boolean;
  /** How the code of the function pauses, if it can. */
  readonly pause: 'yield' | 'await' | null;
}

const MODULE: Context = { isModule: true, isLoop: false, isFunction: false, pause: null };

const FUNCTION: Context = { ...MODULE, isModule: false, isFunction: true };

function linesOf(code: readonly Statement[], context: Context, indent: string): string[] {
  const permitted = (text: string) => (context.pause === 'await' ? text : withoutAsync(text));
  return code.flatMap((one) => {
    if (one.kind === 'jump') return [indent + jumpIn(context, one.text)];
    if (one.kind === 'line') {
      if (/import \*/.test(one.text) && !context.isModule) return [`${indent}f()`];
      return permitted(one.text)
        .split('\n')
        .map((text) => indent + text);
    }
    return one.parts.flatMap(({ header, place, body }) => {
      const isDefinition = place === 'coroutine';
      const outer = (isDefinition ? header : permitted(header))
        .split('\n')
        .map((text) => indent + text);
      const first = header.startsWith('while True') ? [`${indent}    if x(): break`] : [];
      const rest = linesOf(body, inside(place, context), `${indent}    `);
      return [...outer, ...first, ...rest];
    });
  });
}

function withoutAsync(text: string): string {
  return text.replace(/\basync (?=for|with)/g, '');
}

function jumpIn(context: Context, jump: Extract<Statement, { kind: 'jump' }>['text']): string {
  if (jump === 'yield') return PAUSES[context.pause ?? 'none'];
  return (jump === 'return' ? context.isFunction : context.isLoop) ? jump : 'f()';
}

const PAUSES = { yield: 'yield f()', await: 'await pause()', none: 'f()' } as const;

function inside(place: Part['place'], context: Context): Context {
  switch (place) {
    case 'loop':
      return { ...context, isLoop: true };
    case 'function':
      return FUNCTION;
    case 'generator':
      return { ...FUNCTION, pause: 'yield' };
    case 'coroutine':
      return { ...FUNCTION, pause: 'await' };
    case 'class':
      return { ...MODULE, isModule: false };
    case 'group':
      return { ...context, isLoop: false, isFunction: false };
    default:
      return context;
  }
}

const IMPORTS = 'import contextlib, sys\nfrom typing import TYPE_CHECKING';

/** The text of a program whose code is that of the module, or of a function in it. */
function rendered(
  code: readonly Statement[],
  globals: readonly string[],
  inFunction: boolean,
): Program {
  const body = inFunction
    ? ['def main():', ...linesOf(code, FUNCTION, '    '), 'main()']
    : linesOf(code, MODULE, '');
  const template = [IMPORTS, ...globals.map((global) => `⟦=${global}⟧ = ⟦v⟧`), ...body, ''].join(
    '\n',
  );
  const definitions = new Map<number, number>();
  const reads = new Map<number, number>();
  let text = '';
  let made = 0;
  let read = 0;
  let value = 0;
  for (const [i, piece] of template.split(/⟦([^⟧]*)⟧/).entries()) {
    if (i % 2 === 0) {
      text += piece;
      continue;
    }
    const mark = piece[0];
    const id = piece.slice(1);
    if (mark === '=' || mark === '@') {
      definitions.set(text.length, ++value);
      if (mark === '@') reads.set(text.length, ++read);
      text += id;
    } else if (mark === '?' || mark === '!') {
      read++;
      text += mark === '?' ? `(p(${read}, '${id}') and o(${read}, ` : `o(${read}, `;
      reads.set(text.length, read);
      text += mark === '?' ? `${id}))` : `${id})`;
    } else if (piece === 'v') text += value;
    else if (piece === 'u') text += value - 1;
    else if (piece === 'n') text += value + 1;
    else if (piece === 'r') text += read;
    else if (piece === 'g') text += `g${++made}`;
    else text += inFunction ? 'nonlocal' : 'global';
  }
  return { text, definitions, reads };
}

export const program: fc.Arbitrary<Program> = fc
  .record({
    isModern: fc.boolean(),
    isOpen: fc.integer({ min: 0, max: 5 }).map((one) => one === 0),
    inFunction: fc.boolean(),
    globals: fc.subarray(['a', 'b', 'c']),
  })
  .chain(({ inFunction, globals, ...features }) =>
    statements(2, features).map((code) => rendered(code, inFunction ? globals : [], inFunction)),
  );
