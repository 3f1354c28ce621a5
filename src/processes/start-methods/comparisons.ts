import type { Semantics } from '../../semantics/semantics.ts';
import type { Node } from '../../syntax/node.ts';
import { splitByComma, unparenthesized } from '../../syntax/shapes.ts';
import { methodLiteral } from '../contexts.ts';
import type { StartMethod } from '../start-method.ts';
import { isQuery, type MethodQuery } from './queries.ts';

/** A test which start method there is. */
export interface MethodTest {
  readonly node: Node;
  /** What asks for the method, and what it is compared with. */
  readonly asked: Node;
  readonly other: Node;
  /** From the first to the last token of the operator. */
  readonly operator: { readonly from: number; readonly to: number };
  readonly isNegated: boolean;
  /** Those that it is compared with: one, or the elements of what it may be in; null for what is not known. */
  readonly methods: readonly (StartMethod | 'None' | null)[];
  /** The queries that the tested value may come from. */
  readonly queries: readonly MethodQuery[];
}

/** The comparisons of a file with what `get_start_method` says. */
export function methodTests(queries: readonly MethodQuery[], semantics: Semantics): MethodTest[] {
  if (queries.length === 0) return [];
  const byNode = new Map(queries.map((query) => [query.call.node, query]));
  return semantics.tree.root.descendants('BinaryExpression').flatMap((node) => {
    const [left, right] = [node.parts[0], node.parts.at(-1)];
    const tokens = node.parts.slice(1, -1);
    const [first, last] = [tokens[0], tokens.at(-1)];
    if (!left || !right || !first || !last || tokens.some(({ kind }) => !TOKENS.test(kind)))
      return [];
    const asked = [left, right].find((side) => isQuery(side, byNode, semantics));
    const operator = OPERATORS[tokens.map((token) => semantics.textOf(token)).join(' ')];
    if (!asked || !operator || (operator.isMembership && asked !== left)) return [];
    const other = asked === left ? right : left;
    const compared = operator.isMembership ? elementsOf(other) : [other];
    return [
      {
        node,
        asked,
        other,
        operator: { from: first.from, to: last.to },
        isNegated: operator.isNegated,
        methods: compared?.map((each) => methodIn(each, semantics)) ?? [null],
        queries: semantics.values.sources(asked).flatMap((source) => byNode.get(source) ?? []),
      },
    ];
  });
}

const TOKENS = /^(CompareOp|in|not|is)$/;

const OPERATORS: Readonly<Record<string, { isNegated: boolean; isMembership: boolean }>> = {
  '==': { isNegated: false, isMembership: false },
  '!=': { isNegated: true, isMembership: false },
  is: { isNegated: false, isMembership: false },
  'is not': { isNegated: true, isMembership: false },
  in: { isNegated: false, isMembership: true },
  'not in': { isNegated: true, isMembership: true },
};

/** `("spawn",)`, `["spawn", None]`; null for what is no such list. */
function elementsOf(list: Node): Node[] | null {
  if (!/^(Tuple|Array|Set)Expression$/.test(list.kind)) return null;
  return splitByComma(list.parts.slice(1, -1)).flat();
}

function methodIn(node: Node, semantics: Semantics): StartMethod | 'None' | null {
  return node.kind === 'None' ? 'None' : methodLiteral(unparenthesized(node), semantics);
}
