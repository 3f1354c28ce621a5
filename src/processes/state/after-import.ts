import type { Node } from '../../syntax/node.ts';
import type { ProcessModel } from '../model.ts';
import { isConditional } from '../pool-life/ways.ts';
import type { StateChange } from './changes.ts';
import { type ChildCode, codeReachedFrom } from './reads.ts';
import type { Variable } from './variables.ts';

/** What a child finds that has imported the module and nothing else. */
export type InitialValue =
  /** Nothing: a NameError, or an AttributeError. */
  | { readonly kind: 'missing' }
  /** The value that one expression gives. */
  | { readonly kind: 'value'; readonly node: Node }
  /** A value that can't be told. */
  | { readonly kind: 'unknown' };

/** The functions that run, certainly, when the module is imported. */
export function runAtImport(model: ProcessModel): ReadonlySet<Node> {
  const { callGraph } = model.semantics;
  const called: ChildCode[] = callGraph
    .callsIn(null)
    .filter(({ node }) => !model.isGuarded(node))
    .flatMap(({ callee }) => callGraph.functionsOf(callee).map((fn) => ({ fn, way: [] })));
  return new Set(codeReachedFrom(called, model).map(({ fn }) => fn));
}

/** What binds names of the module unseen. */
const NAMESPACE = /\b(globals|vars|exec)\(|\bsetattr\(/;

/** What the import leaves in a variable; `repeated` are the changes that each import makes. */
export function valueAfterImport(
  { binding, attribute, isForeign }: Variable,
  repeated: readonly StateChange[],
  { semantics, tree }: ProcessModel,
): InitialValue {
  if (attribute !== null)
    return attributeAfterImport(binding.definitions[0]?.node, attribute, repeated, semantics);
  if (isForeign) return { kind: 'unknown' };
  const [first, ...others] = repeated;
  if (!first) {
    const isCertain = semantics.scopes.starImports.length === 0 && !NAMESPACE.test(tree.text);
    return { kind: isCertain ? 'missing' : 'unknown' };
  }
  const isPlain = others.length === 0 && first.how === 'bound' && first.value;
  return isPlain &&
    !semantics.enclosingFunction(first.node) &&
    !isConditional(first.node, tree.root)
    ? { kind: 'value', node: first.value }
    : { kind: 'unknown' };
}

function attributeAfterImport(
  owner: Node | undefined,
  attribute: string,
  repeated: readonly StateChange[],
  semantics: ProcessModel['semantics'],
): InitialValue {
  if (repeated.length > 0 || !owner) return { kind: 'unknown' };
  if (owner.kind === 'FunctionDefinition') return { kind: 'missing' };
  if (owner.kind !== 'ClassDefinition') return { kind: 'unknown' };
  const [value, ...others] = semantics.values.attributesOf(owner).get(attribute) ?? [];
  if (value) return others.length === 0 ? { kind: 'value', node: value } : { kind: 'unknown' };
  return semantics.values.bases(owner).length === 0 &&
    !semantics.scopes.opened.get(owner)?.bindings.has(attribute)
    ? { kind: 'missing' }
    : { kind: 'unknown' };
}
