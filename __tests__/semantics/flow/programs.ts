/** Small programs made at random, in which every definition gives a number of its own and every read is seen. */
import fc from 'fast-check';
import {
  CASES,
  COMPOUND,
  HEADERS,
  type HeaderName,
  LAST_CASES,
  MODERN,
  MODERN_LINES,
  OPENING,
  PLACES,
  type Place,
  SIMPLE,
} from './templates.ts';

export type Statement =
  | { readonly kind: 'line'; readonly text: string }
  | { readonly kind: 'jump'; readonly text: 'break' | 'continue' | 'return' | 'yield' }
  | { readonly kind: 'compound'; readonly parts: readonly Part[] };

/** A header with its body; what the body may hold depends on where it is. */
interface Part {
  readonly header: string;
  readonly place: Place;
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
    ...[...SIMPLE, ...(isModern ? MODERN_LINES : []), ...(isOpen ? OPENING : [])].map(
      ([text, weight]) => ({
        weight,
        arbitrary: filled(text).map(line),
      }),
    ),
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

function inside(place: Place, context: Context): Context {
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
    else if (piece === 'g0') text += `g${made}`;
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
