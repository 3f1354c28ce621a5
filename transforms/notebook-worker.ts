import path from 'node:path';
import type { Fix, Refusal } from '../src/edits/fix.ts';
import type { ProcessModel } from '../src/processes/model.ts';
import type { Node } from '../src/syntax/node.ts';
import { type CellWorker, cellWorkers } from './notebook-worker/find.ts';
import { moveToModule } from './notebook-worker/move.ts';
import { type Needs, needsOf } from './notebook-worker/needs.ts';
import { defineTransform } from './transform.ts';

export default defineTransform<readonly CellWorker[]>({
  code: 'MP208',
  name: 'notebook-worker',
  summary: 'a worker that is defined in a cell of a notebook',
  why: `A worker is pickled by name: \`work\` of \`__main__\`. In a notebook \`__main__\` is what the kernel has run so far. A forked child has a copy of that. A child that is started with \`spawn\` or \`forkserver\` begins with an empty \`__main__\`, and has no file that it could import: it fails with \`AttributeError: Can't get attribute 'work' on <module '__main__' (built-in)>\` (in place of \`built-in\`, Python 3.12 and 3.13 say \`<class '_frozen_importlib.BuiltinImporter'>\`; from 3.14 on the words are \`module '__main__' has no attribute 'work'\`). So the cell runs on Linux up to Python 3.13, and neither on macOS, on Windows nor on Linux from Python 3.14 on.

What is seen of it depends on who starts the children:

| started with | what happens |
| --- | --- |
| \`Pool\` | each worker dies on its first task and is replaced by one that dies too: the cell hangs, and the log of the kernel fills with tracebacks |
| \`ProcessPoolExecutor\` | \`BrokenProcessPool: A process in the process pool was terminated abruptly while the future was running or pending.\` |
| \`Process\` | the child ends with exit code 1, and the cell goes on as if the work were done |

\`joblib\` and others that pickle by value send the function itself, and are not reported. A lambda can't be pickled under any start method: that is MP201.`,
  advice: `Many answers tell people to put the pool under \`if __name__ == "__main__":\`. A notebook's code always runs as \`__main__\`, and no child imports it again, so this changes nothing: the children still do not find the worker.`,
  startMethods: ['spawn', 'forkserver'],
  fixable: 'unsafe',
  fixSafety: `The function or class moves to a new module beside the notebook, with all that it uses: other functions and classes of cells, constants that are literals, and copies of the imports. The cell imports it from there. Nothing that exists is replaced.

It is unsafe. The notebook is no longer one file that can be sent or uploaded on its own. A kernel that has imported the module does not see later changes of it, unless it is restarted or \`%autoreload\` is on. And the module has to be found: the notebook's folder is searched as long as the kernel's working directory is not changed.

There is no fix for a worker that uses what cells compute, or change later: hand it over as an argument, or with an initializer. Nor is there one for what runs magic commands, for what comes from an \`import *\`, or for a default that is computed.`,
  references: [
    'https://docs.python.org/3/library/multiprocessing.html#the-spawn-and-forkserver-start-methods',
    'https://docs.python.org/3/library/pickle.html#what-can-be-pickled-and-unpickled',
  ],

  *find(model) {
    const workers = cellWorkers(model);
    const told = new Set<Node>();
    for (const worker of workers) {
      if (told.has(worker.statement)) continue;
      told.add(worker.statement);
      const { from, to } = worker.node;
      const { startMethods } = worker;
      yield { from, to, message: messageOf(worker, model), startMethods, subject: workers };
    }
  },

  fix({ from, subject: workers }, model): Fix | Refusal {
    const asked = workers.find(({ node }) => node.from === from) as CellWorker;
    const own = needsOfAll(asked.statement, workers, model);
    if (typeof own === 'string') return { refusal: own };
    const module = freeModule(model);
    if (typeof module !== 'string') return module;
    const move = moveToModule(together(workers, model), module, model);
    return {
      applicability: 'unsafe',
      message: `move ${listed(move.names)} to ${module}.py, beside the notebook, and import ${move.names.length > 1 ? 'them' : 'it'} from there`,
      edits: move.edits,
      creates: move.creates,
    };
  },
});

const OUTCOMES: ReadonlyMap<string, string> = new Map([
  ['pool', 'each worker dies of AttributeError and is replaced, and the call hangs'],
  ['executor', 'the first one dies of AttributeError, and the pool is broken'],
  ['process', 'it ends with AttributeError before it can work, and the notebook goes on'],
]);

function messageOf({ node, method, creations }: CellWorker, { semantics }: ProcessModel): string {
  const outcome = OUTCOMES.get(creations[0]?.kind ?? 'process');
  const what = method === 'class' ? 'an instance of it' : 'it';
  return `\`${semantics.textOf(node)}\` is defined in a cell, and a child that is not forked has no cells: where ${what} is unpickled, ${outcome}`;
}

/** What a statement needs, with what is handed over beside it wherever it is a worker. */
function needsOfAll(
  statement: Node,
  workers: readonly CellWorker[],
  model: ProcessModel,
): Needs | string {
  const handedOver = workers.filter((each) => each.statement === statement);
  return needsOf(
    statement,
    handedOver.flatMap((each) => each.handedOver),
    model,
  );
}

/** All workers that can move do so at once, into one module. */
function together(workers: readonly CellWorker[], model: ProcessModel): Needs {
  const all = workers.map(({ statement }) => needsOfAll(statement, workers, model));
  const movable = all.filter((needs): needs is Needs => typeof needs !== 'string');
  return {
    statements: new Set(movable.flatMap(({ statements }) => [...statements])),
    imports: new Set(movable.flatMap(({ imports }) => [...imports])),
  };
}

/** What changes the folder that the kernel searches for modules. */
const MOVES = /\bchdir\s*\(|^[ \t]*%?cd\b/m;

/** A name for the module that no file beside the notebook has, and no cell imports. */
function freeModule({ path: file, facts, tree }: ProcessModel): string | Refusal {
  const { neighbours } = facts;
  if (!neighbours) return { refusal: 'the folder that the new module would go to is not known' };
  const text = tree.notebook?.restored(tree.text) ?? tree.text;
  if (MOVES.test(text)) {
    return { refusal: 'the notebook changes its working directory, where a new module has to be' };
  }
  const stem = path.basename(file, path.extname(file)).replace(/[^\p{L}\p{N}_]/gu, '_');
  const name = `${/^\p{N}/u.test(stem) ? '_' : ''}${stem}_workers`;
  const isTaken = (module: string) =>
    neighbours.has(module) || neighbours.has(`${module}.py`) || text.includes(module);
  let module = name;
  for (let count = 2; isTaken(module); count++) module = `${name}_${count}`;
  return module;
}

function listed(names: readonly string[]): string {
  const quoted = names.map((name) => `\`${name}\``);
  const last = quoted.at(-1) ?? '';
  return quoted.length > 1 ? `${quoted.slice(0, -1).join(', ')} and ${last}` : last;
}
