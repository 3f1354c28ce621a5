/** Which values certainly can be pickled, as far as the file says where they come from. */

import { argumentsFor } from '../../semantics/arguments.ts';
import { codeOf } from '../../semantics/code.ts';
import type { Definition } from '../../semantics/scopes.ts';
import type { Semantics } from '../../semantics/semantics.ts';
import type { Node } from '../../syntax/node.ts';
import { simpleAssignment, subscriptOf, unparenthesized } from '../../syntax/shapes.ts';
import { argumentAt } from '../submissions.ts';
import { type Channel, isShared, unpicklable } from './pickling.ts';
import { isPlainType } from './plain-types.ts';

const LITERALS =
  /^(Number|String|ContinuedString|FormatString|Boolean|None|Ellipsis|UnaryExpression)$/;

const DISPLAYS = /^(Array|Tuple|Set)Expression$|^(Array|Set)ComprehensionExpression$/;

const COMPARISONS = /^(CompareOp|in|not|is)$/;

/** Calls that give plain data: numbers, text, paths, dates, arrays, tables, what a file or command line says. */
const PLAIN_CALLS = new RegExp(
  `^(${[
    'builtins\\.(int|float|str|bool|bytes|bytearray|complex|len|abs|round|sum|ord|chr|hex|repr|input|range|hash|format)',
    '(argparse\\.ArgumentParser|argparse\\.\\w+|click\\.\\w+)\\(\\)\\.(parse_args|parse_known_args|parse_intermixed_args)',
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
    'pathlib\\.\\w*Path(?!.*\\.(glob|rglob|iterdir|walk|open)\\(\\)$)(\\(\\)[\\w.()]*)?',
    're\\.compile',
    'shlex\\.split',
    'platform\\.\\w+',
    'numpy\\.(random\\.\\w+|(?!load|memmap|nditer|vectorize|frompyfunc)\\w+)',
    'pandas\\.(read_\\w+|DataFrame|Series|concat|merge)',
  ].join('|')})\\(\\)$`,
);

const PLAIN_NAMES =
  /^(sys\.(argv|maxsize|platform|version\w*)|os\.(sep|linesep|name)|(math|string)\.\w+|builtins\.\w+|os\.path\.\w+)$/;

/** What gives text or rows of text when it is looped over. */
const READERS = /^(builtins|io|codecs|gzip|bz2|lzma)\.open\(\)$|^csv\.(reader|DictReader)\(\)$/;

/** Functions that give containers of what they are given. */
const COLLECTING =
  /^builtins\.(list|tuple|set|frozenset|sorted|dict|min|max|reversed|enumerate|zip)\(\)$|^collections\.(OrderedDict|Counter|deque|defaultdict)\(\)$|^copy\.(copy|deepcopy)\(\)$|^operator\.(attr|item)getter\(\)$/;

/** Methods of strings, whatever they are called on, and of containers that give a container. */
const TEXT_METHODS =
  /^(read|readline|readlines|strip|lstrip|rstrip|split|rsplit|splitlines|lower|upper|title|format|join|encode|decode|replace|isoformat|strftime|hexdigest)$/;
const PART_METHODS = /^(copy|get|pop)$/;

/** Arguments by which what is read becomes objects of any kind. */
const CONVERTING = /^(object_hook|object_pairs_hook|cls|converters|default)$/;

/** What puts objects of any kind among the options of a command line. */
const ODD_OPTIONS = /\b(FileType|set_defaults)\b/;

/** Whether the value of an expression certainly can be pickled. False means: not known. */
export function isKnownPicklable(
  semantics: Semantics,
  expression: Node,
  channel: Channel = 'start',
  seen: ReadonlySet<Node> = new Set(),
): boolean {
  const node = unparenthesized(expression);
  // What leads back to itself adds nothing.
  if (seen.has(node)) return true;
  if (unpicklable(semantics, node, channel)) return false;
  return new Known(semantics, channel, new Set([...seen, node])).is(node);
}

class Known {
  constructor(
    private readonly semantics: Semantics,
    private readonly channel: Channel,
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
    return nodes.every((node) => isKnownPicklable(this.semantics, node, this.channel, this.seen));
  }

  private isName(name: Node): boolean {
    const { semantics } = this;
    if (this.isPlain(semantics.values.qualifiedNames(name), PLAIN_NAMES)) return true;
    const binding = semantics.bindingOf(name);
    const definitions = binding?.definitions ?? [];
    return (
      definitions.length > 0 &&
      (binding?.references ?? []).every((reference) => this.isPlainlyFilled(reference.node)) &&
      definitions.every((definition) => {
        const { kind, value } = definition;
        if (kind === 'function' || kind === 'class') {
          return definition.scope.kind === 'module' && !isDecorated(definition.node);
        }
        if (kind === 'annotation') return true;
        if (kind === 'parameter') return this.isParameter(definition);
        if (kind === 'augmented') return this.are([definition.node.lastChild ?? name]);
        if (kind === 'for') return this.isItem(value ?? iterableOf(definition));
        const whole = value ?? unpackedValue(definition.node);
        return (kind === 'assignment' || kind === 'walrus') && whole !== null && this.are([whole]);
      })
    );
  }

  /** Whether a use of a name puts nothing but plain values into what it stands for. */
  private isPlainlyFilled(name: Node): boolean {
    const member = outermostMember(name);
    if (member === name || !member.parent) return true;
    // `x[key] = value`, but not `x[key].part = value`: that is the part's business, and nobody knows it.
    const isDirect = member.firstChild === name;
    const assignment = simpleAssignment(member.parent);
    if (assignment?.target === member) return isDirect && this.are([assignment.value]);
    const call = this.semantics.call(member.parent);
    const method = this.semantics.attribute(member)?.name ?? '';
    if (call?.callee !== member || !FILLING.test(method)) return true;
    // What the call gives may be filled in its turn: `x.setdefault(key, []).append(value)`.
    const isLast = call.node.parent?.kind !== 'MemberExpression';
    return isDirect && isLast && this.are(call.args.map(({ value }) => value));
  }

  /** A parameter whose annotation says that it is plain, or that all calls in this file give something plain. */
  private isParameter(parameter: Definition): boolean {
    const { semantics } = this;
    const param = semantics
      .functionShape(parameter.node)
      ?.params.find(({ nameNode }) => nameNode === parameter.nameNode);
    const annotation = param?.annotation?.lastChild;
    if (annotation && isPlainType(annotation, semantics)) return true;
    const given = [
      ...argumentsFor(semantics, parameter).map((argument) => argument.value),
      ...argumentsOfClass(semantics, parameter),
    ];
    const isCalled = semantics.callGraph.callsOf(parameter.node).length > 0;
    const values = parameter.value ? [...given, parameter.value] : given;
    return isCalled && values.length > 0 && this.are(values);
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
    const subscript = subscriptOf(member);
    if (subscript && semantics.values.qualifiedName(subscript.object) === 'os.environ') return true;
    const object = subscript?.object ?? semantics.attribute(member)?.object;
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
    if (this.isPlain(names, PLAIN_CALLS)) {
      const isOdd =
        /\.parse_\w+\(\)$/.test(names[0] ?? '') && ODD_OPTIONS.test(semantics.tree.text);
      return !isOdd && !call.args.some(({ name }) => CONVERTING.test(name ?? ''));
    }
    if (names.length > 0 && names.every((name) => isShared(name, this.channel))) return true;
    const attribute = semantics.attribute(call.callee);
    const definitions = semantics.values.definitions(call.callee);
    if (definitions.length === 0 && attribute) {
      if (TEXT_METHODS.test(attribute.name)) return true;
      if (PART_METHODS.test(attribute.name)) return this.are([attribute.object, ...args]);
    }
    return (
      definitions.length > 0 &&
      definitions.every((definition) => {
        if (isDecorated(definition)) return false;
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
    return (
      !isFilledOddly(classNode, this.semantics) &&
      this.are(args) &&
      held.every((value) => this.isOfInit(value) || this.are([value]))
    );
  }

  /** A parameter of `__init__`: the arguments of the call say what it is, or a plain default. */
  private isOfInit(value: Node): boolean {
    const { semantics } = this;
    const definitions =
      (value.kind === 'VariableName' && semantics.bindingOf(value)?.definitions) || [];
    return (
      definitions.length > 0 &&
      definitions.every(({ kind, node, value: byDefault }) => {
        const nameNode = kind === 'parameter' ? semantics.functionShape(node)?.nameNode : null;
        const isInit = nameNode != null && semantics.textOf(nameNode) === '__init__';
        return isInit && (byDefault === null || this.are([byDefault]));
      })
    );
  }
}

/** `a.b[0].c` of the `a` in it. */
function outermostMember(name: Node): Node {
  let member = name;
  while (member.parent?.kind === 'MemberExpression' && member.parent.firstChild === member) {
    member = member.parent;
  }
  return member;
}

function isDecorated(definition: Node): boolean {
  return definition.parent?.kind === 'DecoratedStatement';
}

/** Whether instances of a class get things that its assignments don't show, or are made in a way of their own. */
export function isFilledOddly(classNode: Node, { scopes, tree }: Semantics): boolean {
  const own = scopes.opened.get(classNode)?.bindings;
  const text = tree.text.slice(classNode.from, classNode.to);
  return ODD_METHODS.some((name) => own?.has(name)) || FILLED.test(text);
}

const ODD_METHODS = ['__new__', '__getattr__', '__getattribute__', '__setattr__'];

/** What puts something into an object or a container, whatever it is. */
const FILLING = /^(append|appendleft|add|insert|extend|update|setdefault)$/;

const FILLED =
  /\bsetattr\(|\b__dict__\b|\bas self\.|\bself\.\w+(\[[^\]]*\])*\.(append|appendleft|add|insert|extend|update|setdefault)\(|\bself\.\w+\[[^\]]*\]\s*=[^=]/;

/** What the calls of a class in this file give for a parameter of its `__init__`. */
function argumentsOfClass(semantics: Semantics, { node, nameNode, scope }: Definition): Node[] {
  const shape = scope.parent?.kind === 'class' ? semantics.functionShape(node) : null;
  if (!shape?.nameNode || semantics.textOf(shape.nameNode) !== '__init__') return [];
  const index = shape.params.findIndex((param) => param.nameNode === nameNode);
  return semantics.callGraph.callsOf(node).flatMap((call) => {
    const isOfClass = semantics.values
      .definitions(call.callee)
      .some(({ kind }) => kind === 'ClassDefinition');
    const given = isOfClass && argumentAt(call, index - 1, shape.params[index]?.name ?? '');
    return given ? [given.value] : [];
  });
}

/** What a `for` of a statement or comprehension loops over that binds one name of several. */
function iterableOf({ node: { parts }, nameNode }: Definition): Node | null {
  const index = parts.findIndex(({ kind, from }) => kind === 'in' && from > nameNode.from);
  return index < 0 ? null : (parts[index + 1] ?? null);
}

/** What `a, b = value` takes apart. */
function unpackedValue(statement: Node): Node | null {
  return statement.kind === 'AssignStatement' ? statement.lastChild : null;
}

/** The values of a function's `return` statements; null for a generator or coroutine. */
export function resultsOf(fn: Node): Node[] | null {
  const body = fn.lastChild;
  if (!body || fn.child('async')) return null;
  if (fn.kind === 'LambdaExpression') return [body];
  const code = [...codeOf(body)];
  if (code.some(({ kind }) => /^Yield/.test(kind))) return null;
  return code
    .filter(({ kind }) => kind === 'ReturnStatement')
    .flatMap(({ parts }) => parts.slice(1).filter(({ kind }) => kind !== ','));
}
