import { dedented } from '../src/edits/dedent.ts';
import type { Fix, Refusal } from '../src/edits/fix.ts';
import { insertModuleFunction } from '../src/edits/insert.ts';
import { removeStatements, statementRange } from '../src/edits/statements.ts';
import { processBase } from '../src/processes/creations.ts';
import { isCaught } from '../src/processes/hand-over/expected-errors.ts';
import { channelOf, placeOfHoisted } from '../src/processes/hand-over/hoist.ts';
import { classDoubt } from '../src/processes/hand-over/instances.ts';
import type { ProcessModel } from '../src/processes/model.ts';
import { START_METHODS } from '../src/processes/start-method.ts';
import type { Node } from '../src/syntax/node.ts';
import { wholeStatement } from '../src/syntax/shapes.ts';
import { type LocalClass, localClasses } from './local-class/find.ts';
import type { Move } from './local-class/move.ts';
import { obstacleTo } from './local-class/obstacles.ts';
import { defineTransform } from './transform.ts';

export default defineTransform<LocalClass>({
  code: 'MP203',
  name: 'local-class',
  summary: 'a class defined inside a function goes to worker processes, which cannot receive it',
  why: `An instance travels to a worker process as its attributes and the name of its class: the child imports the module
and looks the class up there. A class that a function defines exists only while the function runs, so nothing that leads
to it can be pickled: the class itself, its instances, their methods. \`AttributeError: Can't pickle local object
'main.<locals>.Task'\` up to Python 3.12, \`AttributeError: Can't get local object 'main.<locals>.Task'\` in 3.13,
\`PicklingError: Can't pickle local object <class '__main__.main.<locals>.Task'>\` from 3.14.

The tasks of a \`Pool\` and of a \`ProcessPoolExecutor\` are pickled under every start method, so there it fails everywhere.
What a \`Process\` is given, and the instance of a class that derives from \`Process\`, is pickled under \`spawn\` and
\`forkserver\` only: such a program works on Linux up to Python 3.13 and fails on macOS, on Windows, and on Linux from 3.14.

Threads need no pickling, and \`multiprocess\`, \`pathos\` and \`joblib\` pickle classes by value, so they are left alone. So
is a class that says with \`__reduce__\` how its instances are pickled.`,
  startMethods: START_METHODS,
  fixable: 'safe',
  fixSafety: `The class moves to module level with its decorators and comments, above the code that it stood in, under the
same name. It is made once then, when the module is imported, and no longer whenever the function runs.

So there is no fix where that could be seen: where its methods use local variables of the function, where its body does more
than to define methods and constants, where a base, a decorator, a default or an annotation is not there yet or is not known
to be without effects, as a base with \`__init_subclass__\` or a metaclass, where an attribute of the class is set, or where the function returns the class, each time another.
There is none either where the module has such a name already, where its methods read a global that only the parent sets,
which children that are not forked would find with another value, and where its instances hold what can't be pickled.

The fix is unsafe where mpfix can't tell what the instances hold, or what a base of another module does, where the class
is asked about or given to other code: before, instances that two calls of the function made were not of one class. So it is
where what is printed says where the class stands, as data classes do, and where the program catches the error.`,
  references: [
    'https://docs.python.org/3/library/pickle.html#what-can-be-pickled-and-unpickled',
    'https://docs.python.org/3/library/multiprocessing.html#the-spawn-and-forkserver-start-methods',
  ],

  *find(model) {
    for (const subject of localClasses(model)) {
      const { from, to } = subject.expression;
      const { startMethods } = subject;
      yield { from, to, message: messageOf(subject, model), startMethods, subject };
    }
  },

  picklesByName({ subject }) {
    return subject.submissions;
  },

  fix({ subject }, model): Fix | Refusal {
    const move = moveOf(subject, model);
    const refusal = move ? obstacleTo(move) : 'its name can not be followed';
    if (!move || refusal) return { refusal: refusal ?? '' };
    const { tree } = model;
    const statement = wholeStatement(subject.classNode);
    const range = statementRange(tree, statement) ?? statement;
    const risks = risksOf(move);
    return {
      applicability: risks.length > 0 ? 'unsafe' : 'safe',
      message: [`move \`${move.name}\` to module level`, ...risks].join('; '),
      edits: [
        ...insertModuleFunction(tree, move.before, dedented(tree, range)),
        ...removeStatements(tree, [statement]),
      ],
      rebinds: [move.name],
    };
  },
});

function moveOf(subject: LocalClass, model: ProcessModel): Move | null {
  const { semantics } = model;
  const { classNode, submissions } = subject;
  const nameNode = classNode.child('VariableName');
  const binding = nameNode && semantics.bindingOf(nameNode);
  const scope = semantics.scopes.opened.get(classNode);
  if (!binding || !scope) return null;
  const before = placeOfHoisted(classNode, submissions, model);
  return { model, subject, name: binding.name, binding, scope, before };
}

/** What is not certain to be as before, or to work in children. */
function risksOf({ model, subject, binding, name }: Move): string[] {
  const { semantics } = model;
  const { classNode, submissions, as } = subject;
  const channel = as === 'process' ? 'start' : channelOf(submissions);
  // A process that is not started yet can be pickled while it is.
  const isProcess = (base: Node) =>
    as === 'process' && processBase(classNode, semantics)?.expression === base;
  const doubt = as === 'class' ? null : classDoubt(semantics, classNode, channel, isProcess);
  const isAsked = binding.references.some(({ node }) => {
    const call =
      node.parent?.kind === 'ArgList' ? semantics.call(node.parent.parent ?? node) : null;
    return call !== null && /^(isinstance|issubclass)$/.test(semantics.textOf(call.callee));
  });
  const isExpected = submissions.some(({ call }) =>
    isCaught(call.node, 'AttributeError|PicklingError', semantics),
  );
  const isGivenAway = binding.references.some(({ node }) => {
    const call = node.parent?.kind === 'ArgList' ? node.parent.parent : null;
    return call && !submissions.some((each) => each.call.node === call);
  });
  const isNamed = channel === 'start' && showsItsPlace(classNode, model);
  return [
    ...(isExpected ? ['the error for which the program is prepared does not come then'] : []),
    ...(isNamed ? [`its \`__qualname__\`, which is printed of it, is \`${name}\` then`] : []),
    ...(isGivenAway && !isAsked
      ? [`what gets \`${name}\` itself gets one class then, not another for each call`]
      : []),
    ...(doubt ? [`it is not certain that instances can be pickled: ${doubt}`] : []),
    ...(isAsked ? [`what is asked of \`${name}\` also holds for what other calls have made`] : []),
  ];
}

/** Whether what is printed of a class says in which function it stands, as data classes do. */
function showsItsPlace(classNode: Node, { semantics }: ProcessModel): boolean {
  const decorators = classNode.parent?.childrenOf('Decorator') ?? [];
  return (
    decorators.some((decorator) => /dataclass/.test(semantics.textOf(decorator))) ||
    /\b__qualname__\b/.test(semantics.tree.text)
  );
}

function messageOf(
  { classNode, expression, as, submissions }: LocalClass,
  model: ProcessModel,
): string {
  const { semantics } = model;
  const nameOf = (node: typeof classNode) =>
    `\`${semantics.textOf(node.child('VariableName') ?? node)}\``;
  const parent = semantics.enclosingFunction(classNode);
  const place = parent?.child('VariableName') ? nameOf(parent) : 'another function';
  const what = `the class ${nameOf(classNode)} is defined inside ${place}`;
  const given =
    as === 'class'
      ? 'it'
      : as === 'method'
        ? `\`${semantics.textOf(expression)}\``
        : 'an instance of it';
  if (as === 'process') {
    return `${what}; ${given} is pickled when it is started, unless the process is forked, and only classes at module level can be`;
  }
  const method = submissions[0]?.method ?? '';
  const isStart = submissions.every(({ delivery }) => delivery === 'constructor');
  return isStart
    ? `${what}; ${given} is pickled for the process, unless that is forked, and only classes at module level can be`
    : `${what}; \`${method}\` pickles ${given} for the worker processes, and only classes at module level can be`;
}
