import type { Edit, Fix, Refusal } from '../../src/edits/fix.ts';
import { insertAfter, insertBefore } from '../../src/edits/insert.ts';
import { freshLocalAt } from '../../src/edits/local-names.ts';
import type { ProcessModel } from '../../src/processes/model.ts';
import { isEndless } from '../../src/processes/pool-life/endless.ts';
import {
  type SubmissionsEnd,
  submissionsEnd,
  type UnaskedResult,
} from '../../src/processes/pool-life/unasked-results.ts';
import type { Binding } from '../../src/semantics/scopes.ts';
import type { Node } from '../../src/syntax/node.ts';
import { type Call, simpleAssignment, statementOf } from '../../src/syntax/shapes.ts';

/** Iterates over lazy results at once; keeps handles, and asks for their results where all tasks are done. */
export function mendUnasked(unasked: UnaskedResult, model: ProcessModel): Fix | Refusal {
  return unasked.delivery === 'lazy' ? iterate(unasked, model) : collect(unasked, model);
}

function iterate({ submission }: UnaskedResult, { semantics }: ProcessModel): Fix | Refusal {
  const { call } = submission;
  const { node } = call;
  if (call.args.slice(1).some(({ value }) => isEndless(value, semantics))) {
    return { refusal: 'Its input may have no end; read the results one by one.' };
  }
  if (semantics.scopes.all.some((scope) => scope.bindings.has('list'))) {
    return { refusal: '`list` means something else in this file; loop over the results.' };
  }
  return {
    applicability: 'unsafe',
    message:
      'read the results with `list(…)`, which waits for them here and raises the first exception',
    edits: [
      { from: node.from, to: node.from, text: 'list(' },
      { from: node.to, to: node.to, text: ')' },
    ],
  };
}

function collect(unasked: UnaskedResult, model: ProcessModel): Fix | Refusal {
  const { submission } = unasked;
  const { semantics, tree } = model;
  const wait = onlyWait(unasked, model);
  if (wait) return askThere(wait, model);
  const end = submissionsEnd(submission, model);
  const kept = keptIn(submission.call.node, model);
  const words = WORDS.get(submission.method) ?? RESULT;
  if (!end || !kept || !isThere(kept, end)) {
    return {
      refusal: `Keep what \`${submission.method}\` gives, and call \`${words.ask}()\` on it where the error is to be raised.`,
    };
  }
  const { statement } = end;
  const edits = (name: string, isList: boolean, keeping: readonly Edit[]): Fix => ({
    applicability: 'unsafe',
    message: `ask for the results with \`${words.ask}()\` when the tasks are done, which raises the worker's exception`,
    edits: [
      ...keeping,
      ...insertAfter(
        tree,
        statement,
        asking(name, isList, freshLocalAt(statement, words.one, semantics), words),
      ),
    ],
  });
  switch (kept.kind) {
    case 'name':
      return edits(kept.binding.name, false, []);
    case 'list':
      return edits(kept.binding.name, true, []);
    case 'dropped': {
      const { node } = submission.call;
      const isOnce = end.isSure;
      const name = freshLocalAt(
        statement,
        isOnce && !kept.isList ? words.one : words.several,
        semantics,
      );
      const text = (at: number, code: string): Edit => ({ from: at, to: at, text: code });
      const open = (code: string): Edit => ({
        from: kept.from,
        to: kept.expression.from,
        text: code,
      });
      const assigned = [open(`${name} = `)];
      if (isOnce) return edits(name, kept.isList, assigned);
      const method = kept.isList ? 'extend' : 'append';
      return edits(name, true, [
        ...insertBefore(tree, end.outermost, `${name} = []\n`),
        open(`${name}.${method}(`),
        text((kept.isList ? kept.expression : node).to, ')'),
      ]);
    }
  }
}

/** Whether all handles are still there at the end, where the code that submits may run several times. */
function isThere(kept: Kept, { isSure, block, statement }: SubmissionsEnd): boolean {
  if (kept.kind === 'dropped' || isSure) return true;
  const made = kept.kind === 'list' ? kept.binding.definitions[0]?.node.parent : null;
  return made === block || made === statement.parent;
}

/** `result.wait()` as a statement, where nothing else is done with the result. */
function onlyWait({ waits }: UnaskedResult, { semantics }: ProcessModel): Call | null {
  const [wait, ...others] = waits;
  const call = wait && others.length === 0 ? semantics.call(wait) : null;
  const isPlain =
    call && call.args.length === 0 && call.node.parent?.kind === 'ExpressionStatement';
  return isPlain && semantics.attribute(call.callee) ? call : null;
}

function askThere({ callee }: Call, { semantics }: ProcessModel): Fix {
  const { nameNode } = semantics.attribute(callee) as { nameNode: Node };
  return {
    applicability: 'unsafe',
    message: "call `get()` in place of `wait()`: it waits too, and raises the worker's exception",
    edits: [{ from: nameNode.from, to: nameNode.to, text: 'get' }],
  };
}

interface Words {
  readonly one: string;
  readonly several: string;
  readonly ask: string;
}

const RESULT: Words = { one: 'result', several: 'results', ask: 'get' };
const WORDS: ReadonlyMap<string, Words> = new Map([
  ['submit', { one: 'future', several: 'futures', ask: 'result' }],
]);

function asking(name: string, isList: boolean, one: string, { ask }: Words): string {
  return isList ? `for ${one} in ${name}:\n    ${one}.${ask}()\n` : `${name}.${ask}()\n`;
}

/** Where the handles are: in a name, in a list that a name holds, or nowhere. */
type Kept =
  | { readonly kind: 'name' | 'list'; readonly binding: Binding }
  | {
      readonly kind: 'dropped';
      readonly expression: Node;
      readonly isList: boolean;
      /** Where what goes begins: at the `_` of `_ = …`. */
      readonly from: number;
    };

function keptIn(call: Node, { semantics }: ProcessModel): Kept | null {
  const parent = call.parent as Node;
  const isElement = parent.kind === 'ArrayComprehensionExpression' && call.next?.kind === 'for';
  const value = isElement ? parent : call;
  const statement = statementOf(call);
  if (statement.kind === 'ExpressionStatement' && statement.firstChild === value) {
    return { kind: 'dropped', expression: value, isList: isElement, from: value.from };
  }
  const assigned = simpleAssignment(statement);
  if (assigned?.value === value && semantics.textOf(assigned.target) === '_') {
    return { kind: 'dropped', expression: value, isList: isElement, from: statement.from };
  }
  const adding = parent.parent ? semantics.call(parent.parent) : null;
  const method = adding && semantics.attribute(adding.callee);
  const isAdded = method?.name === 'append' && adding?.args[0]?.value === call;
  const name = isAdded ? method.object : assigned?.value === value ? assigned.target : null;
  const binding = name?.kind === 'VariableName' ? semantics.bindingOf(name) : null;
  if (!binding || binding.definitions.length > 1) return null;
  return { kind: isElement || isAdded ? 'list' : 'name', binding };
}
