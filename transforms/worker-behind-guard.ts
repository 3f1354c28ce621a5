import { definitionGap, isDefinition } from '../src/edits/blank-lines.ts';
import type { Edit } from '../src/edits/fix.ts';
import { newImportEdit } from '../src/edits/import-place.ts';
import { insertBefore } from '../src/edits/insert.ts';
import { takeStatement } from '../src/edits/move.ts';
import { removeStatements } from '../src/edits/statements.ts';
import type { ProcessModel } from '../src/processes/model.ts';
import { START_METHODS } from '../src/processes/start-method.ts';
import type { Node } from '../src/syntax/node.ts';
import type { SyntaxTree } from '../src/syntax/parse.ts';
import { defineTransform } from './transform.ts';
import { findMisplaced, type Misplaced } from './worker-behind-guard/find.ts';
import { messageOf } from './worker-behind-guard/messages.ts';
import { type Move, planMove } from './worker-behind-guard/move.ts';

export default defineTransform<Misplaced>({
  code: 'MP504',
  name: 'worker-behind-guard',
  summary: 'what workers need is defined under the main guard, or after the pool is made',
  why: `A function, and a class of which an object is sent, travels to a child by its name: the child imports the module
and looks the name up. The child of \`spawn\` or \`forkserver\` imports the main file as \`__mp_main__\`, so it skips the
main guard, and what is defined there does not exist in it. Under \`fork\` it does, as long as it was defined before the
child was forked: a worker that is defined behind \`pool = Pool()\` is missing in the pool's processes under \`fork\` too.

A \`Pool\` hangs: each worker that receives the name dies of \`AttributeError: Can't get attribute 'work' on <module
'__mp_main__' from …>\` (\`module '__mp_main__' has no attribute 'work'\` from Python 3.14), a new one takes its place,
and nobody does what it was given. An executor stops with \`BrokenProcessPool\`. A \`Process\` ends with exit code 1, and
the parent goes on as if nothing had happened. Functions that the worker calls and modules that it uses, where they are
defined or imported under the guard only, are a \`NameError\` in it.`,
  advice: `Guides get a nested function to be pickled by declaring it \`global\` in the function that defines it. It has a name
of the module then, but only in a process that has called that function: forked workers do as the parent did, others do
not, and the program hangs.`,
  startMethods: START_METHODS,
  fixable: 'safe',
  inNotebooks: false,
  fixSafety: `The definition moves up in front of the main guard, or of the statement that makes the pool, with its
comments and with all that it needs which stands there too: functions, classes, constants. Imports move to the head of
the file where the module is of the standard library, or is imported there already.

There is no fix where the worker reads what only the parent has, such as the parsed arguments: moved up, it would be a
\`NameError\`, or another value, instead of a hang. Nor is there one where the definition stands in a branch or a loop,
where its decorators, defaults or bases need what is not there further up, or where defining it does something that
should happen once. It is unsafe where a decorator is not known, and where the parent may change an object that the
worker reads.`,
  references: [
    'https://docs.python.org/3/library/pickle.html#what-can-be-pickled-and-unpickled',
    'https://docs.python.org/3/library/multiprocessing.html#the-spawn-and-forkserver-start-methods',
    'https://docs.python.org/3/library/multiprocessing.html#using-a-pool-of-workers',
  ],

  *find(model) {
    for (const misplaced of findMisplaced(model)) {
      const { from, to } = misplaced.definition.nameNode;
      yield {
        from,
        to,
        message: messageOf(misplaced, model),
        startMethods: misplaced.startMethods,
        subject: misplaced,
      };
    }
  },

  fix({ subject }, model) {
    const move = planMove(subject, model);
    if ('refusal' in move) return move;
    const { statements, place } = move;
    const doubts = [...move.doubts, ...(isStarImported(model) ? [STAR_IMPORT] : [])];
    return {
      applicability: doubts.length > 0 ? 'unsafe' : 'safe',
      message: [orderOf(move, subject), ...doubts].join('; '),
      edits: moveEdits(model.tree, statements, place),
    };
  },
});

/** `a`, `b` and `c`, in code marks. */
function listOf(names: readonly string[]): string {
  const marked = names.map((name) => `\`${name}\``);
  const last = marked.pop() ?? '';
  return marked.length > 0 ? `${marked.join(', ')} and ${last}` : last;
}

function orderOf({ defined, imported }: Move, { startedBefore, isGuarded }: Misplaced): string {
  const place = startedBefore && !isGuarded ? 'the pool' : 'the main guard';
  return [
    ...(defined.length > 0 ? [`move ${listOf(defined)} above ${place}`] : []),
    ...(imported.length > 0 ? [`import ${listOf(imported)} at the head of the file`] : []),
  ].join(', and ');
}

const STAR_IMPORT = 'other files may take all names of this one';

function isStarImported({ facts }: ProcessModel): boolean {
  return facts.importedNames === 'all';
}

function moveEdits(tree: SyntaxTree, statements: readonly Node[], place: Node): Edit[] {
  const lines = statements.flatMap((statement) => importLine(tree, statement) ?? []);
  const block = statements.filter((statement) => importLine(tree, statement) === null);
  return [
    ...removeStatements(tree, statements),
    ...lines.map((line) => newImportEdit(tree, line)),
    ...(block.length > 0 ? insertBefore(tree, place, blockOf(tree, block, place)) : []),
  ];
}

/** An import that is one line with all that belongs to it; null for any other statement. */
function importLine(tree: SyntaxTree, statement: Node): string | null {
  if (statement.kind !== 'ImportStatement') return null;
  const { code } = takeStatement(tree, statement);
  return /^(import|from)[^\r\n]*$/.test(code.trim()) ? code.trim() : null;
}

/** The statements below each other, definitions set off by blank lines. */
function blockOf(tree: SyntaxTree, statements: readonly Node[], place: Node): string {
  const gap = '\n'.repeat(1 + definitionGap(tree, place));
  return statements
    .map((statement, i) => {
      const previous = statements[i - 1];
      const isApart = previous && (isDefinition(previous) || isDefinition(statement));
      const between = previous ? (isApart ? gap : '\n') : '';
      return between + takeStatement(tree, statement).code.trimEnd();
    })
    .join('');
}
