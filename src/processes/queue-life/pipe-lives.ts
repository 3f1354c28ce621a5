/** Pipes from their creation on: which processes have their ends, who sends and receives. */
import { assignmentOf, type Call } from '../../syntax/shapes.ts';
import { agreed, apiOf } from '../libraries.ts';
import type { ProcessModel } from '../model.ts';
import { QueueTrace } from './queue-trace.ts';
import type { QueueLife } from './queue-uses.ts';

export interface PipeLife {
  /** The call that makes it. */
  readonly call: Call;
  readonly ends: readonly [QueueLife, QueueLife];
}

/** The lives of the file's pipes whose ends have a name each from the start: `a, b = Pipe()`. */
export function pipeLives(model: ProcessModel): PipeLife[] {
  return model.semantics.allCalls().flatMap((call) => {
    const names = isPipe(call, model) ? namesOf(call) : null;
    return names
      ? [
          {
            call,
            ends: [
              new QueueTrace(model).followEnd(call, names[0]),
              new QueueTrace(model).followEnd(call, names[1]),
            ],
          } as const,
        ]
      : [];
  });
}

/**
 * What goes through the file's pipes to a process that has one end, as if each were a queue: what is put at the other
 * end, which no process is given, and what is received at this one.
 */
export function pipesToProcesses(model: ProcessModel): QueueLife[] {
  return pipeLives(model).flatMap(({ ends: [first, second] }) =>
    [
      [first, second],
      [second, first],
    ].flatMap(([own, given]) => {
      const isPlain = own?.handedTo.size === 0 && given?.handedTo.size === 1;
      if (!own || !given || !isPlain) return [];
      const isSeen = [...own.uses, ...given.uses].every(({ kind }) => kind !== 'look');
      const uses = [
        ...own.uses.filter(({ kind }) => kind !== 'get'),
        ...given.uses.filter(({ kind }) => kind === 'get'),
      ];
      const escapes = [...own.escapes, ...given.escapes, ...(isSeen ? [] : [own.call.node])];
      return [{ ...own, uses, handedTo: given.handedTo, escapes }];
    }),
  );
}

function isPipe({ callee }: Call, { semantics }: ProcessModel): boolean {
  const api = agreed(semantics.values.qualifiedNames(callee).map(apiOf));
  return api?.kind === 'function' && api.name === 'Pipe';
}

function namesOf({ node }: Call) {
  const assignment = node.parent && assignmentOf(node.parent);
  const [targets, ...others] = assignment?.targets ?? [];
  const [only] = targets ?? [];
  const flat =
    targets?.length === 1 && only && /^(Tuple|Array)Expression$/.test(only.kind)
      ? only.parts.slice(1, -1).filter(({ kind }) => kind !== ',')
      : targets;
  const [first, second, ...more] = flat ?? [];
  const isPair =
    assignment?.values.length === 1 && assignment.values[0] === node && others.length === 0;
  const areNames = first?.kind === 'VariableName' && second?.kind === 'VariableName';
  return isPair && areNames && more.length === 0 ? ([first, second] as const) : null;
}
