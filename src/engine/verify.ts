import { applyEdits, offsetMapper } from '../edits/apply.ts';
import { selectCompatible } from '../edits/conflicts.ts';
import type { Fix } from '../edits/fix.ts';
import type { Binding } from '../semantics/scopes.ts';
import { Semantics } from '../semantics/semantics.ts';
import { symbolError } from '../semantics/symbol-errors.ts';
import { invalidSyntax } from '../syntax/invalid.ts';
import type { Node } from '../syntax/node.ts';
import { parse, type SyntaxTree } from '../syntax/parse.ts';
import type { Problem } from '../syntax/source.ts';

/**
 * Checks the text that fixes would give: it is valid, every comment and string is still there, and every name that
 * the fixes did not mean to move is bound as before. Gives the reason why it may not be written, or null.
 */
export function verify(before: Semantics, fixes: readonly Fix[]): string | null {
  const edits = fixes.flatMap((fix) => fix.edits);
  let text: string;
  try {
    text = applyEdits(before.tree.text, edits);
  } catch (error) {
    return `its edits can't be applied: ${(error as Error).message}`;
  }
  const tree = parse(text, before.tree.notebook);
  const invalid = invalidSyntax(tree);
  if (invalid) return inResult(invalid, tree);
  const broken = tree.notebook?.fault(tree);
  if (broken) return broken.message;
  const after = new Semantics(tree);
  const refused = symbolError(after);
  if (refused) return inResult(refused, tree);
  const created = fixes.flatMap(({ creates }) => creates ?? []);
  const wrong = created.find(({ text }) => invalidSyntax(parse(text)));
  if (wrong) return `${wrong.path} would not be valid`;
  const places = [after, ...created.map((file) => new Semantics(parse(file.text)))];
  const rebinds = new Set(fixes.flatMap((fix) => fix.rebinds ?? []));
  const drops = fixes.flatMap((fix) => fix.drops ?? []);
  return (
    lost(before, places, 'Comment', 'comment') ??
    lost(before, places, 'String', 'string', drops) ??
    lost(before, places, 'FormatString', 'string') ??
    newlyUnbound(before, after, rebinds) ??
    reboundName(before, after, offsetMapper(edits), rebinds)
  );
}

function inResult({ message, offset }: Problem, { lines }: SyntaxTree): string {
  return `the result would not be valid at line ${lines.positionOf(offset ?? 0).row}: ${message}`;
}

/**
 * The fixes that may not be written, each with the reason. Those that can stand together are checked together, and
 * only where something is wrong in halves, down to the one that is.
 */
export function unfitFixes(before: Semantics, fixes: readonly Fix[]): ReadonlyMap<Fix, string> {
  const unfit = new Map<Fix, string>();
  const check = (group: readonly Fix[]): void => {
    const reason = group.length > 0 ? verify(before, group) : null;
    if (reason === null) return;
    const [first] = group;
    if (group.length === 1 && first) unfit.set(first, reason);
    else {
      const half = group.length >> 1;
      check(group.slice(0, half));
      check(group.slice(half));
    }
  };
  for (let rest = fixes; rest.length > 0; ) {
    const { kept, postponed } = selectCompatible(rest, before.tree.text);
    check(kept);
    rest = postponed;
  }
  return unfit;
}

/** A comment or string of the old text that the new one, and the files made with it, have not, or fewer times, but for those that may go. */
function lost(
  before: Semantics,
  places: readonly Semantics[],
  kind: string,
  word: string,
  drops: readonly string[] = [],
): string | null {
  const left = new Map<string, number>();
  for (const text of [...places.flatMap((after) => [...literals(after, kind)]), ...drops])
    left.set(text, (left.get(text) ?? 0) + 1);
  for (const text of literals(before, kind)) {
    const count = left.get(text) ?? 0;
    if (count === 0) return `the ${word} ${excerpt(text)} would be lost or changed`;
    left.set(text, count - 1);
  }
  return null;
}

function* literals(semantics: Semantics, kind: string): Generator<string> {
  for (const node of semantics.tree.root.walk()) {
    if (node.kind === kind)
      yield kind === 'Comment' ? semantics.textOf(node).trimEnd() : withoutFields(node, semantics);
  }
}

/** A literal's own text: what stands in an f-string's fields is code, and may be renamed. */
function withoutFields(node: Node, semantics: Semantics): string {
  let text = '';
  let from = node.from;
  for (const field of node.childrenOf('FormatReplacement')) {
    text += `${semantics.tree.text.slice(from, field.from)}{}`;
    from = field.to;
  }
  return text + semantics.tree.text.slice(from, node.to);
}

/** A name that was bound, or was not there at all, and that nothing binds in the new text. */
function newlyUnbound(
  before: Semantics,
  after: Semantics,
  rebinds: ReadonlySet<string>,
): string | null {
  if (after.scopes.starImports.length > 0) return null;
  const unbound = (semantics: Semantics) =>
    semantics.scopes.references.filter((r) => !r.binding).map((r) => r.name);
  const known = new Set(unbound(before));
  const name = unbound(after).find((n) => !known.has(n) && !BUILTINS_IN_FIXES.has(n));
  return name !== undefined && !rebinds.has(name)
    ? `nothing would bind the name \`${name}\``
    : null;
}

/** The builtins that a fix may bring into a file that had no use of them. */
const BUILTINS_IN_FIXES: ReadonlySet<string> = new Set([
  '__name__',
  'hasattr',
  'len',
  'list',
  'min',
  'print',
  'iter',
  'super',
]);

type Mapper = ReturnType<typeof offsetMapper>;

/** A name in text that no edit replaced, and that is bound elsewhere, by more or by less than before. */
function reboundName(
  before: Semantics,
  after: Semantics,
  map: Mapper,
  rebinds: ReadonlySet<string>,
): string | null {
  const nodes = new Map<number, Node>();
  for (const node of after.tree.root.walk()) {
    if (node.kind === 'VariableName') nodes.set(node.from, node);
  }
  for (const reference of before.scopes.references) {
    const { node, name, binding } = reference;
    const place = map(node.from, 'right');
    if (rebinds.has(name) || place === null) continue;
    const moved = nodes.get(place);
    if (!moved || !isSame(binding, after.bindingOf(moved), map))
      return `the name \`${name}\` would be bound differently`;
  }
  return null;
}

function isSame(old: Binding | null, now: Binding | null, map: Mapper): boolean {
  if (!old || !now) return old === now;
  if (old.scope.kind !== now.scope.kind) return false;
  if (old.scope.kind !== 'module') {
    const place = map(old.scope.node.from, 'right');
    if (place !== null && place !== now.scope.node.from) return false;
  }
  return old.definitions.length === now.definitions.length;
}

function excerpt(text: string): string {
  const [line = ''] = text.split(/[\r\n]/, 1);
  return line.length > 40 ? `${line.slice(0, 40)}…` : line;
}
