import type { Edit, Fix, Refusal } from '../../src/edits/fix.ts';
import { type InitializerSite, setUpWorkers } from '../../src/edits/initializer.ts';
import { initializerArguments } from '../../src/processes/hand-over/initializer-arguments.ts';
import type { ProcessModel } from '../../src/processes/model.ts';
import { handOverDoubts, handOverObstacle } from '../../src/processes/state/handing-over.ts';
import type { LostState, Readers } from '../../src/processes/state/lost-state.ts';
import { argumentEdits } from './argument.ts';
import { classEdits } from './process-class.ts';

/** Hands a variable to the children that read it: to the workers of pools by an initializer, to a Process as an argument. */
export function handOver(state: LostState, model: ProcessModel): Fix | Refusal {
  for (const readers of state.readers) {
    const obstacle = handOverObstacle(state, readers, model);
    if (obstacle !== null) return { refusal: obstacle };
  }
  const isProcess = ({ children }: Readers) => children.creation.kind === 'process';
  const pools = state.readers.filter((readers) => !isProcess(readers));
  const isOfClass = ({ children }: Readers) => children.creation.processClass !== null;
  const objects = state.readers.filter(isOfClass);
  const processes = state.readers.filter((readers) => isProcess(readers) && !isOfClass(readers));
  const edits: Edit[] = [];
  for (const outcome of [
    initializerEdits(state, pools, model),
    argumentEdits(state, processes, model),
    classEdits(state, objects, model),
  ]) {
    if ('refusal' in outcome) return outcome;
    edits.push(...outcome);
  }
  const doubts = handOverDoubts(state, model);
  return {
    applicability: doubts.length > 0 ? 'unsafe' : 'safe',
    message: [orderOf(state, { pools, processes, objects }), ...doubts].join('; '),
    edits,
    rebinds: [state.variable.binding.name],
  };
}

function initializerEdits(
  { variable }: LostState,
  readers: readonly Readers[],
  { semantics, facts }: ProcessModel,
): readonly Edit[] | Refusal {
  const { text, attribute } = variable;
  const sites = readers.flatMap(({ children: { creation } }): InitializerSite[] => {
    const places = initializerArguments(creation);
    return places ? [{ call: creation.call, ...places }] : [];
  });
  const setup = {
    globals: attribute === null ? [text] : [],
    handed: [{ wish: attribute ?? text, argument: text }],
    statements: ([parameter]: readonly string[]) => [`${text} = ${parameter}`],
  };
  return setUpWorkers(semantics, sites, setup, facts.importedNames);
}

/** What reads a variable: the workers of pools, the targets of processes, processes of a class of their own. */
type Kinds = Readonly<Record<'pools' | 'processes' | 'objects', readonly Readers[]>>;

function orderOf({ variable }: LostState, { pools, processes, objects }: Kinds): string {
  const others = pools.length > 0 ? 'processes' : 'process';
  const ways = [
    ...(pools.length > 0 ? ['to the workers by an initializer'] : []),
    ...(processes.length > 0 ? [`to the ${others} as an argument`] : []),
    ...(objects.length > 0 ? [`to the ${others} as an attribute`] : []),
  ];
  return `hand \`${variable.text}\` ${ways.join(', and ')}`;
}
