import type { ProcessModel } from '../src/processes/model.ts';
import { importedModules } from '../src/processes/summary.ts';
import type { Node } from '../src/syntax/node.ts';
import { defineTransform } from './transform.ts';

/** The file that is imported, relative to the working directory. */
type Program = string;

export default defineTransform<Program>({
  code: 'MP105',
  name: 'main-imported-by-worker',
  summary: 'a module whose code runs in children imports the program',
  why: `The file that Python is started with is the module \`__main__\`, whatever its name. When a worker's module imports it by its name, Python does not find it among the loaded modules and runs the file once more. From then on there are two: what the program has set in its main guard or in \`main()\` is missing in the second, and a class of the one is not the class of the other: \`isinstance(task, main.Task)\` is false for every task that the program has made. That goes for every start method; under \`fork\` too.

Children of \`spawn\` and \`forkserver\` have a copy of the program already, as \`__mp_main__\`, and run the file a second time for the import, with all that it does outside the main guard.`,
  startMethods: ['fork', 'spawn', 'forkserver'],
  fixable: 'no',
  fixSafety: `There is no fix: what the worker needs of the program has to move to a module of its own, which both import. Which module that should be, its author knows best.`,
  references: [
    'https://docs.python.org/3/library/__main__.html#import-main',
    'https://docs.python.org/3/library/multiprocessing.html#the-spawn-and-forkserver-start-methods',
  ],

  *find(model) {
    const { programs, workers } = model.facts;
    const [worker] = workers.keys();
    if (programs.size === 0 || worker === undefined) return;
    for (const { node, names } of importedModules(model)) {
      const program = names.flatMap((name) => programs.get(name) ?? [])[0];
      if (program === undefined || !runsInWorkers(node, model)) continue;
      yield {
        from: node.from,
        to: node.to,
        message:
          `This imports ${program}, the program itself, into the module of \`${worker.slice(1)}\`, which runs in children. ` +
          `Python has the program as \`__main__\` already and runs ${program} once more under its own name: ` +
          'what it sets in its main guard is missing there, and its classes exist twice.',
        subject: program,
      };
    }
  },

  fix({ subject }) {
    return {
      refusal: `what this module needs of ${subject} has to move to a module that both import`,
    };
  },
});

/** At module level, or in a function that children run. */
function runsInWorkers(
  node: Node,
  { semantics, runsInWorkers: inWorkers, isGuarded }: ProcessModel,
) {
  const owner = semantics.enclosingFunction(node);
  return owner ? inWorkers.has(owner) : !isGuarded(node);
}
