import type { Semantics } from '../../semantics/semantics.ts';
import type { Node } from '../../syntax/node.ts';
import { POOL_METHODS } from '../libraries.ts';

/** Calls that are done at once, whatever other processes do, by their dotted names. */
const QUICK = new Set(
  [
    ...'abs bool dict enumerate filter float format getattr hasattr int isinstance len list max min'.split(
      ' ',
    ),
    ...'print range repr reversed round set setattr sorted str sum tuple type zip'.split(' '),
  ]
    .map((name) => `builtins.${name}`)
    .concat(
      'time.time time.perf_counter time.monotonic datetime.datetime.now functools.partial'.split(
        ' ',
      ),
      'os.listdir os.path.join os.path.basename glob.glob itertools.product itertools.repeat'.split(
        ' ',
      ),
    ),
);

/** Methods of strings, collections and loggers. */
const QUICK_METHODS =
  /^(append|add|extend|insert|update|format|items|keys|values|split|strip|replace|startswith|endswith|debug|info|warning|error|total_seconds)$/;

/** What may take its time, or let other code run: a loop that waits, an input, `yield`, `await`. */
const SLOW = /^(WhileStatement|With|Yield|Await|TryStatement)/;

/**
 * Whether code is run through at once, so that nothing in it can wait for another process: it calls what is quick,
 * and submits. A submission's own arguments are evaluated before it, and count for nothing.
 */
export function isQuick(code: Node, semantics: Semantics): boolean {
  const submission = semantics.call(code);
  if (submission && isSubmission(submission.callee, semantics)) return true;
  if (SLOW.test(code.kind) || (submission && !isQuickCall(submission.callee, semantics))) {
    return false;
  }
  if (/^(FunctionDefinition|LambdaExpression|ClassDefinition)$/.test(code.kind)) return true;
  return code.children.every((child) => isQuick(child, semantics));
}

/** `pool.apply_async`: by its name alone, for what else is called so submits too. */
function isSubmission(callee: Node, semantics: Semantics): boolean {
  const api = POOL_METHODS.get(semantics.attribute(callee)?.name ?? '');
  return api !== undefined && api.delivery !== 'call';
}

function isQuickCall(callee: Node, semantics: Semantics): boolean {
  const name = semantics.values.qualifiedName(callee);
  if (name !== null && QUICK.has(name)) return true;
  const attribute = semantics.attribute(callee);
  return (
    attribute !== null &&
    (QUICK_METHODS.test(attribute.name) ||
      // `", ".join(names)`, not `thread.join()`.
      (attribute.name === 'join' && /String$/.test(attribute.object.kind)) ||
      attribute.name === 'close')
  );
}
