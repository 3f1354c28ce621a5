import type { Semantics } from '../../semantics/semantics.ts';
import type { Node } from '../../syntax/node.ts';

/** Calls whose results are a few bytes. */
const SMALL_RESULTS =
  /^(builtins\.(bool|float|id|int|len|ord|round)|os\.(getpid|getppid)|time\.\w+|(multiprocessing\.current_process\(\)|threading\.\w+\(\))\.\w+)$/;

const ERRORS = /^builtins\.\w*(Error|Exception|Interrupt)$/;

const SMALL = /^(None|Boolean|Number|String|FormatString|Ellipsis)$/;
/** What may have been filled since. */
const FILLED = /^(Array|Set|Dictionary)Expression$/;
const COLLECTION = /^(Tuple|Array|Set|Dictionary)Expression$/;

/** Whether a value certainly takes a few bytes when it is pickled. */
export function isSmall(expression: Node, semantics: Semantics): boolean {
  const isNamed = expression.kind === 'VariableName';
  if (isNamed && !isAssigned(expression, semantics)) return false;
  return semantics.values
    .sources(expression)
    .every((source) => !(isNamed && FILLED.test(source.kind)) && isSmallSource(source, semantics));
}

/** Whether nothing but plain assignments gives a name its values. */
function isAssigned(name: Node, semantics: Semantics): boolean {
  const definitions = semantics.bindingOf(name)?.definitions ?? [];
  return definitions.every(({ kind, value }) => kind === 'assignment' && value !== null);
}

function isSmallSource(node: Node, semantics: Semantics): boolean {
  if (SMALL.test(node.kind)) return true;
  if (COLLECTION.test(node.kind)) {
    return node.parts
      .filter(({ kind }) => !/^[[\](){},:]$/.test(kind))
      .every((part) => isSmall(part, semantics));
  }
  if (node.kind === 'UnaryExpression') return node.child('not') !== null;
  if (node.kind === 'BinaryExpression') {
    return node.child('CompareOp', 'in', 'is', 'not') !== null || isNumber(node, semantics);
  }
  const call = semantics.call(node);
  const name = semantics.values.qualifiedName(call ? call.callee : node) ?? '';
  const isError = call !== null && ERRORS.test(name);
  return (
    SMALL_RESULTS.test(name) ||
    (isError && call.args.every(({ value }) => isSmall(value, semantics)))
  );
}

/** Whether a value is a number that is made of others: a text or list can be made large by `*`. */
function isNumber(expression: Node, semantics: Semantics): boolean {
  return semantics.values.sources(expression).every((source) => {
    const [left, right] = [source.firstChild, source.lastChild];
    if (source.kind === 'Number') return true;
    if (source.kind === 'BinaryExpression' && left && right) {
      return isNumber(left, semantics) && isNumber(right, semantics);
    }
    return source.kind === 'CallExpression' && isSmallSource(source, semantics);
  });
}
