import type { Binding, Scope } from '../../semantics/scopes.ts';
import type { Semantics } from '../../semantics/semantics.ts';
import type { Node } from '../../syntax/node.ts';
import { type Call, withItemsOf } from '../../syntax/shapes.ts';
import { POOL_METHODS, type SubmissionApi } from '../libraries.ts';

/** How a pool gets out of the code that made it. */
export type Escape =
  | 'returned'
  | 'yielded'
  | 'stored'
  | 'passed'
  | 'method'
  | 'captured'
  | 'global';

/** One place that uses a pool, `node` being the expression that stands for it. */
export type PoolUse =
  | {
      readonly kind: 'submit';
      readonly node: Node;
      readonly call: Call;
      readonly delivery: Delivery;
    }
  | { readonly kind: 'close' | 'terminate' | 'join'; readonly node: Node; readonly call: Call }
  /** `with pool:`, `closing(pool)`, `atexit.register(pool.terminate)`: something that will end it. */
  | { readonly kind: 'managed'; readonly node: Node }
  /** A test, or the read of an attribute. */
  | { readonly kind: 'look'; readonly node: Node }
  | { readonly kind: 'escape'; readonly node: Node; readonly how: Escape; readonly to: Node };

export type Delivery = SubmissionApi['delivery'];

const ENDS: ReadonlySet<string> = new Set(['close', 'terminate', 'join']);

/** Calls that end what they are given, by the last part of their name. */
const MANAGERS: ReadonlySet<string> = new Set([
  'closing',
  'enter_context',
  'push',
  'callback',
  'addCleanup',
  'enterContext',
  'finalize',
]);

/** What functions are called that end what they are given. */
const ENDING_NAME =
  /(^|_)(close|shutdown|shut_down|stop|terminate|kill|cleanup|clean_up|finish|join|teardown|dispose)(_|$)/i;

const LOOKS: ReadonlySet<string> = new Set(
  ['bool', 'callable', 'hasattr', 'id', 'isinstance', 'len', 'print', 'repr', 'str', 'type'].map(
    (name) => `builtins.${name}`,
  ),
);

/** What is done with a pool at each place that reads its name; `home` is the code that made it. */
export function usesOf(binding: Binding, home: Scope, semantics: Semantics): PoolUse[] {
  return binding.references.map((reference) => {
    const use = useOf(reference.node, semantics);
    if (reference.scope.frame === home) return use;
    if (isEnd(use)) return { kind: 'managed', node: use.node };
    const how = binding.scope.kind === 'module' ? 'global' : 'captured';
    return { kind: 'escape', node: use.node, how, to: reference.scope.frame.node };
  });
}

/** Whether a use ends the pool, or sees to that. */
export function isEnd(use: PoolUse): boolean {
  return use.kind === 'close' || use.kind === 'terminate' || use.kind === 'managed';
}

/** What is done with the pool that an expression stands for. */
export function useOf(node: Node, semantics: Semantics): PoolUse {
  const parent = node.parent;
  const look: PoolUse = { kind: 'look', node };
  const escaping = (how: Escape): PoolUse => ({ kind: 'escape', node, how, to: parent ?? node });
  switch (parent?.kind) {
    case 'MemberExpression':
      return parent.firstChild === node ? useOfMember(node, parent, semantics) : look;
    case 'ArgList':
      return useOfArgument(node, parent, semantics);
    case 'WithStatement':
      return withItemsOf(parent).some((item) => item.context === node)
        ? { kind: 'managed', node }
        : escaping('stored');
    case 'ReturnStatement':
      return escaping('returned');
    case 'YieldStatement':
    case 'YieldExpression':
      return escaping('yielded');
    case 'LambdaExpression':
      return escaping('returned');
    case 'ParenthesizedExpression':
    case 'AwaitExpression': {
      const use = useOf(parent, semantics);
      return use.kind === 'look' ? look : { ...use, node };
    }
    case 'ConditionalExpression':
      return node.previous?.kind === 'if' ? look : { ...useOf(parent, semantics), node };
    case 'BinaryExpression':
      return parent.child('and', 'or') ? { ...useOf(parent, semantics), node } : look;
    case 'IfStatement':
    case 'WhileStatement':
    case 'AssertStatement':
    case 'UnaryExpression':
    case 'ExpressionStatement':
    case 'FormatReplacement':
      return look;
    default:
      return escaping('stored');
  }
}

function useOfMember(node: Node, member: Node, semantics: Semantics): PoolUse {
  const attribute = semantics.attribute(member);
  if (!attribute) return { kind: 'escape', node, how: 'stored', to: member };
  const { name } = attribute;
  const call = member.parent ? semantics.call(member.parent) : null;
  const submission = POOL_METHODS.get(name);
  if (call?.callee === member) {
    if (submission) return { kind: 'submit', node, call, delivery: submission.delivery };
    if (name === 'close' || name === 'terminate' || name === 'join') {
      return { kind: name, node, call };
    }
  } else if (submission) return { kind: 'escape', node, how: 'method', to: member };
  // `pool.close` without its parentheses does nothing.
  if (member.parent?.kind === 'ExpressionStatement') return { kind: 'look', node };
  const isManaged = ENDS.has(name) || name === '__enter__' || name === '__exit__';
  return { kind: isManaged ? 'managed' : 'look', node };
}

function useOfArgument(node: Node, argList: Node, semantics: Semantics): PoolUse {
  const call = argList.parent ? semantics.call(argList.parent) : null;
  const callee = call ? semantics.textOf(call.callee) : '';
  if (MANAGERS.has(callee.split('.').pop() ?? '')) return { kind: 'managed', node };
  const name = call ? semantics.values.qualifiedName(call.callee) : null;
  if (call && ENDING_NAME.test(callee.split('.').pop() ?? '')) {
    // A function of this file says itself what it does.
    if (semantics.values.definitions(call.callee).length === 0) return { kind: 'managed', node };
  }
  if (call && isEndedByCallee(call, node, semantics)) return { kind: 'managed', node };
  if (name === 'builtins.getattr' && call?.args[0]?.value === node && call.args[1]) {
    const member = semantics.textOf(call.args[1].value);
    if (!/^['"]/.test(member) || ENDS.has(member.slice(1, -1))) return { kind: 'managed', node };
  }
  if (name !== null && LOOKS.has(name)) return { kind: 'look', node };
  return { kind: 'escape', node, how: 'passed', to: argList.parent ?? argList };
}

/** Whether a function of this file ends the pool that it is given. */
function isEndedByCallee(call: Call, node: Node, semantics: Semantics): boolean {
  const at = call.args.findIndex(({ value }) => value === node);
  const name = call.args[at]?.name ?? null;
  if (call.args.slice(0, at + 1).some(({ star }) => star !== '')) return false;
  return semantics.values.definitions(call.callee).some((definition) => {
    if (definition.kind !== 'FunctionDefinition') return false;
    const params = semantics.functionShape(definition)?.params ?? [];
    const isMethod =
      semantics.attribute(call.callee) !== null && semantics.scopeOf(definition).kind === 'class';
    const param =
      params[name === null ? at + (isMethod ? 1 : 0) : -1] ?? params.find((p) => p.name === name);
    const references = param ? semantics.bindingOf(param.nameNode)?.references : undefined;
    return (
      references?.some(({ node: { parent } }) => {
        const member = parent && semantics.attribute(parent);
        return (
          (member !== null && /^(close|terminate|__exit__)$/.test(member.name)) ||
          parent?.kind === 'WithStatement'
        );
      }) ?? false
    );
  });
}
