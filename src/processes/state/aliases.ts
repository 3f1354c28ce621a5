import type { Binding } from '../../semantics/scopes.ts';
import type { Semantics } from '../../semantics/semantics.ts';
import type { Node } from '../../syntax/node.ts';
import type { ProcessModel } from '../model.ts';

/** The place where code that every import runs makes a name's object known elsewhere too; null where none does. */
export function aliasOf(binding: Binding, model: ProcessModel): Node | null {
  const { semantics } = model;
  const alias = binding.references.find(
    ({ node }) =>
      semantics.enclosingFunction(node) === null &&
      !model.isGuarded(node) &&
      isPassedOn(node, semantics),
  );
  return alias?.node ?? null;
}

function isPassedOn(name: Node, semantics: Semantics): boolean {
  const { parent } = name;
  switch (parent?.kind) {
    case 'AssignStatement':
      return !parent.children.some((c) => c.kind === 'AssignOp' && c.from > name.from);
    case 'ArgList': {
      const callee = parent.parent?.firstChild;
      return !callee || !LOOKS.test(semantics.values.qualifiedName(callee) ?? '');
    }
    default:
      return HOLDERS.test(parent?.kind ?? '');
  }
}

/** Functions that look at a container, or give another one. */
const LOOKS =
  /^builtins\.(len|print|sorted|list|tuple|set|dict|frozenset|sum|min|max|str|repr|enumerate|zip|range|any|all)$/;

const HOLDERS =
  /^(ParamList|(Tuple|Array|Dictionary|Set|Parenthesized|Conditional|Named)Expression)$/;
