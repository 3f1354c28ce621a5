import type { Edit, Fix, Refusal } from '../src/edits/fix.ts';
import { newlineAt } from '../src/edits/layout.ts';
import { namedImport } from '../src/edits/named-import.ts';
import type { BareDecorator, Wrapper } from '../src/processes/bare-decorators.ts';
import { lineOf } from '../src/processes/import-time/call-words.ts';
import type { ProcessModel } from '../src/processes/model.ts';
import { START_METHODS } from '../src/processes/start-method.ts';
import type { Node } from '../src/syntax/node.ts';
import { defineTransform } from './transform.ts';
import { type UndecoratedWorker, undecoratedWorkers } from './undecorated-worker/find.ts';
import { seenBy } from './undecorated-worker/seen.ts';

export default defineTransform<UndecoratedWorker>({
  code: 'MP206',
  name: 'undecorated-worker',
  summary: 'a worker has a decorator that gives it another name, by which children do not find it',
  why: `A function travels to a worker process by its name, \`__qualname__\` in its module. A decorator puts another
function in the place of the one below it, and without \`functools.wraps\` that one keeps its own name,
\`timed.<locals>.inner\`, which nobody can look up: \`AttributeError: Can't pickle local object 'timed.<locals>.inner'\` up
to Python 3.12, \`AttributeError: Can't get local object 'timed.<locals>.inner'\` in 3.13, \`PicklingError: Can't pickle
local object <function timed.<locals>.inner at 0x…>\` from 3.14.

A method is worse off. The child asks the instance for an attribute of the wrapper's \`__name__\`, and fails while it reads
the task: \`AttributeError: 'Job' object has no attribute 'inner'\`. That ends the worker of a \`Pool\`, which is replaced,
and the task is lost: the program waits for ever. A \`ProcessPoolExecutor\` raises \`BrokenProcessPool\`, and the child of a
\`Process\` ends with exit code 1 before it has begun.

An instance of a class that is used as a decorator holds the function, which is no longer what its name means:
\`PicklingError: Can't pickle <function count at 0x…>: it's not the same object as __main__.count\`.

The tasks of a \`Pool\` and of a \`ProcessPoolExecutor\` are pickled under every start method; the \`target\` of a \`Process\`
and an \`initializer\` under \`spawn\` and \`forkserver\` only. Decorators of packages are left alone, and so are those
that set \`__qualname__\` or call \`update_wrapper\`. Setting \`__name__\` helps methods, but not functions.`,
  startMethods: START_METHODS,
  fixable: 'safe',
  fixSafety: `\`@functools.wraps(func)\` is put above the inner function of each of the worker's decorators that lacks it: one
alone is not enough, as it takes over the name that the one below gives. It copies \`__name__\`, \`__qualname__\`, \`__doc__\`,
\`__module__\` and the attributes of the decorated function, and sets \`__wrapped__\`, through which \`inspect.signature\` sees
its parameters.

The fix is safe where nothing can see that: where the decorators decorate only functions of this file that are called or
handed to children, and the file asks no function for its name or documentation. It is unsafe where they are used in
other files or for more, where a decorator of which mpfix knows nothing stands below or above,
and where the program catches the error.

A decorator of another file of the project is reported, with the place where the line belongs. There is no fix for classes
that are used as decorators: \`functools.update_wrapper(self, func)\` and a \`__reduce__\` that returns \`self.__qualname__\`
let their instances be found by name. There is none either where the inner function stands in a decorator that takes the
function as one of \`*args\`, or gives its parameter another value.`,
  references: [
    'https://docs.python.org/3/library/functools.html#functools.wraps',
    'https://docs.python.org/3/library/pickle.html#what-can-be-pickled-and-unpickled',
  ],

  *find(model) {
    for (const undecorated of undecoratedWorkers(model)) {
      const { from, to } = undecorated.bare[0].expression;
      const { startMethods } = undecorated;
      yield {
        from,
        to,
        message: messageOf(undecorated, model),
        startMethods,
        subject: undecorated,
      };
    }
  },

  fix({ subject }, model): Fix | Refusal {
    const refusal = obstacleTo(subject.bare, model);
    if (refusal) return { refusal };
    const wrappers = subject.bare.flatMap(({ wrapper }) => wrapper ?? []);
    const risk = seenBy(subject, model);
    const names = subject.bare.map(({ name }) => `\`${name}\``);
    const hand =
      names.length > 1
        ? 'hand on the names of what they decorate'
        : 'hand on the name of what it decorates';
    const message = `have ${names.join(' and ')} ${hand}, with functools.wraps`;
    return {
      applicability: risk ? 'unsafe' : 'safe',
      message: risk ? `${message}; ${risk}` : message,
      edits: wrapping(wrappers, model),
    };
  },
});

function messageOf(undecorated: UndecoratedWorker, model: ProcessModel): string {
  const { worker, bare, isMethod, submission } = undecorated;
  const [first] = bare;
  const name = nameOf(worker.node, model);
  const where = `in ${lineOf(submission.call.node, model)}`;
  const inner = innerOf(first, model);
  if (!inner) {
    return `\`${first.name}\` makes an object of ${name} that holds the function, which its name no longer means, so the object can't be pickled ${where}`;
  }
  const what = `\`${first.name}\` returns ${inner} without functools.wraps`;
  return isMethod
    ? `${what}; ${where} the child asks the instance for ${inner}, which it does not have, and dies`
    : `${what}, so ${name} goes by a name that can't be looked up, and can't be pickled ${where}`;
}

/** What a decorator calls the function that it returns; null for a class. */
function innerOf({ wrapper, elsewhere }: BareDecorator, model: ProcessModel): string | null {
  if (elsewhere) return `\`${elsewhere.inner}\``;
  return wrapper && nameOf(wrapper.inner.node, model);
}

function nameOf(definition: Node, { semantics }: ProcessModel): string {
  return `\`${semantics.textOf(definition.child('VariableName') ?? definition)}\``;
}

/** Why one of the decorators can't be made to hand on the name; null where all can. */
function obstacleTo(bare: readonly BareDecorator[], model: ProcessModel): string | null {
  for (const { name: text, wrapper, elsewhere } of bare) {
    const name = `\`${text}\``;
    if (elsewhere) {
      const { path, row, inner } = elsewhere;
      return `${name} is in another file: put @functools.wraps(…) above \`${inner}\` in ${path}, line ${row}`;
    }
    if (!wrapper) {
      return `${name} is a class; give it functools.update_wrapper(self, …) and a __reduce__ that returns self.__qualname__, or make it a function`;
    }
    const { parameter } = wrapper;
    if (!parameter) return `${name} takes the function as one of its \`*args\``;
    if (model.semantics.bindingOf(parameter.nameNode)?.definitions.length !== 1) {
      return `${name} gives \`${parameter.name}\` another value before it wraps it`;
    }
  }
  return null;
}

function wrapping(wrappers: readonly Wrapper[], { tree, semantics }: ProcessModel): Edit[] {
  const nodes = [...new Set(wrappers.map(({ inner }) => inner.node))];
  const wanted = { module: 'functools', name: 'wraps' };
  const wraps = namedImport(tree, semantics.scopes, wanted, nodes);
  // A worker may have a decorator twice.
  const each = nodes.flatMap((node) => wrappers.find(({ inner }) => inner.node === node) ?? []);
  const lines = each.map(({ inner: { node }, parameter }) => {
    const end = newlineAt(tree, node.from) + tree.lines.indentAt(node.from);
    const text = `@${wraps.expression}(${parameter?.name})${end}`;
    return { from: node.from, to: node.from, text };
  });
  return [...wraps.edits, ...lines];
}
