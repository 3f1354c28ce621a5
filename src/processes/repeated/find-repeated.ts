/** The statements of a main module that each child runs again, although they are meant to run once. */

import { codeOf } from '../../semantics/code.ts';
import type { Node } from '../../syntax/node.ts';
import { clausesOf } from '../../syntax/shapes.ts';
import { defaultMethods } from '../hand-over/given-to-children.ts';
import type { ImportUnit } from '../import-time/import-units.ts';
import { isPassedBy } from '../import-time/passed-by.ts';
import { unguardedStarts } from '../import-time/unguarded.ts';
import type { ProcessModel } from '../model.ts';
import type { StartMethod } from '../start-method.ts';
import { type RepeatedEffect, repeatedEffect } from './repeated-effects.ts';

export interface Repeat {
  readonly unit: ImportUnit;
  readonly effect: RepeatedEffect;
  /** The expression in the module's own code: the call itself, or the one that leads to it. */
  readonly node: Node;
}

/** The start methods under which children of this program import its main file again; none where they don't. */
export function importingMethods(model: ProcessModel): readonly StartMethod[] {
  if (!model.role.isMain || unguardedStarts(model).length > 0) return [];
  const methods = model.importTimeStarts
    .filter(({ isGuarded, start }) => isGuarded && start.library.importsMain)
    .flatMap(({ start }) => (start.method ? [start.method] : defaultMethods(model)));
  return IMPORTING.filter((method) => methods.includes(method));
}

const IMPORTING: readonly StartMethod[] = ['spawn', 'forkserver'];

/** What each child repeats for certain when it runs these statements of the module, in the order of the text. */
export function findRepeats(units: readonly ImportUnit[], model: ProcessModel): Repeat[] {
  return units
    .filter(({ kind }) => kind === 'other')
    .flatMap((unit) => {
      const found = effectsIn(unit.node, model, new Set());
      return found.map(({ effect, path }) => ({ unit, effect, node: path }));
    });
}

/** The effects of code that runs for certain when `root` does, each with the call in `root` that leads to it. */
function effectsIn(
  root: Node,
  model: ProcessModel,
  seen: Set<Node>,
): { readonly effect: RepeatedEffect; readonly path: Node }[] {
  const { semantics } = model;
  return [...codeOf(root)].flatMap((node) => {
    const call = semantics.call(node);
    if (!call || isPassedBy(node, root, semantics)) return [];
    const own = repeatedEffect(call, model);
    if (own)
      return isCertain(node, root, own.harm === 'fails') ? [{ effect: own, path: node }] : [];
    const [fn, ...others] = semantics.callGraph.functionsOf(call.callee);
    if (!fn || others.length > 0 || seen.has(fn) || !isCertain(node, root, true)) return [];
    const body = plainBody(fn, model);
    if (!body) return [];
    return effectsIn(body, model, new Set([...seen, fn])).map((found) => ({
      ...found,
      path: node,
    }));
  });
}

/** The body of a function that runs when it is called: no generator, no coroutine, nothing wrapped round it. */
function plainBody(fn: Node, { semantics }: ProcessModel): Node | null {
  const shape = semantics.functionShape(fn);
  if (fn.kind !== 'FunctionDefinition' || !shape || shape.isAsync) return null;
  const isGenerator = [...codeOf(shape.body)].some(
    (n) => n.kind === 'YieldExpression' || n.kind === 'YieldStatement',
  );
  return isGenerator || shape.decorators.length > 0 ? null : shape.body;
}

/** Whether a node runs whenever its statement or body does; with `alone`, also without a `try` that hides its errors. */
function isCertain(node: Node, root: Node, alone: boolean): boolean {
  for (let inner = node; inner !== root && inner.parent; inner = inner.parent) {
    const outer = inner.parent;
    if (outer.kind === 'ConditionalExpression') return false;
    if (outer.kind === 'BinaryExpression' && inner !== outer.firstChild) return false;
    if (STATEMENTS.has(outer.kind) && inner.kind === 'Body') return false;
    if (outer.kind === 'TryStatement') {
      const clauses = clausesOf(outer);
      const own = clauses.find(({ body }) => body === inner);
      if (own?.keyword.kind === 'except' || own?.keyword.kind === 'else') return false;
      if (alone && own?.keyword.kind === 'try' && clauses.some((c) => c.keyword.kind === 'except'))
        return false;
    }
    if (outer.kind === 'Body' && leavesBefore(inner, outer)) return false;
  }
  return true;
}

const STATEMENTS: ReadonlySet<string> = new Set(['IfStatement', 'WhileStatement', 'MatchClause']);

/** Whether a function may have returned before it gets to one of its statements. */
function leavesBefore(statement: Node, body: Node): boolean {
  return body.children.some(
    (earlier) =>
      earlier.to <= statement.from && [...codeOf(earlier)].some((node) => LEAVING.has(node.kind)),
  );
}

const LEAVING: ReadonlySet<string> = new Set(['ReturnStatement', 'RaiseStatement']);
