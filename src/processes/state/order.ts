/** What may have run, or has run for certain, when control comes to a place of the parent's code. */
import { isJump } from '../../semantics/code.ts';
import type { Node } from '../../syntax/node.ts';
import { clausesOf, statementsOf } from '../../syntax/shapes.ts';
import type { ProcessModel } from '../model.ts';
import { commonAncestor, isConditional, isTried } from '../pool-life/ways.ts';

/** A place in a piece of code, and the offset behind which it has run. */
interface Event {
  readonly node: Node;
  readonly end: number;
}

/** A place through which control comes to another one: the place itself, or a call that leads there. */
interface Door extends Event {
  /** The function whose code it is in; null for the module's. */
  readonly unit: Node | null;
}

const orders = new WeakMap<ProcessModel, Order>();

/** The order of a model's code, made once. */
export function orderOf(model: ProcessModel): Order {
  let order = orders.get(model);
  if (!order) {
    order = new Order(model);
    orders.set(model, order);
  }
  return order;
}

class Order {
  private readonly known = new Map<Node, readonly Door[]>();

  constructor(private readonly model: ProcessModel) {}

  /** Whether something may have run when control comes to a moment: further up, or in a round of a loop before. */
  mayPrecede(event: Event, moment: Node): boolean {
    const doors = this.doorsTo(event);
    return this.doorsTo({ node: moment, end: moment.to }).some((door) =>
      doors.some((other) => other.unit === door.unit && mayRunBefore(other, door.node)),
    );
  }

  /** Whether something may run behind one place and before another that follows it. */
  mayRunBetween(start: Node, event: Event, end: Node): boolean {
    const starts = this.doorsTo({ node: start, end: start.to });
    const ends = this.doorsTo({ node: end, end: end.to });
    return this.doorsTo(event).some(({ unit, ...between }) => {
      const firsts = starts.filter((first) => first.unit === unit);
      return ends
        .filter((last) => last.unit === unit)
        .some((last) =>
          // Where the first place lies elsewhere, control has passed it when it comes here.
          firsts.length === 0
            ? mayRunBefore(between, last.node)
            : firsts.some((first) => isBetween(first, between, last.node)),
        );
    });
  }

  /** Whether one of several events has run, for certain, whenever control comes to a moment. */
  surelyPrecedes(events: readonly Event[], moment: Node): boolean {
    return this.isSure(events, moment, new Set());
  }

  private isSure(events: readonly Event[], moment: Node, seen: Set<Node | null>): boolean {
    const unit = this.model.semantics.enclosingFunction(moment);
    const sure = this.sureEventsOf(unit, events, new Set());
    if (sure.some((event) => surelyRunsBefore(event, moment))) return true;
    if (unit === null || seen.has(unit)) return false;
    const callers = this.callersOf(unit);
    const inside = new Set([...seen, unit]);
    return callers.length > 0 && callers.every((call) => this.isSure(events, call, inside));
  }

  /** The events in a unit's own code, and the calls there with which one of them happens for certain. */
  private sureEventsOf(unit: Node | null, events: readonly Event[], seen: Set<Node>): Event[] {
    const { semantics } = this.model;
    const own = events.filter(({ node }) => semantics.enclosingFunction(node) === unit);
    const calls = semantics.callGraph.callsIn(unit).filter(({ callee }) => {
      const functions = semantics.callGraph.functionsOf(callee);
      return functions.length > 0 && functions.every((fn) => this.surelyDoes(fn, events, seen));
    });
    return [...own, ...calls.map(({ node }) => ({ node, end: node.to }))];
  }

  private surelyDoes(fn: Node, events: readonly Event[], seen: Set<Node>): boolean {
    const body = fn.lastChild;
    if (seen.has(fn) || !body) return false;
    const inside = new Set([...seen, fn]);
    return this.sureEventsOf(fn, events, inside).some(
      ({ node }) =>
        body.contains(node) &&
        !isConditional(node, body) &&
        !isTried(node, body) &&
        !leavesBefore(body, node),
    );
  }

  /** The places through which control comes to an event: itself, and calls of the functions around it. */
  private doorsTo(event: Event): readonly Door[] {
    const known = this.known.get(event.node);
    if (known) return known;
    const { semantics } = this.model;
    const doors: Door[] = [{ ...event, unit: semantics.enclosingFunction(event.node) }];
    const units = new Set<Node>();
    for (const { unit } of doors) {
      if (!unit || units.has(unit)) continue;
      units.add(unit);
      for (const node of this.callersOf(unit)) {
        doors.push({ node, end: node.to, unit: semantics.enclosingFunction(node) });
      }
    }
    this.known.set(event.node, doors);
    return doors;
  }

  private callersOf(fn: Node): Node[] {
    return this.model.semantics.callGraph.callsOf(fn).map(({ node }) => node);
  }
}

/** Whether of two places in the same piece of code the one may run before the other. */
function mayRunBefore({ node, end }: Event, moment: Node): boolean {
  if (node === moment) return false;
  if (moment.contains(node)) return true;
  const common = commonAncestor(node, moment);
  if (!common || isInOneLoop(common)) return common !== null;
  return end <= moment.from && !areExclusive(node, moment, common) && !leavesBehind(node, common);
}

/** Whether a place lies between two others, or in a loop with the second that the first is no part of. */
function isBetween(first: Event, { node, end }: Event, last: Node): boolean {
  if (first.end <= node.from && mayRunBefore({ node, end }, last)) return end <= last.from;
  for (let loop = node.parent; loop && !OPENS_CODE.test(loop.kind); loop = loop.parent) {
    const isLoop = /^(For|While)Statement$/.test(loop.kind);
    if (isLoop && loop.contains(last) && !loop.contains(first.node)) return true;
  }
  return false;
}

function isInOneLoop(node: Node): boolean {
  for (let outer: Node | null = node; outer; outer = outer.parent) {
    if (OPENS_CODE.test(outer.kind)) return false;
    if (outer.kind === 'Body' && /^(For|While)Statement$/.test(outer.parent?.kind ?? ''))
      return true;
  }
  return false;
}

const OPENS_CODE = /^(FunctionDefinition|LambdaExpression|Script)$/;

/** Whether two places lie in different branches of their common ancestor. */
function areExclusive(a: Node, b: Node, common: Node): boolean {
  if (!/^(IfStatement|MatchStatement|MatchBody)$/.test(common.kind)) return false;
  const inBody = (node: Node) => clausesOf(common).find(({ body }) => body.contains(node));
  if (common.kind === 'MatchBody') return true;
  const [first, second] = [inBody(a), inBody(b)];
  return first !== undefined && second !== undefined && first !== second;
}

/** Whether control that has come by a place never gets out of the branch it lies in. */
function leavesBehind(node: Node, common: Node): boolean {
  for (let body = node.parent; body && body !== common; body = body.parent) {
    const last = body.kind === 'Body' ? statementsOf(body).at(-1) : undefined;
    if (last && isJump(last)) return true;
  }
  return false;
}

function surelyRunsBefore({ node, end }: Event, moment: Node): boolean {
  const common = commonAncestor(node, moment);
  if (!common || node === moment) return false;
  const isEarlier = end <= moment.from || moment.contains(node);
  return isEarlier && !isConditional(node, common) && !isTried(node, common);
}

/** Whether a function may return before it comes to a place. */
function leavesBefore(body: Node, place: Node): boolean {
  return body
    .descendants('ReturnStatement')
    .some((jump) => jump.from < place.from && jump.ancestor('FunctionDefinition') === body.parent);
}
