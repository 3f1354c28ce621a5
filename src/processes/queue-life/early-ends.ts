/** Where the code of a worker ends before it has put anything: by a `raise`, a `return` or an exit of its own. */
import { codeOf } from '../../semantics/code.ts';
import type { Semantics } from '../../semantics/semantics.ts';
import type { Node } from '../../syntax/node.ts';
import { clausesOf, withItemsOf } from '../../syntax/shapes.ts';
import type { Creation, ProcessModel } from '../model.ts';
import { commonAncestor } from '../pool-life/ways.ts';
import { givenTo } from '../process-life/given.ts';
import type { QueueUse } from './queue-uses.ts';

const LOOPS = ['ForStatement', 'WhileStatement'];
const EXITS = /^(sys\.exit|os\._exit|os\.abort|builtins\.(exit|quit))$/;

/** What the parent has said, or what a system is: an end that depends on it is one that the parent may expect. */
const AGREED =
  /\.(get|get_nowait|recv\w*|is_set|poll|wait|empty)\(|\b(sys|platform)\b|\bos\.(name|environ|getenv|uname)\b/;
/** What ends the parent as well, or comes from it. */
const EXPECTED =
  /KeyboardInterrupt|SystemExit|GeneratorExit|Empty|EOFError|Pipe|Connection|Timeout/;

const CONSTANT = /^(Number|String|Boolean|None)$/;

/**
 * The statements by which a worker ends without having put anything, in the order of the text. Those that something
 * may catch are left out, and so are those that depend on what the parent knows.
 */
export function earlyEnds(
  fn: Node,
  puts: readonly QueueUse[],
  creation: Creation,
  model: ProcessModel,
): Node[] {
  const { semantics } = model;
  const shape = semantics.functionShape(fn);
  const code = shape ? [...codeOf(shape.body)] : [];
  const isPlain =
    fn.kind === 'FunctionDefinition' &&
    shape?.decorators.length === 0 &&
    !shape.isAsync &&
    !code.some(({ kind }) => /^Yield/.test(kind));
  if (!isPlain) return [];
  return code.filter(
    (node) =>
      isEnd(node, semantics) &&
      puts.every((put) => !mayComeBefore(put.node, node)) &&
      !isHeldUp(node, fn, semantics) &&
      !isAgreed(node, fn, creation, model),
  );
}

function isEnd(node: Node, semantics: Semantics): boolean {
  if (/^(Raise|Return)Statement$/.test(node.kind)) return true;
  const [only, ...others] = node.kind === 'ExpressionStatement' ? node.children : [];
  const call = only && others.length === 0 ? semantics.call(only) : null;
  return call !== null && EXITS.test(semantics.values.qualifiedName(call.callee) ?? '');
}

/** Whether something may have been put when control gets to an end. */
function mayComeBefore(put: Node, end: Node): boolean {
  const common = commonAncestor(put, end);
  for (let loop = put.ancestor(...LOOPS); loop; loop = loop.ancestor(...LOOPS)) {
    if (loop.contains(end)) return true;
  }
  return put.from < end.to && common?.kind !== 'IfStatement';
}

/** Whether a `try` or `with` round an end may catch it, or do something when it comes. */
function isHeldUp(end: Node, fn: Node, semantics: Semantics): boolean {
  for (let inner = end, outer = end.parent; outer && outer !== fn; ) {
    if (outer.kind === 'TryStatement') {
      const [first, ...others] = clausesOf(outer);
      const handler = others.find(({ body }) => body === inner);
      const isTried = first?.body === inner && end.kind !== 'ReturnStatement';
      const isExpected = handler?.header.some((each) => EXPECTED.test(semantics.textOf(each)));
      const isLast = others.some(({ keyword }) => keyword.kind === 'finally');
      if (isTried || isExpected || isLast) return true;
    }
    const opened = withItemsOf(outer).map(({ context }) => semantics.call(context));
    if (outer.kind === 'WithStatement' && !opened.every((call) => isOpen(call?.callee, semantics)))
      return true;
    inner = outer;
    outer = outer.parent;
  }
  return false;
}

function isOpen(callee: Node | undefined, semantics: Semantics): boolean {
  return callee !== undefined && semantics.values.qualifiedName(callee) === 'builtins.open';
}

/** Whether an end depends on what the parent has given or said, so that it may know better than to wait. */
function isAgreed(end: Node, fn: Node, creation: Creation, model: ProcessModel): boolean {
  const { semantics } = model;
  const tests: Node[] = [];
  for (let inner = end, outer = end.parent; outer && outer !== fn; ) {
    if (outer.kind === 'MatchStatement') return true;
    if (outer.kind === 'IfStatement') {
      for (const { header, body } of clausesOf(outer)) {
        if (body.from <= inner.from) tests.push(...header);
      }
    }
    if (outer.kind === 'WhileStatement') tests.push(...(clausesOf(outer)[0]?.header ?? []));
    inner = outer;
    outer = outer.parent;
  }
  const names = tests.flatMap((test) => [...test.walk()]).filter((n) => n.kind === 'VariableName');
  const values = names.flatMap((name) => semantics.values.sources(name));
  if ([...tests, ...values].some((node) => AGREED.test(semantics.textOf(node)))) return true;
  const isComputed = tests.some((test) => test.descendants('CallExpression').length > 0);
  const tested = new Set(names.flatMap((name) => semantics.bindingOf(name) ?? []));
  const isGiven = [...tested].every(({ definitions }) =>
    definitions.every(({ kind, node }) => kind === 'parameter' && node === fn),
  );
  if (tests.length === 0 || isComputed || !isGiven) return false;
  return end.kind === 'ReturnStatement' || isGivenConstant(creation, tested, model);
}

/** Whether a process is given a constant for what is tested; whatever it is, the author saw it. */
function isGivenConstant(
  creation: Creation,
  tested: ReadonlySet<unknown>,
  model: ProcessModel,
): boolean {
  const given = creation.processClass
    ? creation.call.args.map(({ value }) => value)
    : givenTo(creation, model)
        .filter(({ parameters }) => parameters.some((parameter) => tested.has(parameter)))
        .map(({ value }) => value);
  return (
    given.length === 0 ||
    given.some((value) =>
      model.semantics.values.sources(value).some(({ kind }) => CONSTANT.test(kind)),
    )
  );
}
