import type { Edit, Fix, Refusal } from '../src/edits/fix.ts';
import { setGlobals } from '../src/edits/globals.ts';
import { type InitializerSite, setUpWorkers } from '../src/edits/initializer.ts';
import type { LostConfiguration } from '../src/processes/configuration/candidates.ts';
import { lostConfigurations } from '../src/processes/configuration/lost-configuration.ts';
import { initializerArguments } from '../src/processes/hand-over/initializer-arguments.ts';
import { callText, rowOf } from '../src/processes/import-time/call-words.ts';
import type { ProcessModel } from '../src/processes/model.ts';
import type { Node } from '../src/syntax/node.ts';
import { type Repetition, repetitionOf } from './configuration-not-inherited/repeat.ts';
import { defineTransform } from './transform.ts';

export default defineTransform<LostConfiguration>({
  code: 'MP503',
  name: 'configuration-not-inherited',
  summary: 'the parent sets up something for itself only that code in its children depends on',
  why: `The child of \`spawn\` or \`forkserver\` is a new interpreter. It imports the main file, without what stands under the
main guard or in \`main()\`, and so it is set up as the import leaves it. A forked child is a copy of its parent, with all
that the parent had set up by then. So under \`spawn\` and \`forkserver\`, mostly without an error:

- a worker that logs has no handlers: what is below a warning is lost, and the rest has no format;
- filters of warnings, the locale, the time-out of sockets, the limit of recursion are Python's own;
- decimals are computed to 28 digits, whatever \`getcontext().prec\` is in the parent;
- an alarm has no handler, and its signal ends the child;
- what replaces a function or value of a module is not there.

\`sys.path\`, \`sys.argv\` and the working directory do reach such children. Environment variables do under \`spawn\`; the
fork server hands on those that it began with, at the first process, so a variable that is set later is missing there.
\`random.seed()\` reaches no child, forked or not, as each seeds itself. \`numpy.random.seed()\` reaches the forked ones only,
and all of them draw the same numbers then.

A configuration is reported where code that runs in children depends on it, as far as that is seen: a worker that logs, a
worker that computes with decimals. Nothing is said where the children set it up themselves.`,
  startMethods: ['spawn', 'forkserver'],
  fixable: 'safe',
  inNotebooks: false,
  fixSafety: `Each child does it again: the workers of a pool or executor in an \`initializer\`, which is made or
extended, a \`Process\` at the start of its target or of \`run()\`. In forked children this changes nothing. A function of
the module that does nothing else is called, other statements are repeated as they are.

There is no fix where the log goes to a file, to which several processes must not write; where a repetition would count
twice, as for \`addHandler()\`; where a seed would make all workers draw the same; where it is not certain that the
parent has done it, or in which order; and where the target of a \`Process\` is used for other things too. Names that only
the parent knows are handed over with \`initargs\`; such a fix is unsafe, as mpfix can't tell whether they can be
pickled. It is unsafe, too, where a repetition may change something in a forked child: filters of warnings come to the
front again, and \`dictConfig()\` disables the loggers that were made since.`,
  references: [
    'https://docs.python.org/3/library/multiprocessing.html#the-spawn-and-forkserver-start-methods',
    'https://docs.python.org/3/howto/logging-cookbook.html#logging-to-a-single-file-from-multiple-processes',
  ],

  *find(model) {
    for (const lost of lostConfigurations(model)) {
      const { from, to } = lost.setters[0].node;
      yield {
        from,
        to,
        message: messageOf(lost, model),
        startMethods: lost.startMethods,
        subject: lost,
      };
    }
  },

  fix({ subject }, model): Fix | Refusal {
    const repetition = repetitionOf(subject, model);
    if ('refusal' in repetition) return repetition;
    const edits = repeatEdits(subject, repetition, model);
    if ('refusal' in edits) return edits;
    const handed = repetition.handed.map(({ binding }) => `\`${binding.name}\``);
    const doubts = [
      ...repetition.doubts,
      ...(handed.length > 0
        ? [`mpfix can't tell whether ${handed.join(' and ')} can be pickled`]
        : []),
    ];
    return {
      applicability: doubts.length > 0 ? 'unsafe' : 'safe',
      message: [`let each child set up ${subject.configuration.what} too`, ...doubts].join('; '),
      edits,
    };
  },
});

function messageOf(
  { configuration, setters, users, startMethods }: LostConfiguration,
  model: ProcessModel,
): string {
  const [{ node }] = setters;
  const setter =
    node.kind === 'CallExpression'
      ? callText(node, model)
      : `\`${model.semantics.textOf(node)} = …\``;
  const readers = users.map(({ code, children }) => {
    const { node: made } = children.creation.call;
    const way = code.way.map((name) => `${name}()`).join(' → ');
    return `${way} ${configuration.use} in the children of ${callText(made, model)} (line ${rowOf(made, model)})`;
  });
  const child = startMethods.includes('spawn') ? 'a child that is not forked' : 'such a child';
  return (
    `${setter} sets up ${configuration.what} in the parent only, and ${readers.join(', and ')}: ` +
    `${child} ${configuration.without}.`
  );
}

/** Adds the statements to the initializers of pools, and to the start of what processes run. */
function repeatEdits(
  { users }: LostConfiguration,
  { statements, handed }: Repetition,
  { semantics, facts }: ProcessModel,
): readonly Edit[] | Refusal {
  const creations = [...new Set(users.map(({ children }) => children.creation))];
  const sites = creations.flatMap((creation): InitializerSite[] => {
    const places = initializerArguments(creation);
    return places ? [{ call: creation.call, ...places }] : [];
  });
  const written = (parameters: readonly string[]) =>
    statements.map((text, index) => {
      const places = handed.flatMap(({ places }, i) =>
        places
          .filter((p) => p.statement === index)
          .map((p) => ({ ...p, name: parameters[i] ?? '' })),
      );
      return places
        .sort((a, b) => b.from - a.from)
        .reduce((code, { from, to, name }) => code.slice(0, from) + name + code.slice(to), text);
    });
  const setup = {
    globals: [],
    handed: handed.map(({ binding }) => ({ wish: binding.name, argument: binding.name })),
    statements: written,
  };
  const pools = sites.length > 0 ? setUpWorkers(semantics, sites, setup, facts.importedNames) : [];
  if ('refusal' in pools) return pools;
  const edits: Edit[] = [...pools];
  for (const body of bodiesOf(users, semantics)) {
    if ('refusal' in body) return body;
    const begun = setGlobals(semantics.tree, body.body, [], statements);
    if (!begun) return { refusal: 'the function has no body' };
    edits.push(...begun);
  }
  return edits;
}

type Users = LostConfiguration['users'];

/** The bodies of the functions that processes begin with. */
function bodiesOf(
  users: Users,
  semantics: ProcessModel['semantics'],
): ({ readonly body: Node } | Refusal)[] {
  const processes = users.filter(({ children }) => children.creation.kind === 'process');
  const targets = processes.flatMap(({ children: { creation, submissions } }) =>
    creation.processClass
      ? semantics.values.method(creation.processClass, 'run')
      : submissions.flatMap(({ workers }) => workers.flatMap(({ definition }) => definition ?? [])),
  );
  const given = new Set(
    processes.flatMap(({ children }) => children.submissions.map(({ argument }) => argument.value)),
  );
  return [...new Set(targets)].map((fn) => {
    const name = semantics.functionShape(fn)?.nameNode;
    const binding = name ? semantics.bindingOf(name) : null;
    const isRun = semantics.scopeOf(fn).kind === 'class';
    const isForChildren =
      isRun || (binding?.references.every(({ node }) => given.has(node)) ?? false);
    if (fn.kind !== 'FunctionDefinition' || !fn.lastChild || !isForChildren) {
      const text = name ? `\`${semantics.textOf(name)}\`` : 'the target of the process';
      return {
        refusal: `${text} is not for these children only: make a target that sets this up and then calls it`,
      };
    }
    return { body: fn.lastChild };
  });
}
