/** On which platforms a test of the platform holds. */
import type { Semantics } from '../../semantics/semantics.ts';
import type { Node } from '../../syntax/node.ts';
import { unparenthesized } from '../../syntax/shapes.ts';

export type Platform = 'linux' | 'mac' | 'windows';

const PLATFORMS: readonly Platform[] = ['linux', 'mac', 'windows'];

/** What the standard library says on each. */
const VALUES: Readonly<Record<string, Readonly<Record<Platform, string>>>> = {
  'sys.platform': { linux: 'linux', mac: 'darwin', windows: 'win32' },
  'os.name': { linux: 'posix', mac: 'posix', windows: 'nt' },
  'platform.system()': { linux: 'Linux', mac: 'Darwin', windows: 'Windows' },
};

/** The platforms on which a test holds; null where it asks for anything else, versions of Python left aside. */
export function platformsOf(test: Node, semantics: Semantics): ReadonlySet<Platform> | null {
  const answers = PLATFORMS.map((platform) => evaluate(test, platform, semantics));
  if (answers.includes(null)) return null;
  return new Set(PLATFORMS.filter((_, i) => answers[i]));
}

function evaluate(expression: Node, platform: Platform, semantics: Semantics): boolean | null {
  const node = unparenthesized(expression);
  if (node.kind === 'UnaryExpression' && node.child('not')) {
    const inner = evaluate(node.lastChild as Node, platform, semantics);
    return inner === null ? null : !inner;
  }
  if (node.kind === 'CallExpression') return startsWith(node, platform, semantics);
  const [left, operator, right, ...rest] = node.parts;
  if (node.kind !== 'BinaryExpression' || !left || !operator || !right) return null;
  if (operator.kind === 'and' || operator.kind === 'or') {
    const [a, b] = [left, right].map((side) => evaluate(side, platform, semantics)) as [
      boolean | null,
      boolean | null,
    ];
    if (a === null || b === null) return null;
    return operator.kind === 'and' ? a && b : a || b;
  }
  if (asksForVersion(left, semantics)) return semantics.textOf(operator).startsWith('>');
  const isNegated = operator.kind === 'not';
  const value = valueOn(left, platform, semantics);
  const listed = isNegated ? rest[0] : right;
  if (value === null || !listed) return null;
  if (operator.kind === 'in' || isNegated) {
    const isIn = stringsIn(listed, semantics)?.includes(value) ?? null;
    return isIn === null ? null : isIn !== isNegated;
  }
  const [other] = stringsIn(right, semantics) ?? [];
  const sign = semantics.textOf(operator);
  if (other === undefined || (sign !== '==' && sign !== '!=')) return null;
  return (other === value) === (sign === '==');
}

/** `sys.platform.startswith("win")`. */
function startsWith(node: Node, platform: Platform, semantics: Semantics): boolean | null {
  const call = semantics.call(node);
  const method = call && semantics.attribute(call.callee);
  const value = method?.name === 'startswith' && valueOn(method.object, platform, semantics);
  const given = call?.args[0]?.value;
  const prefixes = given ? stringsIn(given, semantics) : null;
  return value && prefixes ? prefixes.some((prefix) => value.startsWith(prefix)) : null;
}

function valueOn(expression: Node, platform: Platform, semantics: Semantics): string | null {
  const name = semantics.values.qualifiedName(expression);
  return name && Object.hasOwn(VALUES, name) ? (VALUES[name]?.[platform] ?? null) : null;
}

/** Newer Pythons are meant: macOS has spawned its children since 3.8. */
function asksForVersion(expression: Node, semantics: Semantics): boolean {
  return semantics.values.qualifiedName(expression) === 'sys.version_info';
}

/** The text of a string literal, or of those in a tuple, list or set. */
function stringsIn(expression: Node, semantics: Semantics): string[] | null {
  const node = unparenthesized(expression);
  if (node.kind === 'String') {
    const text = /^(['"])(\w*)\1$/.exec(semantics.textOf(node))?.[2];
    return text === undefined ? null : [text];
  }
  if (!/^(Tuple|Array|Set)Expression$/.test(node.kind)) return null;
  const elements = node.parts.filter(({ kind }) => !/^[[({})\],]$/.test(kind));
  const texts = elements.map((element) => stringsIn(element, semantics)?.[0]);
  return texts.every((text) => text !== undefined) ? (texts as string[]) : null;
}
