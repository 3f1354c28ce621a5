import type { ProcessModel } from '../../src/processes/model.ts';

const ALARM = /\b(alarm|setitimer|pthread_kill|dump_traceback_later|pytest\.mark\.timeout)\b/;

/** Whether a file has something that may end a wait from outside. */
export function isEndedByAlarm({ tree }: ProcessModel): boolean {
  return ALARM.test(tree.text);
}
