import type { ImportedProgram } from '../src/processes/facts.ts';
import { rowOf } from '../src/processes/import-time/call-words.ts';
import type { ProcessModel } from '../src/processes/model.ts';
import { importedModules } from '../src/processes/summary.ts';
import { codeOf, rootName } from '../src/semantics/code.ts';
import type { Node } from '../src/syntax/node.ts';
import { defineTransform } from './transform.ts';

/** The file that is imported, relative to the working directory. */
type Program = string;

export default defineTransform<Program>({
  code: 'MP105',
  name: 'main-imported-by-worker',
  summary: 'a module whose code runs in children imports the program',
  why: `The file that Python is started with is the module \`__main__\`, whatever its name. When a worker's module imports it by its name, Python does not find it among the loaded modules and runs the file once more. From then on there are two: what the program has set in its main guard or in \`main()\` is missing in the second, and a class of the one is not the class of the other: \`isinstance(task, main.Task)\` is false for every task that the program has made. That goes for every start method, \`fork\` too, and mostly in silence: the workers compute with the first values.

Only what such a worker misses is reported, not the import as such: functions and constants are the same in both.`,
  startMethods: ['fork', 'spawn', 'forkserver'],
  fixable: 'no',
  inNotebooks: false,
  fixSafety: `There is no fix: what the worker needs of the program has to move to a module of its own, which both import. Which module that should be, its author knows best.`,
  references: [
    'https://docs.python.org/3/library/__main__.html#import-main',
    'https://docs.python.org/3/library/multiprocessing.html#the-spawn-and-forkserver-start-methods',
  ],

  *find(model) {
    const { programs } = model.facts;
    if (programs.size === 0) return;
    for (const { node, names } of importedModules(model)) {
      if (!runsInWorkers(node, model)) continue;
      const module = names.find((name) => programs.has(name)) ?? '';
      const program = programs.get(module);
      const harm = program && (missingVariable(program) ?? otherClass(module, program, model));
      if (!harm) continue;
      yield {
        from: node.from,
        to: node.to,
        message:
          `This imports ${program.path}, the program that starts the children in which code of this file runs. ` +
          `Python has it as \`__main__\` already and runs it once more, as another module: there ${harm}.`,
        subject: program.path,
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

/** What children read in the program's module, though only the program sets it. */
function missingVariable({ path, missing: [first] }: ImportedProgram): string | null {
  if (!first) return null;
  const { read, set } = first;
  const initial = read.initial === null ? 'does not have that value' : `is still ${read.initial}`;
  return (
    `\`${read.text}\`, which line ${set.step.row} of ${path} sets, ${initial} for ` +
    `line ${read.step.row} of ${read.step.path}`
  );
}

/** `isinstance(task, main.Task)`, where the program has made the task. */
function otherClass(
  module: string,
  { classes }: ImportedProgram,
  model: ProcessModel,
): string | null {
  const { semantics } = model;
  for (const fn of model.runsInWorkers) {
    for (const node of fn.lastChild ? codeOf(fn.lastChild) : []) {
      const call = semantics.call(node);
      const [object, type] = call?.args.map(({ value }) => value) ?? [];
      if (!call || !object || !type || !isParameter(rootName(object), model)) continue;
      if (semantics.values.qualifiedName(call.callee) !== 'builtins.isinstance') continue;
      const name = semantics.values.qualifiedName(type) ?? '';
      if (!name.startsWith(`${module}.`) || !classes.has(name.slice(module.length + 1))) continue;
      return (
        `\`${semantics.textOf(type)}\` is another class, and ${semantics.textOf(node)} in ` +
        `line ${rowOf(node, model)} is false for what the program has made`
      );
    }
  }
  return null;
}

function isParameter(name: Node | null, { semantics }: ProcessModel): boolean {
  const definitions = name ? semantics.bindingOf(name)?.definitions : null;
  return definitions?.some(({ kind }) => kind === 'parameter') ?? false;
}
