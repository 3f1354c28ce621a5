/** Gives a process a name of its own. */
import type { Edit, Refusal } from '../../src/edits/fix.ts';
import { freshLocal, freshName, snakeCase } from '../../src/edits/names.ts';
import { isCaught } from '../../src/processes/hand-over/expected-errors.ts';
import type { ProcessModel } from '../../src/processes/model.ts';
import { exportsOf } from '../../src/semantics/exports.ts';
import type { Binding, Definition } from '../../src/semantics/scopes.ts';
import type { Semantics } from '../../src/semantics/semantics.ts';
import type { Node } from '../../src/syntax/node.ts';
import type { SyntaxTree } from '../../src/syntax/parse.ts';
import { isFunction, shadowsOf } from './find.ts';

/** `work_process` for `work`, `my_process` for `myProcess`, `_work_process` for `_work`; `…_processes` for several. */
export function processName(tree: SyntaxTree, name: string, areSeveral: boolean): string {
  const plain = snakeCase(name);
  const ending = areSeveral ? 'processes' : 'process';
  const wish = plain.endsWith(ending) ? plain : `${plain}_${ending}`;
  return name.startsWith('_') ? freshName(tree, wish) : freshLocal(tree, wish);
}

/** The edits that leave a name to its function and call the processes otherwise, or why that can't be done. */
export function renamed(
  binding: Binding,
  model: ProcessModel,
  name: string,
): readonly Edit[] | Refusal {
  const { semantics } = model;
  const shadows = shadowsOf(binding, model);
  const obstacle = obstacleTo(binding, shadows, model);
  if (obstacle) return { refusal: obstacle };
  const nodes = [
    ...shadows.map(({ nameNode }) => nameNode),
    ...globalNames(binding, shadows, semantics),
  ];
  for (const { node } of binding.references) {
    const meaning = meaningOf(node, shadows, model);
    if (meaning === 'process') nodes.push(node);
    if (meaning === 'unknown' || meaning === 'text') {
      return { refusal: unclear(node, meaning, binding, semantics) };
    }
  }
  return nodes.map(({ from, to }) => ({ from, to, text: name }));
}

function obstacleTo(
  { name, definitions }: Binding,
  shadows: readonly Definition[],
  { semantics, facts }: ProcessModel,
): string | null {
  const other = definitions.find((d) => !isFunction(d) && !shadows.includes(d));
  if (other) {
    return `\`${name}\` is bound to something else in ${lineOf(other.nameNode, semantics)}; give the process a name of its own`;
  }
  const isImported = facts.importedNames === 'all' || facts.importedNames.has(name);
  const exports = exportsOf(semantics);
  if (isImported || (exports.isDeclared && (exports.names.has(name) || !exports.isComplete))) {
    return `other files may import \`${name}\`, and it is not certain whether they mean the function or the process`;
  }
  const reader = namespaceReader(semantics);
  return reader && `\`${reader}\` may look \`${name}\` up by its name`;
}

const NAMESPACE_READERS = /^builtins\.(globals|eval|exec)$/;
const MODULE_READERS = /^builtins\.(locals|vars|dir)$/;

const OWN_MODULE =
  /\bsys\.modules\b|\bimport(_module|__)\s*\(\s*__name__|\bimport\s+__main__\b|\bfrom\s+__main__\b/;

/** What may ask the module for a name in other ways than by writing it. */
function namespaceReader(semantics: Semantics): string | null {
  const [module] = OWN_MODULE.exec(semantics.tree.text) ?? [];
  if (module) return module;
  const call = semantics.allCalls().find(({ node, callee, args }) => {
    const name = semantics.values.qualifiedName(callee) ?? '';
    return (
      NAMESPACE_READERS.test(name) ||
      (MODULE_READERS.test(name) && args.length === 0 && !semantics.enclosingFunction(node))
    );
  });
  return call ? semantics.textOf(call.callee) : null;
}

/** The name in the `global` statements of the functions that bind it. */
function globalNames(
  { name, scope: module }: Binding,
  shadows: readonly Definition[],
  semantics: Semantics,
): Node[] {
  const scopes = new Set(shadows.map(({ scope }) => scope.frame).filter((s) => s !== module));
  return [...scopes].flatMap(({ node }) =>
    node
      .descendants('ScopeStatement')
      .filter((statement) => semantics.scopeOf(statement).frame.node === node)
      .flatMap((statement) => statement.childrenOf('VariableName'))
      .filter((each) => semantics.textOf(each) === name),
  );
}

type Meaning = 'function' | 'process' | 'unknown' | 'text';

const OF_PROCESSES =
  /^(start|join|terminate|kill|close|is_alive|name|daemon|pid|ident|exitcode|authkey|sentinel)$/;

/** What a name stands for where it is read; where both may reach it, what it is used for tells. */
function meaningOf(node: Node, shadows: readonly Definition[], model: ProcessModel): Meaning {
  const { semantics, submissions } = model;
  const parent = node.parent as Node;
  if (node.ancestor('FormatReplacement')?.child('FormatSelfDoc')) return 'text';
  if (submissions.some(({ argument }) => argument.value === node)) return 'function';
  const { definitions, isComplete } = semantics.reaching(node);
  const processes = definitions.filter((definition) => shadows.includes(definition));
  if (isComplete && processes.length === 0) return 'function';
  if (isComplete && processes.length === definitions.length) return 'process';
  if (semantics.call(parent)?.callee === node) return 'function';
  const attribute = semantics.attribute(parent);
  if (attribute?.object !== node) return isInOwnCall(node, shadows) ? 'function' : 'unknown';
  const isCertain = !isForChildren(node, model) && !isCaught(node, 'AttributeError', semantics);
  return isCertain && OF_PROCESSES.test(attribute.name) ? 'process' : 'unknown';
}

/** Children that are not forked find the function, whatever the parent has bound the name to. */
function isForChildren(node: Node, { semantics, runsInWorkers }: ProcessModel): boolean {
  const fn = semantics.enclosingFunction(node);
  return fn !== null && runsInWorkers.has(fn);
}

/** Whether a name is an argument of the process that is to take it, in a loop or a function called again. */
function isInOwnCall(node: Node, shadows: readonly Definition[]): boolean {
  return shadows.some(({ value }) => value?.contains(node));
}

function unclear(node: Node, meaning: Meaning, { name }: Binding, semantics: Semantics): string {
  const place = `\`${name}\` in ${lineOf(node, semantics)}`;
  const what =
    meaning === 'text' ? 'is printed by its name' : 'may mean the function or the process';
  return `${place} ${what}; give the process a name of its own`;
}

function lineOf(node: Node, { tree }: Semantics): string {
  return tree.lines.lineName(node.from);
}
