/** Threads of this file that are alive where processes are started. */
import type { Semantics } from '../../semantics/semantics.ts';
import type { Node } from '../../syntax/node.ts';
import { type Call, statementOf, withItemsOf } from '../../syntax/shapes.ts';
import type { ProcessModel } from '../model.ts';
import { type Earlier, Order } from './order.ts';
import { THREAD_SOURCES } from './thread-sources.ts';

/** A call that starts a thread which goes on. */
export interface ThreadStart {
  readonly call: Call;
  /** What the threads belong to: `listener` of `listener.start()`; the call where that is what is made. */
  readonly owner: Node;
  readonly ends: RegExp | null;
  /** For messages, behind "line 3 ". */
  readonly words: string;
}

/** The first call that has started a thread for certain, where that still runs when control gets to a place. */
export function liveThread(
  place: Node,
  threads: readonly ThreadStart[],
  { semantics }: ProcessModel,
): Earlier<ThreadStart> | null {
  const order = new Order(threads, semantics, () => true);
  const earlier = order.before(place).sort((a, b) => a.at.from - b.at.from);
  return earlier.find((each) => outlives(each) && isAlive(each.event, place, semantics)) ?? null;
}

/** What a function makes may end with the function, but for threads themselves and what nothing ends. */
function outlives({ event, at }: Earlier<ThreadStart>): boolean {
  return at === event.call.node || event.ends === null || event.ends === ENDS_THREAD;
}

const ENDS_THREAD = /^(join|stop|cancel)$/;

/** The calls of a file that start threads which go on, in order. */
export function threadStarts({ semantics }: ProcessModel): ThreadStart[] {
  return semantics.allCalls().flatMap((call) => {
    const found = threadStart(call, semantics) ?? endlessThread(call, semantics);
    return found ? [found] : [];
  });
}

function threadStart(call: Call, semantics: Semantics): ThreadStart | null {
  const { values } = semantics;
  const name = values.qualifiedName(call.callee);
  const method = semantics.attribute(call.callee);
  const made = method && values.qualifiedName(method.object);
  for (const { names, starts, ends, words } of THREAD_SOURCES) {
    if (starts === null && name && names.test(name)) return { call, owner: call.node, ends, words };
    const isMade = made?.endsWith('()') && names.test(made.slice(0, -2));
    if (isMade && starts?.test(method?.name ?? '') && method) {
      return { call, owner: method.object, ends, words };
    }
  }
  return null;
}

/** `Thread(target=f).start()`, or of a class that derives from Thread, whose code goes round for ever. */
function endlessThread(call: Call, semantics: Semantics): ThreadStart | null {
  const method = semantics.attribute(call.callee);
  if (method?.name !== 'start' || call.args.length > 0) return null;
  const [made, ...others] = semantics.values.sources(method.object);
  const code = made && others.length === 0 ? codeOfThread(made, semantics) : null;
  return code && isEndless(code, semantics)
    ? { call, owner: method.object, ends: ENDS_THREAD, words: 'has started a thread that goes on' }
    : null;
}

function codeOfThread(made: Node, semantics: Semantics): Node | null {
  const { values } = semantics;
  const call = semantics.call(made);
  if (!call) return null;
  if (values.qualifiedName(call.callee) === 'threading.Thread') {
    const target = call.args.find(({ name }) => name === 'target')?.value;
    const [definition, ...others] = target ? values.definitions(target) : [];
    return others.length === 0 ? (definition ?? target ?? null) : null;
  }
  const [own] = values.definitions(call.callee);
  const isThread =
    own?.kind === 'ClassDefinition' &&
    values.bases(own).some((base) => values.qualifiedName(base) === 'threading.Thread');
  return isThread && own ? (values.method(own, 'run')[0] ?? null) : null;
}

const FOREVER = /^(serve|run|loop)_forever$/;
const WHILE_ALIVE = /^(True|1)$|is_set\(\)$|\b(running|alive|active|stopped|stop|shutdown)$/;

function isEndless(code: Node, semantics: Semantics): boolean {
  if (FOREVER.test(semantics.attribute(code)?.name ?? '')) return true;
  const body = /^(FunctionDefinition|LambdaExpression)$/.test(code.kind) ? code.lastChild : null;
  if (!body) return false;
  return [...body.walk()].some((node) => {
    if (node.kind === 'WhileStatement') {
      return WHILE_ALIVE.test(semantics.textOf(node.parts[1] as Node));
    }
    return node.kind === 'PropertyName' && FOREVER.test(semantics.textOf(node));
  });
}

/** Whether nothing may have ended a thread before control gets to a place. */
function isAlive({ call, owner, ends }: ThreadStart, place: Node, semantics: Semantics): boolean {
  const holder = heldIn(owner, semantics);
  if (ends && !holder) return false;
  const name = holder ? lastName(holder, semantics) : null;
  const fn = semantics.enclosingFunction(place);
  const isEnded = semantics.allCalls().some(({ node, callee, args }) => {
    const method = semantics.attribute(callee);
    if (!method || !ends?.test(method.name)) return false;
    const isBehind = node.from > place.to && semantics.enclosingFunction(node) === fn;
    const isOther = lastName(method.object, semantics) !== name && !isBareJoin(method.name, args);
    return !isBehind && !isOther;
  });
  return !isEnded && isInsideWith(call.node, owner, place, semantics);
}

/** `for thread in threads: thread.join()` */
function isBareJoin(method: string, args: Call['args']): boolean {
  return method === 'join' && args.length === 0;
}

/** The name or attribute that keeps what a thread belongs to; null where nothing does. */
function heldIn(owner: Node, semantics: Semantics): Node | null {
  if (owner.kind !== 'CallExpression') return owner;
  const { parent } = owner;
  if (parent?.kind === 'AssignStatement') return parent.firstChild;
  const item = parent ? withItemsOf(parent).find(({ context }) => context === owner) : undefined;
  return item?.target ?? (isThreadCall(owner, semantics) ? owner : null);
}

/** `Thread(…).start()` keeps itself alive. */
function isThreadCall(owner: Node, semantics: Semantics): boolean {
  return codeOfThread(owner, semantics) !== null;
}

function lastName(expression: Node, semantics: Semantics): string {
  return semantics.textOf(expression.lastChild ?? expression);
}

/** Whether the `with` that ends what a thread belongs to, if there is one, has not been left. */
function isInsideWith(start: Node, owner: Node, place: Node, semantics: Semantics): boolean {
  const made = owner.kind === 'CallExpression' ? owner : semantics.values.sources(owner)[0];
  const statement = made ? statementOf(made) : start;
  const isItem = withItemsOf(statement).some(({ context }) => context === made);
  return !isItem || statement.contains(place);
}
