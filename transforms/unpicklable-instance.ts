import type { Fix, Refusal } from '../src/edits/fix.ts';
import { insertAfter, insertBefore } from '../src/edits/insert.ts';
import { type SentInstance, sentInstances } from '../src/processes/hand-over/sent-instances.ts';
import { lineOf } from '../src/processes/import-time/call-words.ts';
import type { ProcessModel } from '../src/processes/model.ts';
import { START_METHODS } from '../src/processes/start-method.ts';
import { defineTransform } from './transform.ts';
import { usesAttribute } from './unpicklable-instance/uses.ts';

export default defineTransform<SentInstance>({
  code: 'MP205',
  name: 'unpicklable-instance',
  summary: "a method or instance goes to children whose attributes can't be pickled",
  why: `A method that is handed over as a worker carries its instance, with all attributes that this has. One of them that
can't be pickled is enough to stop it: a pool, a lock, a connection, an open file, a lambda. With a pool or executor that
is so under every start method, with a \`Process\` under \`spawn\` and \`forkserver\`. Often it is the pool itself:

    NotImplementedError: pool objects cannot be passed between processes or pickled

Other attributes give the messages of [unpicklable-argument](unpicklable-argument.md), such as
\`TypeError: cannot pickle '_thread.lock' object\`, and those of multiprocessing's own, sent with a task,
\`RuntimeError: Lock objects should only be shared between processes through inheritance\`.

Reported are classes of the file that have no bases elsewhere and don't say themselves what of them is pickled, and
attributes that are set whenever the code gets there. A \`Process\` in an attribute is left alone where the method goes to
a \`Process\`: before it is started it can be pickled.`,
  startMethods: START_METHODS,
  fixable: 'unsafe',
  fixSafety: `A \`__getstate__\` leaves out the attribute where the method, and all methods that it calls on \`self\`, do
without it. The fix is unsafe: copies of the instance that \`copy\` makes lack the attribute too.

There is no fix where the worker uses the attribute, hands \`self\` on, or is not known, and where the class has a
\`__del__\` or classes are derived from it. Then the worker is best a function that is given what it needs.`,
  references: [
    'https://docs.python.org/3/library/pickle.html#handling-stateful-objects',
    'https://docs.python.org/3/library/multiprocessing.html#the-spawn-and-forkserver-start-methods',
  ],

  *find(model) {
    for (const instance of sentInstances(model)) {
      const { from, to } = instance.node;
      const { startMethods } = instance;
      yield { from, to, message: messageOf(instance, model), startMethods, subject: instance };
    }
  },

  fix({ subject }, model): Fix | Refusal {
    const { tree } = model;
    const names = subject.held.map(({ attribute }) => attribute);
    const obstacle = usesAttribute(subject, names, model);
    if (obstacle) return { refusal: `${obstacle}: hand over a function, with what it needs of it` };
    const [init] = model.semantics.values.method(subject.classNode, '__init__');
    const code = [
      'def __getstate__(self):',
      '    state = self.__dict__.copy()',
      ...names.map((name) => `    state.pop("${name}", None)`),
      '    return state',
    ].join('\n');
    const place = init ?? subject.method;
    if (!place) return { refusal: 'which of its methods run in the children is not known' };
    return {
      applicability: 'unsafe',
      message: `leave ${names.map((name) => `\`${name}\``).join(' and ')} out of what is pickled`,
      edits: init ? insertAfter(tree, init, code) : insertBefore(tree, place, code),
    };
  },
});

function messageOf({ node, method, held, channel, classNode }: SentInstance, model: ProcessModel) {
  const { semantics } = model;
  const text = semantics.textOf(node);
  const shown = /\n|.{41}/.test(text) ? 'this' : `\`${text}\``;
  const owner = semantics.textOf(classNode.child('VariableName') ?? classNode);
  const [first] = held;
  const carries = method
    ? `${shown} takes its \`${owner}\` along, whose`
    : `${shown} is a \`${owner}\`, whose`;
  const effect =
    channel === 'start' ? "a child that is not forked can't be started with it" : 'the task fails';
  return `${carries} attribute \`${first.attribute}\` is ${first.what} (${lineOf(first.assigned, model)}), which can't be pickled: ${effect}`;
}
