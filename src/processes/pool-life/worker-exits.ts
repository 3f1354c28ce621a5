/** Where a pool's task ends the process that it runs in: the pool starts another one, and the task is lost. */
import { codeOf } from '../../semantics/code.ts';
import type { Semantics } from '../../semantics/semantics.ts';
import type { Node } from '../../syntax/node.ts';
import { clausesOf, withItemsOf } from '../../syntax/shapes.ts';
import type { ProcessModel } from '../model.ts';

const RAISES = /^(sys\.exit|builtins\.(exit|quit))$/;
const ENDS = /^os\.(_exit|abort)$/;
const SENDS = /^(os\.kill|signal\.raise_signal)$/;
const DEADLY = /\bSIG(KILL|TERM|ABRT|SEGV)\b|\b(9|15)\b/;
const LOOKS = /\.(is_set|getppid|parent_process)\b|\bplatform\b/;

/** The calls and raises in the own code of a task that end its process, in the order of the text. */
export function exitsOf(fn: Node, { semantics }: ProcessModel): Node[] {
  const shape = semantics.functionShape(fn);
  const isPlain =
    shape?.nameNode && shape.decorators.length === 0 && !/\bfork\(/.test(semantics.textOf(fn));
  const code = isPlain ? [...codeOf(shape.body)] : [];
  return code.filter((node) => {
    const kind = kindOf(node, semantics);
    return kind !== null && !isPrevented(node, fn, kind, semantics);
  });
}

/** `raised`: something may catch it; `ended`: nothing can. */
function kindOf(node: Node, semantics: Semantics): 'raised' | 'ended' | null {
  if (node.kind === 'RaiseStatement') {
    const raised = node.parts[1];
    const callee = (raised && semantics.call(raised)?.callee) ?? raised;
    return callee && semantics.values.qualifiedName(callee) === 'builtins.SystemExit'
      ? 'raised'
      : null;
  }
  const call = semantics.call(node);
  const name = call ? (semantics.values.qualifiedName(call.callee) ?? '') : '';
  if (RAISES.test(name)) return 'raised';
  if (ENDS.test(name)) return 'ended';
  const given = call?.args.map(({ value }) => semantics.textOf(value)) ?? [];
  const isOwn = name !== 'os.kill' || given[0] === 'os.getpid()';
  return SENDS.test(name) && isOwn && DEADLY.test(given.at(-1) ?? '') ? 'ended' : null;
}

/** Whether an exit is caught, or is for when the parent has ended, or been interrupted, itself. */
function isPrevented(
  node: Node,
  fn: Node,
  kind: 'raised' | 'ended',
  semantics: Semantics,
): boolean {
  for (let inner = node, outer = node.parent; outer && outer !== fn; ) {
    if (outer.kind === 'MatchStatement') return true;
    if (outer.kind === 'TryStatement') {
      const [body, ...others] = clausesOf(outer);
      const own = others.find((clause) => clause.body === inner);
      const types = own?.header.map((each) => semantics.textOf(each)).join(' ') ?? '';
      const isInterrupted =
        own?.keyword.kind === 'except' && /Interrupt|SystemExit|Pipe|EOF/.test(types);
      const isCaught = body?.body === inner && others.some((clause) => mayCatch(clause, semantics));
      if (isInterrupted || (kind === 'raised' && isCaught)) return true;
    }
    const opened = withItemsOf(outer).map(({ context }) => semantics.textOf(context));
    if (kind === 'raised' && opened.some((text) => /suppress|raises|ignor|catch/i.test(text))) {
      return true;
    }
    const tests = outer.kind === 'IfStatement' ? clausesOf(outer).flatMap((c) => c.header) : [];
    if (tests.some((test) => LOOKS.test(semantics.textOf(test)))) return true;
    inner = outer;
    outer = outer.parent;
  }
  return false;
}

/** Whether a clause of a `try` may keep a `SystemExit` from getting further. */
function mayCatch(
  { keyword, header, body }: ReturnType<typeof clausesOf>[number],
  semantics: Semantics,
) {
  if (keyword.kind === 'finally') {
    return [...codeOf(body)].some(({ kind }) => /^(Return|Break|Continue)Statement$/.test(kind));
  }
  const types = header.map((each) => semantics.textOf(each)).join(' ');
  return keyword.kind === 'except' && !/^(\w*Error|Exception)( as \w+)?$/.test(types);
}
