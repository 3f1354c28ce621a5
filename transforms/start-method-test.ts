import type { ProcessModel } from '../src/processes/model.ts';
import { isTest } from '../src/processes/role.ts';
import { START_METHODS } from '../src/processes/start-method.ts';
import { methodTests } from '../src/processes/start-methods/comparisons.ts';
import { methodQueries } from '../src/processes/start-methods/queries.ts';
import { askedAtImport, ofMethod, ofPlatform, type Subject } from './start-method-test/find.ts';
import { allowNone, askForFork, askForMethod, askWithoutFixing } from './start-method-test/mend.ts';
import { defineTransform, type Finding } from './transform.ts';

export default defineTransform<Subject>({
  code: 'MP606',
  name: 'start-method-test',
  summary: 'a test for spawn, or for Windows, where every start method but fork is meant',
  why: `Children of \`forkserver\` inherit no more of the parent than those of \`spawn\`: globals that were set after the
import, closures and open connections are not there. \`forkserver\` is the default on Linux from Python 3.14, so code
that looks for \`"spawn"\`, or for Windows, takes its new children for forked ones there: the initializer is left out, and
the workers fail or, in silence, compute with what the module's import left. What such code means is
\`get_start_method() != "fork"\`.

\`get_start_method()\` itself is not without effect: it fixes the program's start method, if none is set, to the default.
A library that asks while it is imported makes the program's own \`set_start_method()\` fail with \`RuntimeError: context
has already been set\`. With \`allow_none=True\` it only asks, and gives \`None\` as long as nothing is set; the default is
then the first of \`get_all_start_methods()\`. And \`get_start_method() is None\` never holds: it has just been set.

A test is only reported where the code that it decides shows what is meant: an initializer on one side, processes that
are started on the other side alone, a comment or an error that speaks of fork, pickling or inheriting. Files that know
of forkserver, and tests, are left alone.`,
  startMethods: ['forkserver'],
  fixable: 'safe',
  fixSafety: `The answer for \`fork\` and for \`spawn\` is the same as before. It is safe where one side hands an
initializer over, and unsafe elsewhere: a program that got along with \`forkserver\` takes the other way then. To ask a
start method instead of a platform is unsafe: it is another answer on macOS too, where children are spawned. So is
\`allow_none=True\`.`,
  references: [
    'https://docs.python.org/3/library/multiprocessing.html#contexts-and-start-methods',
    'https://docs.python.org/3/library/multiprocessing.html#multiprocessing.get_start_method',
    'https://docs.python.org/3/whatsnew/3.14.html#concurrent-futures',
  ],

  find(model) {
    if (isTest(model.path)) return [];
    const queries = methodQueries(model.semantics);
    const tests = methodTests(queries, model.semantics);
    const subjects = [
      ...tests.flatMap((test) => ofMethod(test, model) ?? []),
      ...(queries.length === 0 ? ofPlatform(model) : askedAtImport(queries, tests, model)),
    ];
    return subjects.map((subject) => finding(subject, model)).sort((a, b) => a.from - b.from);
  },

  fix({ subject }, model) {
    switch (subject.kind) {
      case 'method':
        return askForFork(subject.test, subject.evidence, model);
      case 'none':
        return allowNone(subject.test);
      case 'platform':
        return askForMethod(subject.node, subject.isNotForked, model);
      case 'import':
        return askWithoutFixing(subject.query.call, model);
    }
  },
});

function finding(subject: Subject, model: ProcessModel): Finding<Subject> {
  const { from, to } = placeOf(subject);
  return {
    from,
    to,
    message: messageFor(subject, model),
    ...(subject.kind === 'import' || subject.kind === 'none'
      ? { startMethods: START_METHODS }
      : {}),
    subject,
  };
}

function placeOf(subject: Subject) {
  switch (subject.kind) {
    case 'platform':
      return subject.node;
    case 'import':
      return subject.query.call.node;
    default:
      return subject.test.node;
  }
}

function messageFor(subject: Subject, { semantics }: ProcessModel): string {
  switch (subject.kind) {
    case 'method':
      return `this test takes the children of forkserver for forked ones, but they inherit no more than those of spawn, and ${subject.evidence.words}`;
    case 'platform':
      return `this test is meant for children that inherit nothing, as ${subject.evidence.words}, and those of Linux are no longer forked by default from Python 3.14 on`;
    case 'none':
      return `${semantics.textOf(subject.test.asked)} never gives None: where no start method is set it fixes the default, and gives that`;
    case 'import':
      return `${semantics.textOf(subject.query.call.callee)}() fixes the start method while this module is imported: the program's own set_start_method() then fails with "RuntimeError: context has already been set"`;
  }
}
