import type { Part, Picker, Span } from './parts.ts';

export interface TreeEdit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

type TreeChange = (part: Part, other: Part, pick: Picker) => TreeEdit[];

/** What to do with tokens, expressions and statements, by name. Nothing, where there is none to do it with. */
export const TREE_CHANGES: Readonly<Record<string, TreeChange>> = {
  'delete a token': (part, _, pick) => replaced(pick(part.tokens), () => ''),
  'write a token twice': (part, _, pick) =>
    replaced(pick(part.tokens), (token) => `${slice(part, token)} ${slice(part, token)}`),
  'swap two tokens': (part, _, pick) => swapped(part, pick(part.tokens), pick(part.tokens)),
  'swap two expressions': (part, _, pick) =>
    swapped(part, pick(part.branches), pick(part.branches)),
  'swap two statements': (part, _, pick) =>
    swapped(part, pick(part.statements), pick(part.statements)),
  'replace a token by another': (part, other, pick) =>
    replaced(pick(part.tokens), () => textOf(other, pick(other.tokens))),
  'replace a token by one of its kind': (part, other, pick) =>
    replaced(pick(part.tokens), ({ kind }) =>
      textOf(other, pick(other.tokens.filter((token) => token.kind === kind))),
    ),
  'replace a token by a hard one': (part, _, pick) =>
    replaced(pick(part.tokens), () => pick(HARD_TOKENS) ?? ''),
  'insert a token': (part, other, pick) =>
    replaced(
      pick(part.tokens),
      (token) => `${textOf(other, pick(other.tokens))} ${slice(part, token)}`,
    ),
  'insert a hard token': (part, _, pick) =>
    replaced(pick(part.tokens), (token) => `${pick(HARD_TOKENS)} ${slice(part, token)}`),
  'put a comment behind a token': (part, _, pick) =>
    replaced(pick(part.tokens), (token) => `${slice(part, token)}  # note\n`),
  'replace an expression by another': (part, other, pick) =>
    replaced(pick(part.branches), () => textOf(other, pick(other.branches))),
  'replace an expression by one of its kind': (part, other, pick) =>
    replaced(pick(part.branches), ({ kind }) =>
      textOf(other, pick(other.branches.filter((branch) => branch.kind === kind))),
    ),
  'replace an expression by a token': (part, other, pick) =>
    replaced(pick(part.branches), () => textOf(other, pick(other.tokens))),
  'delete an expression': (part, _, pick) => replaced(pick(part.branches), () => ''),
  'wrap an expression': (part, _, pick) => {
    const places = [...part.branches, ...part.tokens].filter((span) => EXPRESSION.test(span.kind));
    return replaced(pick(places), (span) => filled(pick(EXPRESSION_FRAMES), slice(part, span)));
  },
  'delete a statement': (part, _, pick) => replaced(pick(part.statements), () => ''),
  'write a statement twice': (part, _, pick) =>
    replaced(pick(part.statements), (span) => slice(part, span).repeat(2)),
  'put a statement before another': (part, other, pick) =>
    replaced(pick(part.statements), (span) => {
      const foreign = unindented(textOf(other, pick(other.statements)));
      return indented(foreign, indentOf(part, span)) + slice(part, span);
    }),
  'wrap a statement': (part, _, pick) =>
    replaced(pick(part.statements), (span) => {
      const [before = '', after = ''] = pick(STATEMENT_FRAMES) ?? [];
      const indent = indentOf(part, span);
      const body = indented(slice(part, span), '    ');
      const closed = body.endsWith('\n') ? body : `${body}\n`;
      return indented(before, indent) + closed + indented(after, indent);
    }),
};

function replaced(span: Span | undefined, text: (span: Span) => string): TreeEdit[] {
  return span ? [{ from: span.from, to: span.to, text: text(span) }] : [];
}

function swapped(part: Part, one: Span | undefined, two: Span | undefined): TreeEdit[] {
  if (!one || !two) return [];
  return [...replaced(one, () => slice(part, two)), ...replaced(two, () => slice(part, one))];
}

function slice(part: Part, span: Span): string {
  return part.text.slice(span.from, span.to);
}

function textOf(part: Part, span: Span | undefined): string {
  return span ? slice(part, span) : '';
}

function filled(frame: string | undefined, text: string): string {
  return (frame ?? '§').replaceAll('§', () => text);
}

function indentOf(part: Part, span: Span): string {
  return /^[ \t]*/.exec(slice(part, span))?.[0] ?? '';
}

function indented(text: string, indent: string): string {
  return text.replace(/^(?=.)/gm, indent);
}

function unindented(text: string): string {
  const indent = /^[ \t]*/.exec(text)?.[0] ?? '';
  return indent === '' ? text : text.replaceAll(new RegExp(`^${indent}`, 'gm'), '');
}

const EXPRESSION = /(Expression|Name|String|Number|Boolean|None)$/;

/** What an expression, written §, is put into. */
const EXPRESSION_FRAMES = [
  '(§)',
  '[§]',
  '{§}',
  '(§,)',
  '*§',
  '**§',
  '{**§}',
  '{§: §}',
  'not §',
  'await §',
  '-§',
  '~§',
  '(yield §)',
  'yield from §',
  '(x := §)',
  'lambda: §',
  'lambda a, /, b=§, *c, d, **e: §',
  '§ if § else §',
  '[§ for x in §]',
  '{§ for §, y in z if §}',
  '(§ async for x in y)',
  '{x: § for x in y}',
  'f(§)',
  'f(*§, **§)',
  'f(§ for x in §)',
  '§.a',
  '§[0]',
  '§[§:§:§]',
  '§()',
  '§ @ §',
  '§ ** -§',
  '§ < § is not §',
  '§ = §',
  '§: §',
  'f"{§}"',
  "f'{§!r:>{§}}'",
  "f'''{\n§\n=}'''",
  "rf'\\{§}'",
  't"{§}"',
  'print §',
  '(\n§  # note\n)',
  '\\\n§',
  '"a" §',
  'b"a" §',
] as const;

/** What a statement is put between. */
const STATEMENT_FRAMES = [
  ['if x:\n', ''],
  ['if x:\n', 'elif y:\n    pass\nelse:\n    pass\n'],
  ['while x:\n', 'else:\n    pass\n'],
  ['for x in y:\n', ''],
  ['for x, *y in z, *w:\n', 'else:\n    pass\n'],
  ['async for x in y:\n', ''],
  ['try:\n', 'finally:\n    pass\n'],
  ['try:\n', 'except A as e:\n    pass\n'],
  ['try:\n', 'except A, B:\n    pass\n'],
  ['try:\n', 'except* (A, B) as e:\n    pass\nelse:\n    pass\n'],
  ['try:\n', 'except:\n    pass\nexcept A:\n    pass\n'],
  ['with a as b, c:\n', ''],
  ['with (a as b, c as d,):\n', ''],
  ['with (a, b):\n', ''],
  ['async with a:\n', ''],
  ['def f(self, /, a, b: int = 1, *c, d=2, **e) -> None:\n', ''],
  ['def f[T: int, *Ts, **P](x: T):\n', ''],
  ['async def f():\n', ''],
  ['@d\ndef f():\n', ''],
  ['class A:\n', ''],
  ['class A[T](B, metaclass=C):\n', ''],
  ['match x:\n    case [1, *_] | {"a": b, **c} if d:\n    ', ''],
  ['match x, y:\n    case A(b=c) as d:\n    ', '    case _:\n        pass\n'],
  ['def f():\n    global x, y\n', ''],
  ['def f():\n    nonlocal x\n', ''],
  ['if __name__ == "__main__":\n', ''],
  ['def f(): ', ''],
] as const;

/** Tokens that a parser of Python finds hard. */
const HARD_TOKENS = [
  ...['match', 'case', 'type', '_', 'lazy', 'print', 'exec', 'async', 'await', 'yield', 'lambda'],
  ...['not', 'in', 'is', 'if', 'else', 'for', 'from', 'import', 'as', 'global', 'nonlocal', 'del'],
  ...['None', 'True', 'Ellipsis', '__debug__', '__peg_parser__', '__class__', 'super()'],
  ...['return', 'break', 'continue', 'raise', 'assert', 'pass', 'with', 'try:', 'else:', 'class'],
  ...['(', ')', '[', ']', '{', '}', ',', ':', ';', '.', '...', '=', ':=', '->', '*', '**', '/'],
  ...['//', '@', '@=', '+', '-', '~', '<>', '<', '!=', '!', '?', '$', '`', '\\', '\\\n', '\n'],
  ...['0777', '0x_f', '0b2', '1_', '1__0', '1.', '.5', '1e', '1e-3j', '0_0', '10L', '1if', '1or x'],
  ...['"', "'", '"""', "'''", 'f"', "f'{", 'f"{x}"', 'f"{x!r:{y}}"', 'f"{{}}"', 'f"{x:%H:%M}"'],
  ...["f'''{\nx}'''", 'f"{f"{x}"}"', 'f"{x=}"', 'f"{lambda x: 1}"', 'f"{}"', 'f"{!r}"', 'f"{x!}"'],
  ...['f"{x!z}"', 'f"}"', 't"{x}"', 'rb"\\"', 'bR"x"', 'ur"x"', 'u"x"', 'b"é"', '"\\N{DASH}"'],
  ...['"\\x1"', '"\\777"', '"\\u12"', '"\\N{nope}"', 'r"\\', '# type: ignore', '#', '# fmt: off\n'],
  ...['é', 'ﬁ', 'ª', '℘', '𝐱', '“', '€', '١', '中', 'x\u0301', '\u200b', '\u00a0', '\ufeff'],
] as const;
