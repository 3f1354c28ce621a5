import type { Fix, Refusal } from '../../src/edits/fix.ts';
import { reindentText } from '../../src/edits/indent.ts';
import { insertAfter } from '../../src/edits/insert.ts';
import { isInlineBody, removeStatement, statementRange } from '../../src/edits/statements.ts';
import { apiOf } from '../../src/processes/libraries.ts';
import type { ProcessModel } from '../../src/processes/model.ts';
import type { Semantics } from '../../src/semantics/semantics.ts';
import type { Node } from '../../src/syntax/node.ts';
import { wholeStatement } from '../../src/syntax/shapes.ts';
import type { SerialLoop } from './find.ts';
import { secondLoop } from './second-loop.ts';

/** More processes than this are no matter of two loops. */
const MANY = 64;

/** Starts all processes in one loop, and joins them in another. */
export function splitLoop(serial: SerialLoop, model: ProcessModel): Fix | Refusal {
  const { tree, semantics } = model;
  const { loop, join, start } = serial;
  const reason = numberReason(serial, semantics) ?? sharingReason(serial, model);
  if (reason !== null) return { refusal: reason };
  const range = statementRange(tree, join);
  const isWhole = wholeStatement(join) === join && wholeStatement(start) === start;
  if (!range || !isWhole || isInlineBody(tree, join.parent)) {
    return {
      refusal:
        'The `join()` shares its line with other code; join the processes in a loop of their own.',
    };
  }
  const code = reindentText(tree, range.from, range.to, '    ');
  const body = code.endsWith('\n') ? code : `${code}\n`;
  const second = secondLoop(serial, semantics);
  if (!second) {
    return {
      refusal:
        'What the loop goes over may be used up by it; keep the processes in a list, start all, then join all.',
    };
  }
  return {
    applicability: 'unsafe',
    message:
      'start all processes, and join them in a loop of their own; they run at the same time then',
    edits: [
      ...second.edits,
      ...removeStatement(tree, join),
      ...insertAfter(tree, loop, `${second.header}\n${body}`),
    ],
    rebinds: second.rebinds,
  };
}

function numberReason({ turns, iterated }: SerialLoop, semantics: Semantics): string | null {
  if (turns === 'chosen' || (turns !== null && turns <= MANY)) return null;
  const what = semantics.textOf(iterated);
  return turns === null
    ? `How many processes \`${what}\` makes is not known, and all of them would run at once; use \`Pool.map\`, which runs as many as there are processors.`
    : `${turns} processes would run at once; use \`Pool.map\`, which runs as many as there are processors.`;
}

/** What processes can share without getting in each other's way. */
const ORDERED = /^(Queue|JoinableQueue|SimpleQueue|Lock|RLock|Semaphore|BoundedSemaphore|Event)$/;

/** Why processes that run at the same time may spoil what they share; null where nothing is seen. */
function sharingReason({ lives }: SerialLoop, { semantics }: ProcessModel): string | null {
  const given = lives.flatMap(({ creation }) =>
    creation.call.args.flatMap(({ value }) => [...value.walk()]),
  );
  const shared = given.find(
    (node) =>
      /^(VariableName|MemberExpression)$/.test(node.kind) &&
      [...semantics.values.sources(node), ...unpacked(node, semantics)].some((source) =>
        isShared(source, semantics),
      ),
  );
  if (!shared) return null;
  const name = semantics.textOf(shared);
  return `The processes share \`${name}\`, which so far only one changes at a time; see that it has a lock, and start all before you join.`;
}

/** `a, b = Pipe()` */
function unpacked(name: Node, semantics: Semantics): Node[] {
  return (semantics.bindingOf(name)?.definitions ?? []).flatMap(({ node }) =>
    node.kind === 'AssignStatement' && node.lastChild ? [node.lastChild] : [],
  );
}

function isShared(source: Node, semantics: Semantics): boolean {
  const call = semantics.call(source);
  const names = call ? semantics.values.qualifiedNames(call.callee) : [];
  return names.some((name) => {
    if (/\.Manager\(\)\.|shared_memory\.|sharedctypes\./.test(name)) {
      return !ORDERED.test(name.split('.').pop() ?? '');
    }
    const api = apiOf(name);
    return api?.kind === 'function' && /^(Pipe|Raw)?(Pipe|Value|Array)$/.test(api.name);
  });
}
