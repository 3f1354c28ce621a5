import { methodLiteral } from '../../src/processes/contexts.ts';
import type { ProcessModel } from '../../src/processes/model.ts';
import { isQuery, type MethodQuery } from '../../src/processes/start-methods/queries.ts';
import type { Node } from '../../src/syntax/node.ts';
import { unparenthesized } from '../../src/syntax/shapes.ts';

/** A test whether the start method is spawn, or whether there is none. */
export interface MethodTest {
  readonly node: Node;
  /** What asks for the method, and what it is compared with. */
  readonly asked: Node;
  readonly other: Node;
  /** From the first to the last token of the operator. */
  readonly operator: { readonly from: number; readonly to: number };
  readonly isNegated: boolean;
  readonly against: 'spawn' | 'None';
  /** The queries that the tested value may come from. */
  readonly queries: readonly MethodQuery[];
}

/** The tests of a file that look for spawn alone, or for None, in what `get_start_method` says. */
export function methodTests(queries: readonly MethodQuery[], model: ProcessModel): MethodTest[] {
  const { semantics, tree } = model;
  const byNode = new Map(queries.map((query) => [query.call.node, query]));
  return tree.root.descendants('BinaryExpression').flatMap((node) => {
    const [left, right] = [node.parts[0], node.parts.at(-1)];
    const tokens = node.parts.slice(1, -1);
    const [first, last] = [tokens[0], tokens.at(-1)];
    if (!left || !right || !first || !last || tokens.some(({ kind }) => !TOKENS.test(kind)))
      return [];
    const asked = [left, right].find((side) => isQuery(side, byNode, semantics));
    const operator = OPERATORS[tokens.map((token) => semantics.textOf(token)).join(' ')];
    if (!asked || !operator || (operator.isMembership && asked !== left)) return [];
    const other = asked === left ? right : left;
    const against = operator.isMembership ? spawnAlone(other, model) : single(other, model);
    if (!against) return [];
    const asking = semantics.values.sources(asked).flatMap((source) => byNode.get(source) ?? []);
    return [
      {
        node,
        asked,
        other,
        operator: { from: first.from, to: last.to },
        isNegated: operator.isNegated,
        against,
        queries: asking,
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

function single(other: Node, { semantics }: ProcessModel): MethodTest['against'] | null {
  if (other.kind === 'None') return 'None';
  return methodLiteral(unparenthesized(other), semantics) === 'spawn' ? 'spawn' : null;
}

/** `("spawn",)`, `["spawn", None]`. */
function spawnAlone(other: Node, { semantics }: ProcessModel): 'spawn' | null {
  if (!/^(Tuple|Array|Set)Expression$/.test(other.kind)) return null;
  const elements = other.parts.filter(({ kind }) => !/^[[({})\],]$/.test(kind));
  const methods = elements.map((element) => methodLiteral(element, semantics));
  const isSpawn = elements.every(({ kind }, i) => kind === 'None' || methods[i] === 'spawn');
  return isSpawn && methods.includes('spawn') ? 'spawn' : null;
}
