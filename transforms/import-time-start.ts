import type { Fix, Refusal } from '../src/edits/fix.ts';
import { importEdit } from '../src/edits/imports.ts';
import { indentUnit, reindentText } from '../src/edits/indent.ts';
import { replaceByDefinition } from '../src/edits/insert.ts';
import { freshName } from '../src/edits/names.ts';
import { callText } from '../src/processes/import-time/call-words.ts';
import { startMessage } from '../src/processes/import-time/start-words.ts';
import { unguardedStarts } from '../src/processes/import-time/unguarded.ts';
import type { Creation, Holder, ImportTimeStart, ProcessModel } from '../src/processes/model.ts';
import { exportsOf } from '../src/semantics/exports.ts';
import type { Binding } from '../src/semantics/scopes.ts';
import { defineTransform } from './transform.ts';

interface Subject {
  readonly first: ImportTimeStart;
  readonly all: readonly ImportTimeStart[];
}

export default defineTransform<Subject>({
  code: 'MP104',
  name: 'import-time-start',
  summary: 'processes are started while a module is imported that is no program',
  why: `A child of \`spawn\` or \`forkserver\` is a new interpreter. It imports the program's main file again, and with it all that this imports; and it imports the module of each worker that it is to run. A module that starts processes when it is imported does so in every such child, which stops with \`RuntimeError: An attempt has been made to start a new process before the current process has finished its bootstrapping phase.\` A \`Pool\` then starts new workers in place of the dead ones without end, an executor stops with \`BrokenProcessPool\`, and a \`Process\` silently does no work. In Python 3.14 the fork server stops at that too, and the program ends in \`ConnectionResetError: [Errno 104] Connection reset by peer\`.

A main guard is no way out here: in a module that is imported, \`if __name__ == "__main__":\` never holds, and the pool would just be gone. What helps is to start the processes when they are first needed, or in a function that the program calls under its own guard.`,
  startMethods: ['spawn', 'forkserver'],
  fixable: 'unsafe',
  inNotebooks: false,
  fixSafety: `A pool that only this module's functions use is made on first use, by a function that remembers it. The fix is unsafe: the pool comes into being later, so under \`fork\` its workers see the program as it is then, and a program that counts on the processes being there from the beginning finds them missing. Of two threads that need it first at the same moment, each can make one.

There is no fix where code at module level, a worker or another file uses the pool, or where it is not bound to one name by a plain assignment.`,
  references: [
    'https://docs.python.org/3/library/multiprocessing.html#the-spawn-and-forkserver-start-methods',
    'https://docs.python.org/3/library/functools.html#functools.lru_cache',
  ],

  *find(model) {
    if (model.role.isMain || !model.facts.isImportedByChildren) return;
    const all = unguardedStarts(model);
    const [first] = all;
    if (!first) return;
    const pinned = first.start.method;
    yield {
      from: first.node.from,
      to: first.node.to,
      message: startMessage(first, all, model),
      ...(pinned ? { startMethods: [pinned] } : {}),
      subject: { first, all },
    };
  },

  fix({ subject: { first, all } }, model) {
    const reason = `the file is no program, so a main guard would make this vanish: ${model.role.evidence}`;
    const pool = poolOfModule(first, model);
    const obstacle =
      all.length > 1 ? 'it is one of several starts' : 'why' in pool ? pool.why : null;
    return obstacle === null && 'binding' in pool
      ? onFirstUse(pool, model)
      : {
          refusal: `${reason}. Start it in a function that the program calls under its own main guard; mpfix can't make it on first use, as ${obstacle}`,
        };
  },
});

interface ModulePool {
  readonly binding: Binding;
  readonly creation: Creation;
  readonly holder: Extract<Holder, { kind: 'name' }>;
}

/** The pool that a module holds for its own functions, or why it can't be made later. */
function poolOfModule(
  { start, chain }: ImportTimeStart,
  model: ProcessModel,
): ModulePool | { why: string } {
  const { semantics, facts } = model;
  const [creation] = start.creations;
  if (!creation || chain.length > 0 || start.kind !== 'pool') {
    return { why: `${callText(start.node, model)} does its work at once` };
  }
  const { holder } = creation;
  if (holder.kind !== 'name' || holder.statement !== semantics.topLevelStatement(start.node)) {
    return { why: 'no plain assignment of the module gives it a name' };
  }
  const { binding } = holder;
  const { name } = binding;
  if (binding.definitions.length > 1) return { why: `${name} is bound more than once` };
  if (facts.importedNames === 'all' || facts.importedNames.has(name)) {
    return { why: `${facts.importedBy[0] ?? 'another file'} uses ${name} too` };
  }
  const offered = exportsOf(semantics);
  if (offered.isDeclared && offered.names.has(name)) return { why: `__all__ offers ${name}` };
  if (model.readInWorkers.has(binding)) return { why: `code that runs in children uses ${name}` };
  const isUsedAtOnce = binding.references.some(({ node }) => !semantics.enclosingFunction(node));
  return isUsedAtOnce
    ? { why: `${name} is used while the module is imported` }
    : { binding, creation, holder };
}

/** `POOL = Pool(4)` becomes a function that remembers what it makes, and each `POOL` a call of it. */
function onFirstUse({ binding, creation, holder }: ModulePool, model: ProcessModel): Fix | Refusal {
  const { tree, semantics } = model;
  const name = freshName(tree, `get_${binding.name}`);
  const cache = importEdit(tree, semantics.scopes, { module: 'functools', name: 'lru_cache' }, [
    holder.statement,
  ]);
  const { from, to } = creation.call.node;
  const unit = indentUnit(tree, from);
  const indented = reindentText(tree, from, to, unit);
  const annotation = holder.statement.child('TypeDef');
  const returns = annotation ? semantics.textOf(annotation).replace(/^:\s*/, ' -> ') : '';
  const code = [
    `@${cache.expression}(maxsize=None)`,
    `def ${name}()${returns}:`,
    `${unit}return ${indented.slice(unit.length + from - holder.statement.from)}`,
  ].join('\n');
  return {
    applicability: 'unsafe',
    message: `make ${binding.name} on first use, in ${name}()`,
    edits: [
      ...cache.edits,
      ...replaceByDefinition(tree, holder.statement, code),
      ...binding.references.map(({ node }) => ({
        from: node.from,
        to: node.to,
        text: `${name}()`,
      })),
    ],
  };
}
