/** Which values certainly can be pickled, as far as the file says where they come from. */

import { argumentsFor } from '../../semantics/arguments.ts';
import { codeOf } from '../../semantics/code.ts';
import type { Semantics } from '../../semantics/semantics.ts';
import type { Node } from '../../syntax/node.ts';
import { subscriptOf, unparenthesized } from '../../syntax/shapes.ts';
import { unpicklable } from './pickling.ts';

const LITERALS =
  /^(Number|String|ContinuedString|FormatString|Boolean|None|Ellipsis|UnaryExpression)$/;

const DISPLAYS = /^(Array|Tuple|Set)Expression$|^(Array|Set)ComprehensionExpression$/;

const COMPARISONS = /^(CompareOp|in|not|is)$/;

/** Calls that give plain data: numbers, text, paths, dates, arrays, tables, what a file or command line says. */
const PLAIN_CALLS = new RegExp(
  `^(${[
    'builtins\\.(int|float|str|bool|bytes|bytearray|complex|len|abs|round|sum|ord|chr|hex|repr|input|range|hash|format)',
    '(argparse\\.ArgumentParser|argparse\\.\\w+|click\\.\\w+)\\(\\)\\.(parse_args|parse_known_args|parse_intermixed_args)',
    'argparse\\.Namespace',
    'types\\.SimpleNamespace',
    'configparser\\.\\w+',
    '(json|simplejson|ujson|orjson|tomllib|toml|tomli)\\.loads?',
    'yaml\\.(safe_|full_)?load',
    'os\\.(getcwd|getpid|cpu_count|getenv|listdir|urandom|stat|uname|environ\\.(get|copy)|path\\.\\w+)',
    'glob\\.glob',
    'time\\.\\w+',
    'datetime\\.[\\w.()]+',
    'decimal\\.Decimal',
    'fractions\\.Fraction',
    'uuid\\.\\w+',
    'random\\.(random|randint|randrange|uniform|gauss|Random)',
    'math\\.\\w+',
    'pathlib\\.\\w*Path(\\(\\)[\\w.()]*)?',
    're\\.compile',
    'shlex\\.split',
    'platform\\.\\w+',
    'numpy\\.(random\\.\\w+|(?!load|memmap|nditer|vectorize|frompyfunc)\\w+)',
    'pandas\\.(read_\\w+|DataFrame|Series|concat|merge)',
  ].join('|')})\\(\\)$`,
);

const PLAIN_NAMES =
  /^(sys\.(argv|maxsize|platform|version\w*)|os\.(sep|linesep|environ)|math\.\w+)$/;

/** What gives text or rows of text when it is looped over. */
const READERS = /^(builtins|io|codecs|gzip|bz2|lzma)\.open\(\)$|^csv\.(reader|DictReader)\(\)$/;

/** Functions that give containers of what they are given. */
const COLLECTING =
  /^builtins\.(list|tuple|set|frozenset|sorted|dict|min|max|reversed|enumerate|zip)\(\)$|^collections\.(OrderedDict|Counter|deque)\(\)$/;

/** Methods of strings, whatever they are called on, and of containers that give a container. */
const TEXT_METHODS =
  /^(read|readline|readlines|strip|lstrip|rstrip|split|rsplit|splitlines|lower|upper|title|format|join|encode|decode|replace|isoformat|strftime|hexdigest)$/;
const PART_METHODS = /^(copy|get|keys|values|items|pop)$/;

/** Whether the value of an expression certainly can be pickled. False means: not known. */
export function isKnownPicklable(
  semantics: Semantics,
  expression: Node,
  seen: ReadonlySet<Node> = new Set(),
): boolean {
  const node = unparenthesized(expression);
  // What leads back to itself adds nothing.
  if (seen.has(node)) return true;
  if (unpicklable(semantics, node, 'start')) return false;
  return new Known(semantics, new Set([...seen, node])).is(node);
}

class Known {
  constructor(
    private readonly semantics: Semantics,
    private readonly seen: ReadonlySet<Node>,
  ) {}

  is(node: Node): boolean {
    if (LITERALS.test(node.kind)) return true;
    if (DISPLAYS.test(node.kind)) return this.are(this.semantics.values.elementsOf(node));
    switch (node.kind) {
      case 'DictionaryExpression':
        return this.are(node.parts.filter((part) => !/^[{}:,]$/.test(part.kind)));
      case 'DictionaryComprehensionExpression':
        return this.are([node.parts[1], node.parts[3]].filter((part) => part !== undefined));
      case 'BinaryExpression':
        return (
          node.children.some(({ kind }) => COMPARISONS.test(kind)) ||
          this.are(node.parts.filter((_, index) => index % 2 === 0))
        );
      case 'ConditionalExpression':
        return this.are([node.parts[0], node.parts.at(-1)].filter((part) => part !== undefined));
      case 'VariableName':
        return this.isName(node);
      case 'MemberExpression':
        return this.isPart(node);
      case 'CallExpression':
        return this.isResult(node);
      default:
        return false;
    }
  }

  private are(nodes: readonly Node[]): boolean {
    return nodes.every((node) => isKnownPicklable(this.semantics, node, this.seen));
  }

  private isName(name: Node): boolean {
    const { semantics } = this;
    if (this.isPlain(semantics.values.qualifiedNames(name), PLAIN_NAMES)) return true;
    const definitions = semantics.bindingOf(name)?.definitions ?? [];
    return (
      definitions.length > 0 &&
      definitions.every((definition) => {
        const { kind, value } = definition;
        if (kind === 'function' || kind === 'class') return definition.scope.kind === 'module';
        if (kind === 'annotation') return true;
        if (kind === 'parameter') {
          const given = argumentsFor(semantics, definition).map((argument) => argument.value);
          return given.length > 0 && this.are(value ? [...given, value] : given);
        }
        if (kind === 'augmented') return true;
        if (kind === 'for') return this.isItem(value ?? iterableOf(definition.node));
        const whole = value ?? unpackedValue(definition.node);
        return (kind === 'assignment' || kind === 'walrus') && whole !== null && this.are([whole]);
      })
    );
  }

  /** An item of something that is looped over: a line or row of a file, or as plain as the whole. */
  private isItem(iterable: Node | null): boolean {
    if (!iterable) return false;
    return (
      this.isPlain(this.semantics.values.qualifiedNames(iterable), READERS) || this.are([iterable])
    );
  }

  /** An attribute of a namespace, an element of a list: as plain as the whole. */
  private isPart(member: Node): boolean {
    const { semantics } = this;
    if (this.isPlain(semantics.values.qualifiedNames(member), PLAIN_NAMES)) return true;
    const object = subscriptOf(member)?.object ?? semantics.attribute(member)?.object;
    return (
      object !== undefined && semantics.values.classesOf(object).length === 0 && this.are([object])
    );
  }

  private isResult(node: Node): boolean {
    const { semantics } = this;
    const call = semantics.call(node);
    if (!call) return false;
    const names = semantics.values.qualifiedNames(node);
    const args = call.args.map(({ value }) => value);
    if (this.isPlain(names, COLLECTING)) return this.are(args);
    if (this.isPlain(names, PLAIN_CALLS)) return true;
    const attribute = semantics.attribute(call.callee);
    if (attribute && TEXT_METHODS.test(attribute.name)) return true;
    if (attribute && PART_METHODS.test(attribute.name))
      return this.are([attribute.object, ...args]);
    const definitions = semantics.values.definitions(call.callee);
    return (
      definitions.length > 0 &&
      definitions.every((definition) => {
        if (definition.kind === 'ClassDefinition') return this.isInstance(definition, args);
        const results = resultsOf(definition);
        return results !== null && this.are(results);
      })
    );
  }

  private isPlain(names: readonly string[], table: RegExp): boolean {
    return names.length > 0 && names.every((name) => table.test(name));
  }

  /** An instance of a class of the module without bases elsewhere, made from plain values, that holds plain values. */
  private isInstance(classNode: Node, args: readonly Node[]): boolean {
    const { values, scopes } = this.semantics;
    const bases = values.bases(classNode);
    if (scopes.opened.get(classNode)?.parent?.kind !== 'module' || bases.length > 0) return false;
    const held = [...values.attributesOf(classNode).values()].flat();
    return this.are(args) && held.every((value) => this.isOfParameter(value) || this.are([value]));
  }

  private isOfParameter(value: Node): boolean {
    const binding = value.kind === 'VariableName' ? this.semantics.bindingOf(value) : null;
    return binding?.definitions.every(({ kind }) => kind === 'parameter') ?? false;
  }
}

function iterableOf(loop: Node): Node | null {
  if (loop.kind !== 'ForStatement') return null;
  return loop.parts[loop.parts.findIndex(({ kind }) => kind === 'in') + 1] ?? null;
}

/** What `a, b = value` takes apart. */
function unpackedValue(statement: Node): Node | null {
  return statement.kind === 'AssignStatement' ? statement.lastChild : null;
}

/** The values of a function's `return` statements; null for a generator or coroutine. */
function resultsOf(fn: Node): Node[] | null {
  const body = fn.lastChild;
  if (!body || fn.child('async')) return null;
  if (fn.kind === 'LambdaExpression') return [body];
  const code = [...codeOf(body)];
  if (code.some(({ kind }) => /^Yield/.test(kind))) return null;
  return code
    .filter(({ kind }) => kind === 'ReturnStatement')
    .flatMap(({ parts }) => parts.slice(1).filter(({ kind }) => kind !== ','));
}
