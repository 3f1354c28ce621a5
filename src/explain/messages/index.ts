import type { Entry } from '../entry.ts';
import { ENVIRONMENT } from './environment.ts';
import { LIFE } from './life.ts';
import { PICKLING } from './pickling.ts';
import { STARTING } from './starting.ts';
import { STATE } from './state.ts';

/** Every message that is known, by what it is about. */
export const MESSAGE_GROUPS: readonly { title: string; entries: readonly Entry[] }[] = [
  { title: 'What cannot travel to a child', entries: PICKLING },
  { title: 'How children begin', entries: STARTING },
  { title: 'What the parent has and a child lacks', entries: STATE },
  { title: 'The life of pools, processes and queues', entries: LIFE },
  { title: 'What the machine lacks', entries: ENVIRONMENT },
];

/** Every message that is known. Of those that fit, the first counts: the more special ones come first. */
export const MESSAGES: readonly Entry[] = MESSAGE_GROUPS.flatMap(({ entries }) => entries);
