import type { Refusal } from '../src/edits/fix.ts';
import { callText, rowOf } from '../src/processes/import-time/call-words.ts';
import type { ProcessModel } from '../src/processes/model.ts';
import { type LinkedPrimitive, linkedPrimitives } from '../src/processes/state/linked-state.ts';
import { type LostState, lostState } from '../src/processes/state/lost-state.ts';
import type { Primitive } from '../src/processes/state/primitives.ts';
import { isShared } from '../src/processes/state/sharing.ts';
import { initialText, readersText, startMethodsOf } from '../src/processes/state/words.ts';
import { handOver } from './state-not-inherited/hand-over.ts';
import { defineTransform } from './transform.ts';

export default defineTransform<LostState | LinkedPrimitive>({
  code: 'MP502',
  name: 'primitive-not-inherited',
  summary:
    'workers use a lock, queue or shared value as a global, which only forked children share',
  why: `A \`Lock\`, \`Queue\`, \`Event\`, \`Value\` or \`Pipe\` of multiprocessing is shared by processes that were given it.
A forked child has the parent's, as it has all its globals. The child of \`spawn\` or \`forkserver\` imports the module
again and makes one of its own, which nobody else knows: what it puts into its queue is lost, its lock keeps nobody out,
its counter counts for itself, and for its event it waits for ever. Nothing of that is an error. Where the primitive is
made under the main guard or in a function, the child has none: \`NameError\`.

From Python 3.14 the fork server imports the main file once, so that workers share a module-level \`Value\` with each
other there, and still not with the parent.`,
  startMethods: ['spawn', 'forkserver'],
  fixable: 'safe',
  inNotebooks: false,
  fixSafety: `The primitive is handed over where the children are made, which is the one time when it can be: to the
workers of a pool or executor by an \`initializer\` with \`initargs\`, to a \`Process\` as one more argument of its target,
to one of a class of the file in an attribute, which its \`__init__\` fills and its \`run\` reads.
Forked children get what they had before.

There is no fix where the primitive and the processes come from different contexts, where the start method is set
between them, where shared memory is made at module level, for each child would make a block that nobody frees, where
the name may have no value yet when the children are made, or another one when they start, and where the target of a
\`Process\` is used in ways that one more parameter would break.`,
  references: [
    'https://docs.python.org/3/library/multiprocessing.html#synchronization-between-processes',
    'https://docs.python.org/3/library/multiprocessing.html#the-spawn-and-forkserver-start-methods',
  ],

  *find(model) {
    for (const state of lostState(model)) {
      if (!state.primitive || !isShared(state)) continue;
      const { from, to } = state.changes[0].node;
      const message = messageOf(state, state.primitive, model);
      yield { from, to, message, startMethods: startMethodsOf(state), subject: state };
    }
    for (const linked of linkedPrimitives(model)) {
      const { from, to } = linked.node;
      const { startMethods } = linked.children;
      yield { from, to, message: linkedMessage(linked, model), startMethods, subject: linked };
    }
  },

  fix({ subject }, model) {
    if ('changes' in subject) {
      return isLeftByImports(subject) ? LEFT_BY_IMPORTS : handOver(subject, model);
    }
    const { text } = subject.variable;
    return {
      refusal: `\`${text}\` is in another file than the pool: hand it over with an initializer that sets it there`,
    };
  },
});

function messageOf(state: LostState, primitive: Primitive, model: ProcessModel): string {
  const isRepeated = state.repeated.includes(state.changes[0]);
  const what = isRepeated
    ? `makes its own, ${consequence(primitive.name)}`
    : initialText(state, model);
  return (
    `\`${state.variable.text}\` is shared by fork only: ${readersText(state, 'uses', model)}, ` +
    `and a child that is not forked ${what}`
  );
}

/** Other primitives go with the process that made them; a block stays until somebody frees it. */
function isLeftByImports({ repeated, changes: [first], primitive }: LostState): boolean {
  return repeated.includes(first) && BLOCK.test(primitive?.name ?? '');
}

const BLOCK = /^multiprocessing\.shared_memory\./;

const LEFT_BY_IMPORTS: Refusal = {
  refusal:
    'handed over or not, each child that imports the module makes a block of its own, which nobody frees, or, where it ' +
    'has a name, fails with FileExistsError: make it under the main guard first.',
};

function linkedMessage({ variable, name, children }: LinkedPrimitive, model: ProcessModel): string {
  const { text, step } = variable;
  const { node } = children.creation.call;
  return (
    `\`${text}\` is shared by fork only: ${step.inside ?? 'code'}() uses it (${step.path}, line ${step.row}) in the ` +
    `children of ${callText(node, model)} (line ${rowOf(node, model)}), and a child that is not forked makes its own, ${consequence(name)}`
  );
}

const CONSEQUENCES: readonly (readonly [RegExp, string])[] = [
  [/Queue$|Pipe$/, 'which nobody else reads or fills'],
  [/Lock$|Semaphore$/, 'which keeps nobody else out'],
  [/(Event|Condition|Barrier)$/, 'which nobody else sets off'],
];

function consequence(name: string): string {
  return CONSEQUENCES.find(([pattern]) => pattern.test(name))?.[1] ?? 'which nobody else sees';
}
