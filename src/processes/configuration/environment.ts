/** Environment variables that are set when the fork server, which hands on its own, runs already. */
import { codeOf } from '../../semantics/code.ts';
import type { Node } from '../../syntax/node.ts';
import { simpleAssignment, statementOf } from '../../syntax/shapes.ts';
import type { ProcessModel } from '../model.ts';
import type { Children } from '../state/children.ts';
import { orderOf } from '../state/order.ts';
import type { LostConfiguration, User } from './candidates.ts';
import type { Reaching } from './reaching.ts';
import type { Setter } from './setters.ts';

interface Variable extends Setter {
  /** The literal, without its quotation marks. */
  readonly key: string;
}

/** The variables that later children of the fork server read and that earlier ones had already frozen. */
export function lateVariables(
  all: readonly Children[],
  reaching: Reaching,
  model: ProcessModel,
): LostConfiguration[] {
  const variables = variablesSet(model);
  const isSetBy = (children: Children, key: string) =>
    variables.some((other) => other.key === key && reaching.isRunBy(children, other));
  return variables.flatMap((variable): LostConfiguration[] => {
    if (reaching.isRunOnImport(variable) || !isLate(variable, model)) return [];
    const users = all.flatMap((children): User[] => {
      const code = children.code.find(({ fn }) => readsVariable(fn, variable.key, model));
      const isLost =
        children.startMethods.includes('forkserver') &&
        !isSetBy(children, variable.key) &&
        reaching.mayReach(variable, children);
      return code && isLost ? [{ children, code }] : [];
    });
    const configuration = {
      what: `the environment variable ${variable.key}`,
      use: 'reads it',
      without:
        'does not have it: the fork server hands on the environment that it began with, at the first process',
      notRepeated: null,
    };
    return users.length > 0
      ? [{ configuration, setters: [variable], users, startMethods: ['forkserver'] }]
      : [];
  });
}

/** `os.environ["KEY"] = …`, `os.environ.setdefault("KEY", …)` */
function variablesSet({ semantics }: ProcessModel): Variable[] {
  const { values } = semantics;
  return [...semantics.tree.root.walk()].flatMap((node): Variable[] => {
    const target = simpleAssignment(node)?.target;
    const call = semantics.call(node);
    const literal =
      target && isEnvironment(target.firstChild, semantics) && target.lastChild?.kind === ']'
        ? target.children[2]
        : call && values.qualifiedName(call.callee) === 'os.environ.setdefault'
          ? call.args[0]?.value
          : undefined;
    const key = literal && textOfString(literal, semantics);
    return key
      ? [{ node: target ?? node, statement: statementOf(node), isPrimary: true, key }]
      : [];
  });
}

function isEnvironment(node: Node | null, { values }: ProcessModel['semantics']): boolean {
  return node !== null && values.qualifiedName(node) === 'os.environ';
}

function textOfString(node: Node, semantics: ProcessModel['semantics']): string | null {
  return /^(['"])(\w+)\1$/.exec(semantics.textOf(node))?.[2] ?? null;
}

/** Whether processes were started before for certain: an executor starts its own with its tasks only. */
function isLate({ node }: Variable, model: ProcessModel): boolean {
  const order = orderOf(model);
  return model.starts
    .filter(({ kind, method }) => kind !== 'executor' && (method ?? 'forkserver') === 'forkserver')
    .some((start) => order.surelyPrecedes([{ node: start.node, end: start.node.to }], node));
}

function readsVariable(fn: Node, key: string, { semantics }: ProcessModel): boolean {
  return [...(fn.lastChild ? codeOf(fn.lastChild) : [])].some((node) => {
    const call = semantics.call(node);
    if (call && ASKS.test(semantics.values.qualifiedName(call.callee) ?? '')) {
      return call.args[0] !== undefined && textOfString(call.args[0].value, semantics) === key;
    }
    const index =
      node.kind === 'MemberExpression' && node.lastChild?.kind === ']' && node.children[2];
    return index
      ? isEnvironment(node.firstChild, semantics) && textOfString(index, semantics) === key
      : false;
  });
}

const ASKS = /^os\.(getenv|environ\.get)$/;
