/** Where a program is prepared for a submission that fails. */
import type { Semantics } from '../../semantics/semantics.ts';
import type { Node } from '../../syntax/node.ts';
import { clausesOf } from '../../syntax/shapes.ts';

/** Whether a test says that an error is what it wants to see. */
export function isExpectedToFail(node: Node, semantics: Semantics): boolean {
  return blocksAround(node).some((outer) => {
    const [, context] = outer.parts;
    return (
      outer.kind === 'WithStatement' &&
      context !== undefined &&
      /raises/i.test(semantics.textOf(context))
    );
  });
}

/** Whether an error of a class is caught, so that the program may have another way to do its work. */
export function isCaught(node: Node, error: string, semantics: Semantics): boolean {
  const named = new RegExp(`\\b(${error}|Exception|BaseException)\\b`);
  return blocksAround(node).some((outer) => {
    const [body, ...handlers] = outer.kind === 'TryStatement' ? clausesOf(outer) : [];
    return (
      body?.body.contains(node) &&
      handlers.some(
        ({ keyword, header }) =>
          keyword.kind === 'except' &&
          (header.length === 0 || header.some((each) => named.test(semantics.textOf(each)))),
      )
    );
  });
}

/** The statements around a node, in the function whose code it is. */
function blocksAround(node: Node): Node[] {
  const found: Node[] = [];
  for (let outer = node.parent; outer; outer = outer.parent) {
    if (/^(Function|Class)Definition$/.test(outer.kind)) break;
    found.push(outer);
  }
  return found;
}
