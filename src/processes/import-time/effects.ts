import { codeOf, rootName } from '../../semantics/code.ts';
import type { Node } from '../../syntax/node.ts';
import { argumentsOf, type Call } from '../../syntax/shapes.ts';
import { apiOf } from '../libraries.ts';
import type { ProcessModel } from '../model.ts';
import { argumentAt } from '../submissions.ts';
import {
  type Behaviour,
  type Entry,
  entryOf,
  entryOfMethod,
  SHARED_PRIMITIVES,
} from './effect-tables.ts';
import { isPassedBy } from './passed-by.ts';

/** Something that a statement does besides giving a value. */
export interface Effect extends Entry {
  readonly node: Node;
}

/** From harmless to harmful, when a child runs it again. */
const ORDER: readonly Behaviour[] = [
  'silent',
  'configuration',
  'loading',
  'visible',
  'unknown',
  'once',
];

export function isWorse(a: Behaviour, b: Behaviour): boolean {
  return ORDER.indexOf(a) > ORDER.indexOf(b);
}

/** What running a statement, or the body of a function, does itself; what functions of this file do is left out. */
export function effectsOf(root: Node, model: ProcessModel): Effect[] {
  return effectsIfRun(root, model).filter(({ node }) => !isPassedBy(node, root, model.semantics));
}

/** As `effectsOf`, also for code that stands under a main guard, or where a program that goes on has not been. */
export function effectsIfRun(root: Node, model: ProcessModel): Effect[] {
  const effects: Effect[] = [];
  for (const node of codeOf(root)) {
    const entry = effectOf(node, model);
    if (entry && entry.behaviour !== 'silent') effects.push({ ...entry, node });
  }
  return effects;
}

function effectOf(node: Node, model: ProcessModel): Entry | null {
  const call = model.semantics.call(node);
  if (call) return effectOfCall(call, model);
  if (node.kind === 'RaiseStatement') return { behaviour: 'visible' };
  if (node.kind === 'AssignStatement' || node.kind === 'DeleteStatement') {
    return setsModuleAttribute(node, model) ? { behaviour: 'configuration' } : null;
  }
  return null;
}

/** `os.environ["A"] = "b"`, `sys.stdout = x`: sets up something that belongs to an imported module. */
function setsModuleAttribute(statement: Node, model: ProcessModel): boolean {
  const target = statement.children.find((child) => child.kind === 'MemberExpression');
  return target !== undefined && target !== statement.lastChild && isImported(target, model);
}

function isImported(expression: Node, { semantics }: ProcessModel): boolean {
  const name = rootName(expression);
  const definitions = name ? (semantics.bindingOf(name)?.definitions ?? []) : [];
  return definitions.length > 0 && definitions.every((d) => d.kind === 'import');
}

function effectOfCall(call: Call, model: ProcessModel): Entry {
  const { semantics } = model;
  if (
    model.creations.some((creation) => creation.call.node === call.node) ||
    model.starts.some((start) => start.node === call.node) ||
    model.submissions.some((submission) => submission.call.node === call.node)
  ) {
    return { behaviour: 'visible' };
  }
  if (semantics.values.definitions(call.callee).length > 0) return { behaviour: 'silent' };
  const names = semantics.values.qualifiedNames(call.callee);
  return names.length > 0
    ? names.map((name) => effectOfName(name, call, model)).reduce(worse)
    : effectOfMethod(call, model);
}

function worse(a: Entry, b: Entry): Entry {
  return isWorse(b.behaviour, a.behaviour) ? b : a;
}

function effectOfName(name: string, call: Call, model: ProcessModel): Entry {
  const api = apiOf(name);
  if (api?.kind === 'function') return effectOfProcessFunction(api.name);
  if (api) return { behaviour: 'silent' };
  if (OPENS.test(name)) return effectOfOpen(call, model);
  if (LOG_FILES.test(name) && overwritesLog(name, call, model)) return WRITES_ANEW;
  // Children start in the parent's folder: from there, a relative path leads elsewhere.
  if (name === 'os.chdir' && !SAME_FOLDER.test(model.semantics.textOf(call.argList))) {
    return { behaviour: 'visible' };
  }
  // They do what an assignment to an attribute does.
  if (/^builtins\.(setattr|delattr)$/.test(name)) {
    const [object] = call.args;
    return { behaviour: object && isImported(object.value, model) ? 'configuration' : 'silent' };
  }
  const known = entryOf(name);
  if (known) return known;
  if (name.includes('()')) return effectOfMethod(call, model);
  return { behaviour: 'unknown' };
}

function effectOfMethod(call: Call, { semantics }: ProcessModel): Entry {
  const attribute = semantics.attribute(call.callee);
  if (!attribute) return { behaviour: 'unknown' };
  // A queue's or socket's `get()` takes something away; a dict's always names a key.
  if (attribute.name === 'get' && call.args.length === 0) return { behaviour: 'visible' };
  return entryOfMethod(attribute.name);
}

function effectOfProcessFunction(name: string): Entry {
  if (SHARED_PRIMITIVES.has(name)) {
    return { behaviour: 'once', each: 'makes its own, and nothing is shared' };
  }
  if (name === 'log_to_stderr' || name === 'get_logger') return { behaviour: 'configuration' };
  return { behaviour: QUESTIONS.test(name) ? 'silent' : 'visible' };
}

const QUESTIONS = /^(cpu_count|current_process|parent_process|active_children|get_\w+)$/;

const SAME_FOLDER = /__file__|abspath|^\(\s*r?['"][~/]/;
const OPENS = /^(builtins|io|codecs|gzip|bz2|lzma)\.open$/;
const LOG_FILES = /^logging\.(basicConfig|FileHandler)$/;
const WRITES_ANEW: Entry = { behaviour: 'once', each: 'opens the file for writing again' };

function effectOfOpen(call: Call, { semantics }: ProcessModel): Entry {
  const mode = argumentAt(call, 1, 'mode')?.value;
  const text = mode ? semantics.textOf(mode) : "'r'";
  if (/[wax+]/.test(text) || !/^[a-zA-Z]*['"]/.test(text)) return WRITES_ANEW;
  const holder = call.node.parent?.kind;
  return holder === 'AssignStatement'
    ? { behaviour: 'once', each: 'opens the file again and reads it from the start' }
    : { behaviour: 'loading' };
}

function overwritesLog(name: string, call: Call, { semantics, tree }: ProcessModel): boolean {
  const args = argumentsOf(call.argList, tree.text);
  const hasFile = name.endsWith('FileHandler') || args.some((a) => a.name === 'filename');
  const mode = args.find((a) => a.name === 'filemode' || a.name === 'mode') ?? args[1];
  return hasFile && mode !== undefined && /^['"]w/.test(semantics.textOf(mode.value));
}
