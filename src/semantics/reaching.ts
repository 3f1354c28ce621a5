import type { Node } from '../syntax/node.ts';
import { statementOf, wholeStatement } from '../syntax/shapes.ts';
import type { Definition } from './scopes.ts';
import type { Semantics } from './semantics.ts';

/**
 * Whether a name may still have the value of one of its definitions where it is used. In another function than the
 * one that owns the name, it is taken to be used when the owner's code has run.
 */
export function mayReach(semantics: Semantics, definition: Definition, use: Node): boolean {
  const binding = semantics.bindingOf(use);
  if (!binding) return false;
  const { frame } = binding.scope;
  const isOwn = semantics.scopeOf(use).frame === frame;
  if (!isOwn || definition.scope.frame !== frame) {
    const last = frame.node.to;
    return !binding.definitions.some(
      (other) => isBetween(other, definition, last) && runsAlways(other, frame.node),
    );
  }
  const start = definition.nameNode.from;
  if (start < use.from) {
    return !binding.definitions.some(
      (other) => isBetween(other, definition, use.from) && blockOf(other)?.contains(use),
    );
  }
  const loop = loopAround(use, definition.nameNode);
  return (
    loop !== null &&
    !binding.definitions.some(
      (other) =>
        other !== definition &&
        replaces(other) &&
        other.nameNode.from < use.from &&
        loop.contains(other.nameNode) &&
        blockOf(other)?.contains(use),
    )
  );
}

function isBetween(other: Definition, definition: Definition, end: number): boolean {
  const at = other.nameNode.from;
  return replaces(other) && at > definition.nameNode.from && at < end;
}

const REPLACING: ReadonlySet<string> = new Set([
  'import',
  'function',
  'class',
  'assignment',
  'with',
]);

function replaces({ kind }: Definition): boolean {
  return REPLACING.has(kind);
}

function blockOf({ nameNode }: Definition): Node | null {
  return wholeStatement(statementOf(nameNode)).parent;
}

/** Whether a definition's statement stands directly in the body of a function or module. */
function runsAlways(definition: Definition, owner: Node): boolean {
  const block = blockOf(definition);
  return block === owner || block?.parent === owner;
}

/** The innermost loop that holds both nodes. */
function loopAround(a: Node, b: Node): Node | null {
  let loop = a.ancestor('ForStatement', 'WhileStatement');
  while (loop && !loop.contains(b)) loop = loop.ancestor('ForStatement', 'WhileStatement');
  return loop;
}
