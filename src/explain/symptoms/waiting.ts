import type { Symptom } from '../entry.ts';

const HANGS =
  'hang|hung|stuck|freeze|frozen|deadlock|blocks_forever|never_finish|never_return|never_end|wait_forever|does_not_return|doesnt_return|does_not_finish|doesnt_finish|stall';

/** Programs and processes that do not come to an end. */
export const WAITING: readonly Symptom[] = [
  {
    id: 'hang',
    title: 'hangs with no output',
    phrases: [
      HANGS,
      'no_output nothing_happens',
      `${HANGS} no_output|without_output|silently|silent|no_error|without_error`,
    ],
    happened:
      'A program that waits and says nothing mostly waits for a child that is gone, or for a task that died with its worker: a Pool replaces dead workers, but not what they were to do.',
    causes: [
      {
        rule: 'MP504',
        because:
          'the worker is defined under the main guard, or after the pool was made, and each worker dies looking for it',
      },
      {
        rule: 'MP101',
        because:
          'the pool is made outside a main guard, and its workers die while they import the main file',
      },
      { rule: 'MP403', because: 'a process is joined before its queue is emptied' },
      { rule: 'MP401', because: 'a `get()` or `recv()` waits for something that nobody sends' },
      { rule: 'MP302', because: 'the `with Pool()` block ends before its results are asked for' },
      { rule: 'MP209', because: "the worker's exception can't be rebuilt in the parent" },
      { rule: 'MP604', because: 'the parent had threads when it was forked' },
    ],
  },
  {
    id: 'hang-in-join',
    title: 'hangs in join()',
    phrases: [`${HANGS} join`, 'join waits', 'queue join'],
    happened:
      'A child does not end before all that it put into a queue was taken out, and whoever joins it before waits for ever.',
    causes: [
      { rule: 'MP403', because: 'the process is joined before its queue is emptied' },
      { rule: 'MP401', because: 'the child itself waits for an item that nobody puts' },
      { rule: 'MP303', because: 'the pool was not closed before' },
    ],
  },
  {
    id: 'hang-in-get',
    title: 'hangs in Queue.get() or recv()',
    phrases: [`${HANGS} get|recv`, `${HANGS} queue`, 'consumer|reader|get|recv waits|forever'],
    happened: 'What waits for an item waits for ever, as all that could put one have ended.',
    causes: [
      { rule: 'MP401', because: 'the wait has neither an end mark nor a time limit' },
      { rule: 'MP404', because: '`empty()` was asked, and what it says is old at once' },
      { rule: 'MP502', because: 'the queue is a global, and each child has made its own' },
      { rule: 'MP302', because: 'the `with Pool()` block ended before its result was asked for' },
    ],
  },
  {
    id: 'hang-in-notebook',
    title: 'hangs in a Jupyter notebook',
    phrases: [
      `${HANGS} jupyter|notebook|ipython|colab|cell|spyder`,
      'jupyter|notebook nothing_happens|no_output|does_not_work|doesnt_work|does_nothing',
    ],
    happened:
      "A child can't import what a notebook's cell defines: each worker dies looking for its function.",
    causes: [
      { rule: 'MP208', because: 'the worker is defined in a cell' },
      { rule: 'MP201', because: 'the worker is a lambda' },
    ],
  },
  {
    id: 'hang-after-error',
    title: 'hangs when a worker raises an exception',
    phrases: [
      `${HANGS} exception|raise|error worker|pool|child|custom|own`,
      'custom exception pool',
    ],
    happened:
      "The exception reaches the parent as bytes, and where it can't be made again from them the pool hangs.",
    causes: [
      { rule: 'MP209', because: "the exception's class can't be rebuilt from its arguments" },
      { rule: 'MP402', because: 'nobody asks for the result, so nobody hears of the exception' },
    ],
  },
  {
    id: 'hang-now-and-then',
    title: 'hangs now and then',
    phrases: [
      `${HANGS} sometimes|randomly|random|occasionally|intermittent|intermittently|rarely|now_and_then|once_in_a_while|thread|threads|logging`,
    ],
    happened:
      'What hangs once in a hundred runs is a matter of timing between processes, or of a lock that was held at the moment of a fork.',
    causes: [
      { rule: 'MP604', because: 'the parent had threads when it was forked' },
      { rule: 'MP404', because: '`empty()` is taken for the end of the work' },
      {
        rule: 'MP403',
        because: 'the queue holds more than fits into a pipe when the process is joined',
      },
      { rule: 'MP302', because: 'the `with Pool()` block sometimes ends before the work' },
    ],
  },
  {
    id: 'zombies',
    title: 'zombie (defunct) processes',
    phrases: [
      'zombie',
      'defunct',
      'orphan process|worker|child|children',
      'processes|workers|children pile|accumulate|left|remain|leftover|never_exit|stay',
    ],
    happened:
      'A child that ended stays in the process table until its parent asks for it, by `join()` or by starting another.',
    causes: [
      { rule: 'MP304', because: 'processes are started and never joined' },
      { rule: 'MP301', because: 'pools are made and never closed' },
    ],
  },
  {
    id: 'never-exits',
    title: 'the program does not end',
    phrases: [
      'program|script|python|process|main does_not_exit|doesnt_exit|never_exit|wont_exit|does_not_end|does_not_terminate|doesnt_terminate|never_terminate|keeps_running|still_running',
      'hang|stuck exit|shutdown|end_of|at_the_end',
    ],
    happened:
      'At its end a program waits for its children, and for what they have put into queues.',
    causes: [
      { rule: 'MP403', because: "a child can't end before its queue is emptied" },
      { rule: 'MP301', because: 'a pool is never closed' },
      { rule: 'MP401', because: 'a child waits for an item that nobody puts' },
    ],
  },
];
