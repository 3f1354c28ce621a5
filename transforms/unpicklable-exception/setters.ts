import type { Semantics } from '../../src/semantics/semantics.ts';
import type { Node } from '../../src/syntax/node.ts';

/** Where an attribute of this name is set or deleted, of whatever object. */
export function settersOf(name: string, root: Node, semantics: Semantics): Node[] {
  return root.descendants('PropertyName').filter((node) => {
    const member = node.parent as Node;
    if (semantics.textOf(node) !== name) return false;
    const statement = member.parent;
    return (
      /^(Update|Delete)Statement$/.test(statement?.kind ?? '') ||
      (statement?.kind === 'AssignStatement' && statement.lastChild !== member) ||
      (/^(Tuple|Array)Expression$/.test(statement?.kind ?? '') &&
        statement?.parent?.kind === 'AssignStatement' &&
        statement.parent.lastChild !== statement)
    );
  });
}
