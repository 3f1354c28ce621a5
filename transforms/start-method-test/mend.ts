import type { Edit, Fix, Refusal } from '../../src/edits/fix.ts';
import { namedImport } from '../../src/edits/named-import.ts';
import { siblingImport } from '../../src/edits/sibling-import.ts';
import { apiOf } from '../../src/processes/libraries.ts';
import type { ProcessModel } from '../../src/processes/model.ts';
import { isPackage, packageOf } from '../../src/processes/packages.ts';
import type { MethodTest } from '../../src/processes/start-methods/comparisons.ts';
import type { Node } from '../../src/syntax/node.ts';
import type { Call } from '../../src/syntax/shapes.ts';
import type { Evidence } from './evidence.ts';

/** `== "spawn"` becomes `!= "fork"`, `!= "spawn"` becomes `== "fork"`. */
export function askForFork(test: MethodTest, evidence: Evidence, model: ProcessModel): Fix {
  const { other, operator, isNegated } = test;
  const literals = literalsIn(other, model);
  const quote = literals[0]?.at(-1) ?? '"';
  const fork = `${quote}fork${quote}`;
  const sign = isNegated ? '==' : '!=';
  return {
    applicability: evidence.kind === 'state' ? 'safe' : 'unsafe',
    message: `test for fork: ${sign} ${fork}`,
    edits: [
      { ...operator, text: sign },
      { from: other.from, to: other.to, text: fork },
    ],
    drops: literals,
  };
}

function literalsIn(code: Node, { semantics }: ProcessModel): string[] {
  return [...code.walk()]
    .filter(({ kind }) => kind === 'String')
    .map((node) => semantics.textOf(node));
}

/** `get_start_method(allow_none=True) is None`. */
export function allowNone({ queries }: MethodTest): Fix | Refusal {
  const [query, ...others] = queries;
  if (!query || others.length > 0) return { refusal: 'ask with allow_none=True' };
  return {
    applicability: 'unsafe',
    message: 'ask with allow_none=True, which gives None while nothing is set',
    edits: [allowNoneEdit(query.call)],
  };
}

function allowNoneEdit({ args, argList }: Call): Edit {
  const [given] = args;
  const range = given ?? { from: argList.from + 1, to: argList.from + 1 };
  return { from: range.from, to: range.to, text: 'allow_none=True' };
}

/** `get_start_method() != "fork"` in the place of a test of the platform. */
export function askForMethod(node: Node, isNotForked: boolean, model: ProcessModel): Fix | Refusal {
  const { semantics, tree, isGuarded } = model;
  if (!semantics.enclosingFunction(node) && !isGuarded(node)) {
    return {
      refusal:
        'ask get_start_method() for fork where the processes are started: while the file is imported, the question would fix the method',
    };
  }
  const wanted = {
    module: 'multiprocessing',
    alike: ['torch.multiprocessing'],
    name: 'get_start_method',
  };
  const { edits, expression } = namedImport(tree, semantics.scopes, wanted, [node]);
  const literals = literalsIn(node, model);
  const quote = literals[0]?.at(-1) ?? '"';
  const text = `${expression}() ${isNotForked ? '!=' : '=='} ${quote}fork${quote}`;
  return {
    applicability: 'unsafe',
    message: `ask for the start method instead: ${text}`,
    edits: [...edits, { from: node.from, to: node.to, text }],
    drops: literals,
  };
}

/** `get_start_method(allow_none=True) or get_all_start_methods()[0]`: the first is the default. */
export function askWithoutFixing(call: Call, { semantics }: ProcessModel): Fix | Refusal {
  const names = semantics.values.qualifiedNames(call.callee);
  const api = names[0] ? apiOf(names[0]) : null;
  const pkg = api && packageOf(api.library);
  if (pkg?.module !== 'multiprocessing') return { refusal: 'ask with allow_none=True' };
  const wanted = { ...pkg, name: 'get_all_start_methods' };
  const methods = siblingImport(semantics, call.callee, wanted, isPackage);
  const isWhole = call.node.parent?.kind === 'AssignStatement';
  const { from, to } = call.node;
  const opening = isWhole ? [] : [{ from, to: from, text: '(' }];
  const orDefault = ` or ${methods.expression}()[0]${isWhole ? '' : ')'}`;
  return {
    applicability: 'unsafe',
    message:
      'ask with allow_none=True, which fixes nothing, and name the default where nothing is set',
    edits: [...methods.edits, ...opening, allowNoneEdit(call), { from: to, to, text: orDefault }],
  };
}
