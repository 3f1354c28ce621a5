/** Arguments of workers that can't be pickled, only where that is certain. */
import { localBinding } from '../../semantics/closures.ts';
import type { Semantics } from '../../semantics/semantics.ts';
import type { Node } from '../../syntax/node.ts';
import { apiOf } from '../libraries.ts';
import type { ProcessModel, Submission } from '../model.ts';
import type { StartMethod } from '../start-method.ts';
import { isExpectedToFail } from './expected-errors.ts';
import { channelOf, failsUnder } from './hoist.ts';
import type { INSTEAD } from './instead.ts';
import { originsOf } from './origins.ts';
import { type Channel, resultOfFunction } from './pickling.ts';
import type { SentValue } from './sent-value.ts';
import { sentValues } from './sent-values.ts';
import { unpicklableKind } from './unpicklable-kinds.ts';
import type { UnpicklableKind } from './unpicklable-table.ts';

/** What can't be pickled of a value, and what to do in its place. */
export interface Unfit {
  /** In words that fit behind "is": "an open file". */
  readonly what: string;
  readonly instead: keyof typeof INSTEAD;
  /** "up to Python 3.13": where it can be pickled in other versions. */
  readonly versions: string | null;
  /** Whether it is a list, tuple or dict that has it. */
  readonly isInside: boolean;
}

export interface SentUnpicklable extends Unfit {
  readonly submission: Submission;
  readonly sent: SentValue;
  readonly channel: Channel;
  readonly startMethods: readonly StartMethod[];
}

/** Every argument that can't get to the children, in the order of the text; each expression once. */
export function sentUnpicklables(model: ProcessModel): SentUnpicklable[] {
  const { semantics } = model;
  const found = new Map<Node, SentUnpicklable>();
  // Such a file says itself how some of its values are pickled.
  if (model.submissions.length === 0 || REGISTERS.test(model.tree.text)) return [];
  for (const submission of model.submissions) {
    const startMethods = failsUnder(submission, model);
    if (submission.library.pickling !== 'by-reference' || startMethods.length === 0) continue;
    if (submission.method === 'callable' || isExpectedToFail(submission.call.node, semantics))
      continue;
    const channel = channelOf([submission]);
    for (const sent of sentValues(submission, semantics)) {
      const unfit = found.has(sent.node) ? null : unfitValue(sent.node, channel, semantics);
      if (unfit) found.set(sent.node, { submission, sent, channel, startMethods, ...unfit });
    }
  }
  return [...found.values()].sort((a, b) => a.sent.node.from - b.sent.node.from);
}

const REGISTERS = /\b(copyreg|copy_reg|ForkingPickler)\b/;

/** Why a value can't be pickled, whichever of its origins it comes from; null where any of them may be. */
export function unfitValue(value: Node, channel: Channel, semantics: Semantics): Unfit | null {
  const origins = originsOf(value, semantics);
  if (!origins || origins.length === 0) return null;
  const unfit = origins.map((origin) => unfitOrigin(origin, channel, semantics));
  return unfit.every((each) => each !== null) ? (unfit[0] ?? null) : null;
}

function unfitOrigin(origin: Node, channel: Channel, semantics: Semantics): Unfit | null {
  switch (origin.kind) {
    case 'ComprehensionExpression':
      return unfit('a generator', 'list');
    case 'LambdaExpression':
      return unfit('a lambda', 'define');
    case 'FunctionDefinition':
      return isLocal(origin, semantics) ? unfit('a nested function', 'define') : null;
    case 'VariableName':
      return isModule(origin, semantics) ? unfit('a module', 'import') : null;
    case 'MemberExpression':
      return unfitName(semantics.values.qualifiedNames(origin), channel);
    case 'CallExpression':
      return unfitResult(origin, channel, semantics);
    default:
      return partOf(origin, channel, semantics);
  }
}

function unfit(what: string, instead: keyof typeof INSTEAD, kind?: UnpicklableKind): Unfit {
  const versions = kind?.until
    ? `up to Python 3.${kind.until}`
    : kind?.since
      ? `from Python 3.${kind.since} on`
      : null;
  return { what, instead, versions, isInside: false };
}

function isLocal(definition: Node, semantics: Semantics): boolean {
  return (
    localBinding(semantics, definition) !== null && definition.parent?.kind !== 'DecoratedStatement'
  );
}

function isModule(name: Node, semantics: Semantics): boolean {
  const definitions = semantics.bindingOf(name)?.definitions ?? [];
  return definitions.length > 0 && definitions.every(({ imported }) => imported?.imported === null);
}

function unfitResult(origin: Node, channel: Channel, semantics: Semantics): Unfit | null {
  const made = resultOfFunction(origin, semantics);
  if (made) return unfit(made, made === 'a generator' ? 'list' : 'await');
  return (
    unfitName(semantics.values.qualifiedNames(origin), channel) ??
    defaultOf(origin, semantics) ??
    viewOf(origin, semantics)
  );
}

/** What all the dotted names say that a value may have. */
function unfitName(names: readonly string[], channel: Channel): Unfit | null {
  const found = names.map((name) => ofName(name, channel));
  return found.every((each) => each !== null) ? (found[0] ?? null) : null;
}

const CURSOR = /^(sqlite3|psycopg2|pymysql)\.connect\(\)\.(cursor|execute|executemany)\(\)$/;
const CONNECTED =
  /^(sqlalchemy\.create_engine\(\)\.(connect|begin)|sqlalchemy\.orm\.sessionmaker\(\))\(\)$/;
const PATH_OPEN = /^pathlib\.\w*Path\(\)\.([\w.()]+\.)?open\(\)$/;

function ofName(name: string, channel: Channel): Unfit | null {
  if (/^sys\.(stdin|stdout|stderr)$/.test(name)) {
    return unfit('an open file', 'standard');
  }
  if (name === 'os.environ') return unfit('an `os._Environ`', 'environ');
  if (CURSOR.test(name)) return unfit('a database cursor', 'connect');
  if (CONNECTED.test(name)) return unfit('a database connection', 'connect');
  if (PATH_OPEN.test(name)) return unfit('an open file', 'open');
  if (!name.endsWith('()')) return null;
  const callee = name.slice(0, -2);
  const kind = unpicklableKind(callee);
  if (kind) {
    const plain = callee.replace(/^builtins\./, '');
    const article = /^[aeiou]/.test(plain) ? 'an' : 'a';
    return unfit(kind.what ?? `${article} \`${plain}\``, kind.instead, kind);
  }
  return ofApi(callee, channel);
}

/** A process that is not started, and what a manager has, can go to a child that begins with it. */
function ofApi(callee: string, channel: Channel): Unfit | null {
  const api = apiOf(callee);
  if (api?.kind === 'pool' || api?.kind === 'executor') {
    return unfit(`a ${api.kind === 'pool' ? 'pool' : 'process executor'}`, 'make');
  }
  const isOfTasks = channel === 'task' && (api?.kind === 'process' || api?.kind === 'manager');
  return isOfTasks ? unfit(`a \`${callee.replace(/^.*\.(?=\w+$)/, '')}\``, 'make') : null;
}

/** `defaultdict(lambda: …)` */
function defaultOf(origin: Node, semantics: Semantics): Unfit | null {
  const call = semantics.call(origin);
  const factory = call?.args[0];
  if (!call || !factory || factory.star !== '' || factory.name !== null) return null;
  if (semantics.values.qualifiedName(call.callee) !== 'collections.defaultdict') return null;
  const [made, ...others] = originsOf(factory.value, semantics) ?? [];
  const isUnnamed = made?.kind === 'LambdaExpression' || (made && isLocal(made, semantics));
  return isUnnamed && others.length === 0
    ? unfit('a `defaultdict` with a local function', 'define')
    : null;
}

/** `keys()`, `values()` and `items()` of a dict that is made here. */
function viewOf(origin: Node, semantics: Semantics): Unfit | null {
  const call = semantics.call(origin);
  const view = call && semantics.attribute(call.callee);
  if (!view || !/^(keys|values|items)$/.test(view.name) || call.args.length > 0) return null;
  const made = originsOf(view.object, semantics) ?? [];
  const isDict = ({ kind }: Node) => /^Dictionary(Comprehension)?Expression$/.test(kind);
  return made.length > 0 && made.every(isDict)
    ? unfit(`what \`${view.name}()\` of a dict gives`, 'list')
    : null;
}

function partOf(origin: Node, channel: Channel, semantics: Semantics): Unfit | null {
  const parts =
    origin.kind === 'DictionaryExpression'
      ? origin.parts.filter(({ previous }) => previous?.kind === ':')
      : /^(Array|Tuple|Set)Expression$/.test(origin.kind)
        ? semantics.values.elementsOf(origin)
        : [];
  for (const part of parts) {
    const found = unfitValue(part, channel, semantics);
    if (found) return { ...found, isInside: true };
  }
  return null;
}
