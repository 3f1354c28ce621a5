/** `except A, e` means `except A as e` in Python 2 and `except (A, e)` since Python 3.14 (PEP 758). */
import type { Node } from '../syntax/node.ts';
import { clausesOf, splitByComma } from '../syntax/shapes.ts';
import type { Problem } from '../syntax/source.ts';
import type { Semantics } from './semantics.ts';

/** The first minor version of Python 3 that takes several types without parentheses. */
const FIRST_TO_TAKE_TYPES = 14;

/**
 * The first `except A, e` that is to be read as Python 2. `target` is the minor version of the oldest Python 3 that
 * the project supports. Where it is unknown, a name that means nothing tells: no exception can have it.
 */
export function legacyExcept(semantics: Semantics, target: number | null): Problem | null {
  if (target !== null && target >= FIRST_TO_TAKE_TYPES) return null;
  for (const node of semantics.tree.root.walk()) {
    if (node.kind !== 'TryStatement') continue;
    for (const { keyword, header } of clausesOf(node)) {
      const types = typesOf(keyword, header);
      if (types.length < 2 || !(target !== null || bindsName(types, semantics))) continue;
      return { kind: 'invalid-syntax', message: messageFor(target), offset: keyword.from };
    }
  }
  return null;
}

/** The types behind an `except` that has no parentheses round them. */
function typesOf(keyword: Node, header: readonly Node[]): Node[] {
  if (keyword.kind !== 'except' || !header.some((node) => node.kind === ',')) return [];
  return splitByComma(header.filter((node) => node.kind !== '*')).flatMap((part) => part[0] ?? []);
}

const BUILTIN = /(?:Error|Exception|ExceptionGroup|Exit|Interrupt|Iteration|Warning)$/;

function bindsName(types: readonly Node[], semantics: Semantics): boolean {
  const [, second] = types;
  if (types.length !== 2 || second?.kind !== 'VariableName') return false;
  const name = semantics.textOf(second);
  if (BUILTIN.test(name)) return false;
  const mayBeImported = semantics.scopes.starImports.length > 0 && /^[A-Z]/.test(name);
  return !mayBeImported && !semantics.bindingOf(second);
}

function messageFor(target: number | null): string {
  return target === null
    ? 'this is Python 2: `except A, e`'
    : `this is Python 2: \`except A, e\`; only from Python 3.14 on it would be \`except (A, e)\`, and the project supports Python 3.${target}`;
}
