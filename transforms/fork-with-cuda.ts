import type { Edit, Fix, Refusal } from '../src/edits/fix.ts';
import { insertAtBodyStart } from '../src/edits/insert.ts';
import { namedImport } from '../src/edits/named-import.ts';
import { cudaInWorkers } from '../src/processes/cuda.ts';
import { quoteOf } from '../src/processes/guard-top.ts';
import type { MainGuard, ProcessModel, Start, StartMethodCall } from '../src/processes/model.ts';
import { packageOf } from '../src/processes/packages.ts';
import type { StartMethod } from '../src/processes/start-method.ts';
import type { Binding } from '../src/semantics/scopes.ts';
import type { Node } from '../src/syntax/node.ts';
import { defineTransform, type Finding } from './transform.ts';

interface Subject {
  readonly start: Start;
  /** The start method to set. */
  readonly method: StartMethod;
  /** Whether CUDA is the reason, or the user's `--start-method` alone. */
  readonly isForCuda: boolean;
}

export default defineTransform<Subject>({
  code: 'MP605',
  name: 'fork-with-cuda',
  summary: 'processes that use CUDA are started with the default start method, which may be fork',
  why: `CUDA's state does not survive a fork. Once a process has initialised CUDA, or only counted the devices as
\`torch.cuda.is_available()\` does, each child that it forks fails at its first use of a device:
\`RuntimeError: Cannot re-initialize CUDA in forked subprocess. To use CUDA with multiprocessing, you must use the 'spawn'
start method\`. PyTorch supports CUDA in child processes with \`spawn\` and \`forkserver\` only.

\`fork\` is the default on Linux up to Python 3.13. From 3.14 the default is \`forkserver\`, whose server imports the main
file and forks the children: CUDA that is touched while the main file is imported, as by
\`device = "cuda" if torch.cuda.is_available() else "cpu"\` at module level, breaks the children there too. \`spawn\` is
right everywhere.

Programs that set a start method, take a context by \`get_context()\` or \`mp_context=\`, or use
\`torch.multiprocessing.spawn\` have made their choice. Children that do not touch CUDA are left alone as well.

With \`--start-method METHOD\` this rule asks for \`set_start_method("METHOD")\` in every main module that starts processes
with the default start method, CUDA or not.`,
  startMethods: ['fork', 'forkserver'],
  fixable: 'unsafe',
  fixSafety: `Under another start method children no longer inherit what the parent has in memory: the line is only
written where no name that children read is assigned under the guard or in a function, but starting takes longer, and
what is handed to children must be picklable. The line that \`--start-method\` asks for is safe: it is what the user
wants. Where the program sets a method, that line is pointed out; a second one is never added.`,
  references: [
    'https://pytorch.org/docs/stable/notes/multiprocessing.html#cuda-in-multiprocessing',
    'https://pytorch.org/docs/stable/generated/torch.cuda.is_available.html',
    'https://docs.python.org/3/library/multiprocessing.html#contexts-and-start-methods',
  ],

  find(model) {
    const start = model.starts.find((each) => takesDefault(each, model));
    if (!start) return [];
    const cuda = cudaInWorkers(model);
    const wanted = model.settings.startMethod;
    const [choice] = model.startMethodCalls;
    if (cuda && (!choice || choice.method === 'fork')) {
      return [forCuda(start, placeOf(cuda, model), wanted ?? 'spawn', choice !== undefined)];
    }
    if (!wanted || choice?.method === wanted || !isProgram(model)) return [];
    return [asWanted(start, choice ?? null, wanted)];
  },

  fix({ subject: { start, method, isForCuda } }, model) {
    if (isForCuda && method === 'fork') {
      return {
        refusal: 'fork is asked for, and CUDA does not work in a forked child: ask for spawn',
      };
    }
    const obstacle = obstacleTo(isForCuda, method, model);
    if (obstacle) return { refusal: obstacle };
    const applicability = isForCuda ? 'unsafe' : 'safe';
    return insertLine(start, model.guards[0] as MainGuard, method, applicability, model);
  },
});

/** Whether a start leaves its start method to the global setting. */
function takesDefault(
  { method, kind, library, creations }: Start,
  { semantics }: ProcessModel,
): boolean {
  if (method !== null || kind === 'manager' || !packageOf(library)) return false;
  return creations.every(
    ({ call }) =>
      !call.args.some(({ name }) => name === 'mp_context' || name === 'context') &&
      !semantics.values.qualifiedNames(call.callee).some((name) => /\(\)/.test(name)),
  );
}

/** Whether the module is a program rather than a library. */
function isProgram({ guards, importTimeStarts }: ProcessModel): boolean {
  return guards.length > 0 || importTimeStarts.length > 0;
}

/** An expression and its line, in a few words. */
function placeOf(node: Node, { semantics, tree }: ProcessModel): string {
  const text = semantics.textOf(node).replace(/\s+/g, ' ');
  const short = text.length > 40 ? `${text.slice(0, 40)}…` : text;
  return `\`${short}\` on ${tree.lines.lineName(node.from)}`;
}

function forCuda(
  start: Start,
  use: string,
  method: StartMethod,
  isForkSet: boolean,
): Finding<Subject> {
  const where = isForkSet ? '' : ' where fork is the default';
  return {
    from: start.node.from,
    to: start.node.to,
    message:
      `the processes started here use CUDA (${use}), and they are forked${where}: once the parent ` +
      'has touched CUDA too, they die of "RuntimeError: Cannot re-initialize CUDA in forked subprocess"',
    subject: { start, method, isForCuda: true },
  };
}

function asWanted(
  start: Start,
  choice: StartMethodCall | null,
  method: StartMethod,
): Finding<Subject> {
  const { from, to } = choice?.call.node ?? start.node;
  return {
    from,
    to,
    message: choice
      ? `this program sets another start method than ${method}, which is asked for`
      : `this program starts processes and leaves the start method to the platform: ${method} is asked for`,
    subject: { start, method, isForCuda: false },
  };
}

/** What stands in the way of setting the method, for the user; null where nothing does. */
function obstacleTo(isForCuda: boolean, method: StartMethod, model: ProcessModel): string | null {
  const [choice] = model.startMethodCalls;
  if (choice) {
    const line = model.tree.lines.lineName(choice.call.node.from);
    return `${line} sets the start method: write "${method}" there`;
  }
  if (model.guards.length === 0) {
    return model.importTimeStarts.length > 0
      ? 'there is no main guard that set_start_method() could stand in: add one first (MP101, unguarded-start)'
      : `this is no main module: make the pool or process from get_context("${method}")`;
  }
  const stale = isForCuda ? changedAfterImport(model) : null;
  return stale
    ? `children read \`${stale.name}\`, which gets its value only when the program runs: hand it to them, as spawned children don't inherit it`
    : null;
}

/** A name of the module that children read and that a freshly imported module has another value for. */
function changedAfterImport(model: ProcessModel): Binding | null {
  const { semantics, readInWorkers } = model;
  for (const binding of readInWorkers) {
    const isChanged = binding.definitions.some(
      ({ nameNode, scope }) => scope !== semantics.scopes.module || model.isGuarded(nameNode),
    );
    if (isChanged) return binding;
  }
  return null;
}

function insertLine(
  start: Start,
  guard: MainGuard,
  method: StartMethod,
  applicability: Fix['applicability'],
  model: ProcessModel,
): Fix | Refusal {
  const { tree, semantics } = model;
  const pkg = packageOf(start.library);
  if (!pkg)
    return { refusal: `${start.library.name} chooses its start method in a way of its own` };
  const { edits, expression } = namedImport(
    tree,
    semantics.scopes,
    { ...pkg, name: 'set_start_method' },
    [guard.body],
  );
  const quote = quoteOf(guard, model);
  const line = `${expression}(${quote}${method}${quote})`;
  const inserted: Edit[] | null = insertAtBodyStart(tree, guard.body, line);
  if (!inserted) return { refusal: 'the main guard is empty' };
  return {
    applicability,
    message: `call ${line} first under the main guard`,
    edits: [...edits, ...inserted],
  };
}
