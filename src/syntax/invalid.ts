import { explain } from './explain/explain.ts';
import type { SyntaxTree } from './parse.ts';
import { python2 } from './python2.ts';
import type { Problem } from './source.ts';
import { firstInvalid } from './validity/validity.ts';

/** Why a text can't be worked on, as far as its tree alone tells; null for Python 3. */
export function invalidSyntax(tree: SyntaxTree): Problem | null {
  const { firstError } = tree;
  const fault = firstError
    ? (python2(tree, firstError.from) ?? explain(tree, firstError.from))
    : firstInvalid(tree);
  return fault && { kind: 'invalid-syntax', message: fault.message, offset: fault.at };
}
