import type { Fix, Refusal } from '../src/edits/fix.ts';
import { lineOf } from '../src/processes/import-time/call-words.ts';
import type { ProcessModel } from '../src/processes/model.ts';
import { START_METHODS } from '../src/processes/start-method.ts';
import { defineTransform } from './transform.ts';
import {
  type Misfit,
  type UnpicklableException,
  unpicklableExceptions,
} from './unpicklable-exception/find.ts';
import { reduceEdits } from './unpicklable-exception/reduce.ts';

export default defineTransform<UnpicklableException>({
  code: 'MP209',
  name: 'unpicklable-exception',
  summary:
    'an exception that a worker raises can be pickled, but not unpickled: the pool waits for ever',
  why: `What a task raises is pickled for the parent. Pickle writes down the class and \`args\`, which are what
\`super().__init__\` was given, and makes the exception again with \`cls(*args)\`. Where \`__init__\` takes other arguments
than it hands on, that fails in the parent, long after all went well in the worker:

    class Failed(Exception):
        def __init__(self, code, message):
            super().__init__(message)

A \`Pool\` reads results in a thread, and the error ends that thread: \`Exception in thread Thread-3 (_handle_results)\`,
up to Python 3.9 \`Exception in thread Thread-3\`, and \`TypeError: Failed.__init__() missing 1 required positional argument:
'message'\`, up to 3.9 without \`Failed.\`. Nobody reads results any more. \`map\`, \`apply\`, \`imap\` and \`get()\` wait for
ever, under every start method, and so does \`join()\`, where only an \`error_callback\` was to be told. \`get(timeout=…)\`
gives a \`TimeoutError\`, and leaving the \`with\` block then fails with \`AssertionError: Cannot have cache with
result_handler not alive\` (\`result_hander\` up to 3.11).

A \`ProcessPoolExecutor\` gives up: \`BrokenProcessPool: A process in the process pool was terminated abruptly while the
future was running or pending\`, for this task and all others, although it is the parent that can't read the result.

Reported are classes of the file that a task certainly raises without catching them there, or in a decorator. An exception with as many
arguments as it hands on can be made again, though its text may not be what it was. A class without a call of
\`super().__init__\` has the arguments that it was called with, by position, and fails only where they are given by name.`,
  advice: `Guides say to hand all arguments to \`super().__init__\`. Then the exception can be made again, but \`str(err)\` is
another: Python prints \`args\` where there is more than one, so \`no such page\` becomes \`(404, 'no such page')\` in every
log and message. A \`__reduce__\` leaves the text as it is.`,
  startMethods: START_METHODS,
  fixable: 'safe',
  fixSafety: `The class gets a \`__reduce__\` that says what it is to be made from: the attributes in which \`__init__\` keeps
its arguments, and \`self.args[…]\` for what it handed on as it was. \`self.__dict__\` goes along, as pickle does without the
method, so that notes and attributes that were added later are there too. Nothing else about the exception changes; with
\`copy.copy\` it is the same as with pickle.

There is no fix where \`__init__\` does not keep an argument, changes it first, or where its attribute is set elsewhere
too; where it has \`*args\`, \`**kwargs\` or keyword-only parameters; and where a class that derives from it takes other
arguments, for it would inherit the method. Where other files import the class such a class may be there, so the fix is
unsafe.`,
  references: [
    'https://docs.python.org/3/library/pickle.html#object.__reduce__',
    'https://docs.python.org/3/library/exceptions.html#BaseException.args',
  ],

  *find(model) {
    for (const subject of unpicklableExceptions(model)) {
      const [classNode] = subject.lineage.classes;
      const { from, to } = classNode.child('VariableName') ?? classNode;
      yield { from, to, message: messageOf(subject, model), subject };
    }
  },

  fix({ subject }, model): Fix | Refusal {
    const edits = reduceEdits(subject, model);
    if ('refusal' in edits) return edits;
    const name = model.semantics.textOf(nameOf(subject.chain[0].owner));
    const { importedNames } = model.facts;
    const isImported = importedNames === 'all' || importedNames.has(name);
    const message = `add a \`__reduce__\` to \`${name}\``;
    return {
      applicability: isImported ? 'unsafe' : 'safe',
      message: isImported
        ? `${message}; classes of other files that derive from it and take other arguments need one too`
        : message,
      edits,
    };
  },
});

function messageOf({ lineage, exit, misfit }: UnpicklableException, model: ProcessModel): string {
  const name = model.semantics.textOf(nameOf(lineage.classes[0]));
  const { raise, submission } = exit;
  const consequence =
    submission.library.name === 'concurrent.futures'
      ? 'and the executor breaks'
      : 'and whoever waits for a result waits for ever';
  return (
    `\`${name}\`, which a task raises in ${lineOf(raise, model)}, can't be made again in the parent: ` +
    `${misfitText(misfit)}, ${consequence}`
  );
}

function misfitText({ given, least, most, named }: Misfit): string {
  if (given >= least && given <= most) {
    return `\`__init__\` needs \`${named?.name}\`, which pickle does not give it`;
  }
  const takes =
    least === most ? `${least}` : given < least ? `at least ${least}` : `at most ${most}`;
  return `\`__init__\` takes ${takes} ${takes.endsWith('1') ? 'argument' : 'arguments'}, and pickle hands it the ${given} that \`args\` has`;
}

function nameOf(classNode: UnpicklableException['lineage']['classes'][0]) {
  return classNode.child('VariableName') ?? classNode;
}
