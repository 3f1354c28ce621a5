/** What values are made of, as far as they are written out. */
import { CHANGING_METHODS } from '../semantics/mutation-tables.ts';
import type { Semantics } from '../semantics/semantics.ts';
import type { Node } from '../syntax/node.ts';
import { conditionalBranches, unparenthesized } from '../syntax/shapes.ts';

const CONSTANTS: ReadonlySet<string> = new Set([
  'Number',
  'String',
  'ContinuedString',
  'FormatString',
  'Boolean',
  'None',
  'Ellipsis',
  'LambdaExpression',
  'UnaryExpression',
]);

/** Calls that give what nobody can change. */
const FIXED =
  /^(builtins\.(int|float|str|bool|bytes|complex|len|abs|round|sum|ord|chr|hex|range|frozenset|hash|isinstance|hasattr|callable|divmod|input)|re\.compile|pathlib\.\w*Path(\(\)[\w.()]*)?|os\.(getcwd|cpu_count|getenv|getpid|environ\.get|path\.\w+)|sys\.(getsizeof|getrecursionlimit)|time\.\w+|datetime\.[\w.()]+|decimal\.Decimal|fractions\.Fraction|uuid\.\w+|math\.\w+|platform\.\w+|operator\.\w+|struct\.calcsize|typing\.\w+|collections\.namedtuple|enum\.\w+|logging\.getLogger|random\.(random|randint|randrange|uniform|choice)|\w+\.__version__|multiprocessing\.cpu_count|tempfile\.(gettempdir|mkdtemp|mktemp)|textwrap\.dedent|string\.Template)\(\)$/;

const TEXT_METHODS =
  /^(read|strip|lstrip|rstrip|lower|upper|title|format|join|encode|decode|replace|isoformat|strftime|hexdigest|hex)$/;

/** Whether a value certainly can't be changed in place. */
export function isFixed(value: Node, semantics: Semantics): boolean {
  const node = unparenthesized(value);
  if (CONSTANTS.has(node.kind)) return true;
  switch (node.kind) {
    case 'TupleExpression':
      return elementsOf(node).every((element) => isFixed(element, semantics));
    case 'BinaryExpression':
      return node.parts
        .filter((_, index) => index % 2 === 0)
        .every((part) => isFixed(part, semantics));
    case 'ConditionalExpression':
      return conditionalBranches(node).every((branch) => isFixed(branch, semantics));
    case 'CallExpression': {
      const names = semantics.values.qualifiedNames(node);
      const method = semantics.attribute(node.firstChild as Node);
      return (
        (names.length > 0 && names.every((name) => FIXED.test(name))) ||
        (method !== null && TEXT_METHODS.test(method.name) && names.length === 0)
      );
    }
    case 'VariableName':
    case 'MemberExpression': {
      const sources = semantics.values.sources(node);
      return (
        sources.length > 0 &&
        sources.every(
          (source) =>
            /^(FunctionDefinition|ClassDefinition)$/.test(source.kind) ||
            (source !== node && !/^(VariableName|MemberExpression)$/.test(source.kind)
              ? isFixed(source, semantics)
              : FIXED_NAMES.test(semantics.values.qualifiedName(source) ?? '')),
        )
      );
    }
    default:
      return false;
  }
}

const FIXED_NAMES =
  /^(sys\.(maxsize|platform|version\w*|executable|byteorder)|os\.(sep|linesep|name|pathsep|devnull)|math\.\w+|string\.\w+|builtins\.__\w+__|signal\.SIG\w+)$/;

/** Whether a name's object, or an expression's, is a container of what nobody can change. */
export function isFlat(expression: Node, semantics: Semantics): boolean {
  const node = unparenthesized(expression);
  if (CONTAINERS.has(node.kind)) {
    return elementsOf(node).every((element) => isFixed(element, semantics));
  }
  if (node.kind !== 'VariableName') return false;
  const { definitions = [], references = [] } = semantics.bindingOf(node) ?? {};
  return (
    definitions.length > 0 &&
    !references.some((reference) => isFilled(reference.node, semantics)) &&
    definitions.every(
      ({ kind, value }) =>
        (kind === 'assignment' || kind === 'annotation') &&
        (value === null || CONTAINERS.has(value.kind)) &&
        (value === null || isFlat(value, semantics)),
    )
  );
}

/** `name[k] = v`, `name.append(v)`: what is put in may be anything. */
function isFilled(name: Node, semantics: Semantics): boolean {
  const member = name.parent;
  if (member?.kind !== 'MemberExpression' || member.firstChild !== name) return false;
  const method = semantics.attribute(member)?.name;
  return method === undefined
    ? member.parent?.kind === 'AssignStatement' && member.parent.lastChild !== member
    : CHANGING_METHODS.has(method);
}

const CONTAINERS: ReadonlySet<string> = new Set([
  'ArrayExpression',
  'TupleExpression',
  'SetExpression',
  'DictionaryExpression',
]);

function elementsOf(display: Node): readonly Node[] {
  return display.parts.filter(({ kind }) => !/^[[\](){},:]$/.test(kind));
}
