import type { Fix, Refusal } from '../../src/edits/fix.ts';
import { reindentText } from '../../src/edits/indent.ts';
import { insertAfter, insertBefore } from '../../src/edits/insert.ts';
import { freshLocal } from '../../src/edits/names.ts';
import { isInlineBody, removeStatement, statementRange } from '../../src/edits/statements.ts';
import { apiOf } from '../../src/processes/libraries.ts';
import type { ProcessModel } from '../../src/processes/model.ts';
import type { Semantics } from '../../src/semantics/semantics.ts';
import type { Node } from '../../src/syntax/node.ts';
import { simpleAssignment, statementsOf, wholeStatement } from '../../src/syntax/shapes.ts';
import type { SerialLoop } from './find.ts';

/** More processes than this are no matter of two loops. */
const MANY = 64;

/** Starts all processes in one loop, and joins them in another. */
export function splitLoop(serial: SerialLoop, model: ProcessModel): Fix | Refusal {
  const { tree, semantics } = model;
  const { loop, join, start, process } = serial;
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
  const again = headerAgain(serial, semantics);
  const list = again === null ? listOf(serial, semantics) : null;
  if (again === null && !isMadeHere(serial, semantics)) {
    return {
      refusal:
        'What the loop goes over may be used up by it; keep the processes in a list, start all, then join all.',
    };
  }
  const name = list ?? (again === null ? freshList(loop, semantics) : null);
  const target = semantics.textOf(process);
  const header = again ?? `for ${target} in ${name}:`;
  const collected = again !== null || list !== null;
  return {
    applicability: 'unsafe',
    message:
      'start all processes, and join them in a loop of their own; they run at the same time then',
    edits: [
      ...(collected ? [] : insertBefore(tree, loop, `${name} = []\n`)),
      ...(collected ? [] : insertBefore(tree, start, `${name}.append(${target})\n`)),
      ...removeStatement(tree, join),
      ...insertAfter(tree, loop, `${header}\n${body}`),
    ],
    rebinds: [...boundBy(loop, semantics), target, ...(name === null ? [] : [name])],
  };
}

/** The names that a loop gives values to. */
function boundBy(loop: Node, semantics: Semantics): string[] {
  const targets = loop.parts.slice(
    1,
    loop.parts.findIndex(({ kind }) => kind === 'in'),
  );
  return targets
    .flatMap((target) => [...target.walk()])
    .filter(({ kind }) => kind === 'VariableName')
    .map((name) => semantics.textOf(name));
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

/** The loop's own header, where it can go over the same processes again. */
function headerAgain(
  { loop, iterated, process, lives }: SerialLoop,
  semantics: Semantics,
): string | null {
  const isMade = lives.some(({ creation }) => loop.contains(creation.call.node));
  const body = loop.child('Body');
  if (isMade || !body) return null;
  const source = sourceOf(iterated, semantics);
  const isList = source.every(({ kind }) => /^Array(Comprehension)?Expression$/.test(kind));
  const named = [...process.walk()].filter(({ kind }) => kind === 'VariableName');
  const isBoundHere = named.some((node) =>
    semantics.bindingOf(node)?.definitions.some((d) => body.contains(d.nameNode)),
  );
  return isList && source.length > 0 && !isBoundHere
    ? semantics.tree.text.slice(loop.from, body.from + 1)
    : null;
}

/** What a loop's list comes from, behind `enumerate` and the like; nothing for what is not known. */
function sourceOf(iterated: Node, semantics: Semantics): Node[] {
  const call = semantics.call(iterated);
  const name = call ? semantics.values.qualifiedName(call.callee) : null;
  if (!call) return semantics.values.sources(iterated);
  const [argument, ...others] = call.args;
  return argument && others.length === 0 && /^builtins\.(enumerate|range|len)$/.test(name ?? '')
    ? sourceOf(argument.value, semantics)
    : [];
}

/** Whether each turn makes a process and gives it the name that it is started by. */
function isMadeHere({ loop, process, lives }: SerialLoop, semantics: Semantics): boolean {
  const binding = semantics.bindingOf(process);
  const body = loop.child('Body');
  return (
    process.kind === 'VariableName' &&
    body !== null &&
    lives.length === 1 &&
    statementsOf(body).some((s) => {
      const assigned = simpleAssignment(s);
      return (
        assigned !== null &&
        assigned.value === lives[0]?.creation.call.node &&
        semantics.bindingOf(assigned.target) === binding
      );
    })
  );
}

/** The list that the loop already keeps its processes in, and that is empty before. */
function listOf({ loop, process }: SerialLoop, semantics: Semantics): string | null {
  const body = loop.child('Body');
  for (const statement of body ? statementsOf(body) : []) {
    const call = statement.firstChild && semantics.call(statement.firstChild);
    const method = call ? semantics.attribute(call.callee) : null;
    const isKept =
      method?.name === 'append' &&
      call?.args.length === 1 &&
      semantics.bindingOf(call.args[0]?.value ?? statement) === semantics.bindingOf(process);
    if (!isKept || method.object.kind !== 'VariableName') continue;
    const made = semantics.values.sources(method.object);
    const binding = semantics.bindingOf(method.object);
    const appends = binding?.references.filter(
      ({ node }) => node.parent && semantics.attribute(node.parent)?.object === node,
    );
    const isOnly = appends?.length === 1 && binding?.definitions.length === 1;
    if (
      isOnly &&
      made.length === 1 &&
      made[0]?.kind === 'ArrayExpression' &&
      made[0].children.length === 2
    ) {
      return semantics.textOf(method.object);
    }
  }
  return null;
}

function freshList(loop: Node, semantics: Semantics): string {
  const scope = semantics.scopeOf(loop).frame;
  const taken = new Set(semantics.scopes.references.map(({ name }) => name));
  for (const inner of semantics.scopes.all) {
    for (const name of [...inner.bindings.keys(), ...inner.declared.keys()]) {
      if (scope.kind === 'module' || scope.encloses(inner)) taken.add(name);
    }
  }
  return freshLocal(taken, 'processes');
}
