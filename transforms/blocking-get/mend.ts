import type { Edit, Fix, Refusal } from '../../src/edits/fix.ts';
import { indentUnit } from '../../src/edits/indent.ts';
import { insertAfter, insertBefore } from '../../src/edits/insert.ts';
import { newlineAt } from '../../src/edits/layout.ts';
import { isInlineBody } from '../../src/edits/statements.ts';
import type { ProcessModel } from '../../src/processes/model.ts';
import { waitingOf } from '../../src/processes/process-life/waiting.ts';
import type { Semantics } from '../../src/semantics/semantics.ts';
import type { Node } from '../../src/syntax/node.ts';
import { statementOf } from '../../src/syntax/shapes.ts';
import type { EndlessWait } from './find.ts';

/** Puts an item for each process that ends it, right before the processes are joined. */
export function putSentinels(wait: EndlessWait, model: ProcessModel): Fix | Refusal {
  const { semantics, tree } = model;
  const { consumer, queue, lives, join, sentinels } = wait;
  const name = `\`${queue.name}\``;
  const waiting = waitingOf(join.node);
  const isAlone = lives.length === 1 && !isMadeInLoop(lives[0]?.creation.call.node ?? null);
  const isEach = waiting?.iterated?.kind === 'VariableName' && lives.length === 1;
  const put = queueIn(wait, semantics);
  const isPipe = queue.type === 'Connection';
  const isTaken = semantics.scopes.references.some((reference) => reference.name === '_');
  if (wait.close) {
    return {
      refusal: `an item that ends it must be sent before ${name} is closed; or the process must be given ${name} too, and close its copy.`,
    };
  }
  if (sentinels.length > 0) {
    const edits =
      waiting?.iterated && isEach && !isTaken ? repeated(wait, waiting.iterated, model) : null;
    return edits
      ? {
          applicability: 'unsafe',
          message: `put \`${consumer.sentinel}\` into ${name} for each process`,
          edits,
          rebinds: ['_'],
        }
      : {
          refusal: `as many \`${consumer.sentinel}\` must be put into ${name} as there are processes.`,
        };
  }
  if (!waiting || !put || !(isAlone ? !waiting.iterated : isEach) || (isEach && isTaken)) {
    return {
      refusal: isPipe
        ? `an item that ends it must be sent through ${name}, before the \`join()\`.`
        : `one item that ends it must be put into ${name} for each process, before the \`join()\`.`,
    };
  }
  if (queue.uses.some(({ kind }) => kind === 'wait' || kind === 'done')) {
    return {
      refusal: `${name} counts its tasks; end the workers with an item that is counted too.`,
    };
  }
  const exit = exitEdits(wait, model);
  if ('refusal' in exit) return exit;
  const sentinel = consumer.sentinel ?? 'None';
  const line = `${put}.${isPipe ? 'send' : 'put'}(${sentinel})\n`;
  const code = isAlone
    ? line
    : `for _ in ${semantics.textOf(waiting.iterated as Node)}:\n    ${line}`;
  return {
    applicability: 'unsafe',
    message: isPipe
      ? `send \`${sentinel}\` through ${name}, which ends the process`
      : `put \`${sentinel}\` into ${name} for each process, which ends it`,
    edits: [...exit.edits, ...insertBefore(tree, waiting.statement, code)],
    rebinds: isAlone ? [] : ['_'],
  };
}

/** Makes the one statement that puts the sentinel a loop over the processes. */
function repeated(
  { sentinels, join }: EndlessWait,
  processes: Node,
  { tree }: ProcessModel,
): Edit[] | null {
  const [put, ...others] = sentinels;
  const statement = put?.call && statementOf(put.node);
  const block = statement?.parent;
  const isPlain =
    others.length === 0 &&
    statement?.firstChild === put?.call?.node &&
    /^(Script|Body)$/.test(block?.kind ?? '') &&
    block?.contains(join.node) &&
    !isInlineBody(tree, block);
  if (!statement || !isPlain) return null;
  const { from } = statement;
  const inner = newlineAt(tree, from) + tree.lines.indentAt(from) + indentUnit(tree, from);
  const list = tree.text.slice(processes.from, processes.to);
  return [{ from, to: from, text: `for _ in ${list}:${inner}` }];
}

/** The queue as the code of the join calls it. */
function queueIn({ queue, join }: EndlessWait, semantics: Semantics): string | null {
  const frame = semantics.enclosingFunction(join.node);
  const put = queue.uses.find(({ kind, fn }) => kind === 'put' && fn === frame);
  return put ? semantics.textOf(put.node) : null;
}

/** Has the worker's loop end with `None`, where it has no end yet. */
function exitEdits(
  { consumer }: EndlessWait,
  { tree, semantics }: ProcessModel,
): { edits: Edit[] } | Refusal {
  if (consumer.sentinel !== null) return { edits: [] };
  const { item, get, loop } = consumer;
  const statement = statementOf(get.node);
  if (!item || statement.parent?.parent !== loop) {
    return {
      refusal:
        'the loop of the worker has no end; have it end with an item that means that, and put one for each process.',
    };
  }
  const name = semantics.textOf(item);
  return { edits: insertAfter(tree, statement, `if ${name} is None:\n    break\n`) };
}

function isMadeInLoop(call: Node | null): boolean {
  for (
    let outer = call?.parent;
    outer && outer.kind !== 'FunctionDefinition';
    outer = outer.parent
  ) {
    if (/^(For|While)Statement$|Comprehension/.test(outer.kind)) return true;
  }
  return false;
}
