import { START_METHODS } from '../../processes/start-method.ts';
import type { Entry } from '../entry.ts';

const INTERRUPTED = /^KeyboardInterrupt/;

/** Pools, processes and queues from their beginning to their end. */
export const LIFE: readonly Entry[] = [
  {
    id: 'join-open-pool',
    title: 'ValueError: Pool is still running',
    pattern: /ValueError: Pool is still running/,
    happened: '`join()` was called on a pool that still takes tasks.',
    advice: 'Call `close()` first, or `terminate()`.',
    rules: ['MP303'],
    startMethods: START_METHODS,
  },
  {
    id: 'pool-not-running',
    title: 'ValueError: Pool not running',
    pattern: /ValueError: Pool not running/,
    happened:
      'A task was given to a pool that is closed or terminated: after its `close()`, or after the `with` block, which terminates it.',
    advice: 'Move the call into the `with` block, or in front of `close()`.',
    rules: [],
    startMethods: START_METHODS,
  },
  {
    id: 'executor-shut-down',
    title: 'RuntimeError: cannot schedule new futures after shutdown',
    pattern: /cannot schedule new futures after (?<when>(?:interpreter )?shutdown)/,
    happened:
      'A task was given to an executor after its {when}: behind the `with` block, after `shutdown()`, or, as by a thread, while the program ends.',
    advice: 'Move the call into the `with` block, and wait there for what submits tasks.',
    rules: [],
    startMethods: START_METHODS,
  },
  {
    id: 'foreign-process',
    title: 'AssertionError: can only join (test, start) a child process',
    pattern:
      /can only (?<verb>join|test|close|terminate) a child process|can only start a process object created by current process/,
    happened:
      'A Process was joined, asked or started in another process than the one that made it: a forked child has the objects of its parent, but the processes are not its children.',
    advice: 'Leave `join()` and `is_alive()` to the process that called `start()`.',
    rules: [],
    startMethods: START_METHODS,
  },
  {
    id: 'not-started',
    title: 'AssertionError: can only join a started process',
    pattern: /can only join a started process/,
    happened: '`join()` was called on a Process that was never started.',
    advice: 'Call `start()` first.',
    rules: [],
    startMethods: START_METHODS,
  },
  {
    id: 'started-twice',
    title: 'AssertionError: cannot start a process twice',
    pattern: /cannot start a process twice/,
    happened: 'A Process was started again. Each object is one process, and can be started once.',
    advice: 'Make a new Process for each start.',
    rules: [],
    startMethods: START_METHODS,
  },
  {
    id: 'init-not-called',
    title:
      "AttributeError: object has no attribute '_closed', '_popen', '_config': Process.__init__ was not called",
    pattern:
      /AttributeError: '(?<class>\w+)' object has no attribute '(?<attribute>_closed|_popen|_config|_parent_pid|_identity)'|Process\.__init__\(\) not called/,
    happened:
      'A subclass of Process has an `__init__` that does not call the one of Process, so the process lacks all that `start()` needs.',
    advice: 'Call `super().__init__()` first thing in it.',
    rules: [],
    startMethods: START_METHODS,
  },
  {
    id: 'args-do-not-fit',
    title: 'TypeError: takes … positional arguments but … were given: args=("text") is no tuple',
    pattern:
      /TypeError: (?<function>[\w.<>]+)\(\) (?:takes|missing|got)|TypeError: .*after \*+ must be an? (?:iterable|mapping)|TypeError: '\w+' object is not iterable/,
    when: ({ frames }) => /\/process\.py$/.test(frames.at(-1)?.file.replaceAll('\\', '/') ?? ''),
    happened:
      'The target of a Process was called with other arguments than it takes. `args=("text")` is no tuple but a string, whose letters become the arguments; `args=(5)` is a number.',
    advice: 'A tuple of one has a comma: `args=("text",)`.',
    rules: [],
    startMethods: START_METHODS,
  },
  {
    id: 'starmap-needed',
    title: 'TypeError: missing required positional argument, in mapstar: map() gives one argument',
    pattern: /TypeError: (?<function>[\w.<>]+)\(\) (?:takes|missing)/,
    when: ({ frames }) =>
      /pool\.py$|concurrent\/futures\/process\.py$/.test(
        frames.at(-1)?.file.replaceAll('\\', '/') ?? '',
      ),
    happened:
      'The worker `{function}` was called with other arguments than it takes: `map()` hands each item over as one argument, also where it is a tuple.',
    advice: 'Use `starmap()` for tuples of arguments, or `functools.partial` for fixed ones.',
    rules: [],
    startMethods: START_METHODS,
  },
  {
    id: 'too-many-files',
    alone: true,
    title: 'OSError: [Errno 24] Too many open files',
    pattern: /\[Errno 24\] Too many open files|\[Errno 24\] No file descriptors available/,
    within: /multiprocess(?:ing)?\/|concurrent\/futures\//,
    happened:
      'The process has too many open files. Each pool, process and queue holds some, and gives them back only when it is closed or joined.',
    advice:
      'Make one pool and use it again; close pools, join or close processes, read results as they come.',
    rules: ['MP301', 'MP304'],
    startMethods: START_METHODS,
  },
  {
    id: 'too-many-processes',
    title:
      'BlockingIOError: Resource temporarily unavailable, OSError: Cannot allocate memory, in os.fork()',
    pattern:
      /(?:BlockingIOError: \[Errno 11\]|OSError: \[Errno 12\]|\[Errno 35\] Resource temporarily)/,
    within: /popen_fork\.py:_launch$|util\.py:spawnv_passfds$/,
    happened:
      'The system starts no more processes: there are too many already, often of pools that were never closed, or there is no memory left.',
    advice: 'Make one pool and use it again; close pools and join processes.',
    rules: ['MP301', 'MP304'],
    startMethods: START_METHODS,
  },
  {
    id: 'unclosed-pool',
    title: 'ResourceWarning: unclosed running multiprocessing pool',
    pattern: /unclosed running multiprocessing pool/,
    happened: 'A pool was dropped without `close()`, and its workers ended with it.',
    advice:
      'Use `with Pool() as pool:` where all results are consumed in the block, else `close()` and `join()`.',
    rules: ['MP301'],
    startMethods: START_METHODS,
  },
  {
    id: 'leaked-semaphores',
    title: 'resource_tracker: There appear to be leaked semaphore objects to clean up at shutdown',
    pattern: /There appear to be (?<count>\d+) leaked semaphore(?: objects)?(?:s)? to clean up/,
    happened:
      'The program ended without giving back the semaphores of its pools, queues and locks. Mostly it was killed, or crashed; or a pool was never closed.',
    advice:
      'Look for what ended the program (a kill for want of memory leaves no other message), and close every pool.',
    rules: ['MP301'],
    startMethods: START_METHODS,
    follows: true,
  },
  {
    id: 'leaked-memory',
    title:
      'resource_tracker: There appear to be leaked shared_memory objects to clean up at shutdown',
    pattern: /There appear to be (?<count>\d+) leaked shared_memory objects to clean up/,
    happened:
      'A shared memory block was never unlinked by the program; the resource tracker did it at the end, also where another process still uses it.',
    advice:
      'Call `close()` in every process that opened it, and `unlink()` once, in the one that made it, in a `finally`.',
    rules: [],
    startMethods: START_METHODS,
  },
  {
    id: 'queue-empty',
    alone: true,
    title: 'queue.Empty from a multiprocessing queue',
    pattern: /^(?:_queue|queue)\.Empty|^Empty$/,
    within: /multiprocess(?:ing)?\/queues\.py:get/,
    happened:
      'The queue had nothing to give. What another process has put is on its way for a while, so `empty()`, `qsize()` and `get_nowait()` tell nothing of what is still to come.',
    advice:
      'Count what is expected, or have the producer put a last item that says that it is done; a `get(timeout=…)` needs its `except queue.Empty`.',
    rules: ['MP404', 'MP401'],
    startMethods: START_METHODS,
  },
  {
    id: 'manager-gone',
    title: 'FileNotFoundError, ConnectionRefusedError, BrokenPipeError in a proxy of a Manager',
    pattern:
      /^(?:FileNotFoundError|ConnectionRefusedError|ConnectionResetError|BrokenPipeError|EOFError)/,
    within: /managers\.py:(?:_callmethod|_connect|_incref|_decref)$/,
    happened:
      "A proxy was used after its manager's process had ended: the manager's `with` block was left, its variable was dropped, or the main program had come to its end, while a child still worked.",
    advice: 'Join the children before the manager ends.',
    rules: ['MP304'],
    startMethods: START_METHODS,
  },
  {
    id: 'long-socket-path',
    title: 'OSError: AF_UNIX path too long',
    pattern: /AF_UNIX path too long/,
    happened:
      'Managers and the fork server make a socket in the temporary folder, and its path has more than about a hundred characters there.',
    advice: 'Set `TMPDIR` to a shorter path.',
    rules: [],
    startMethods: START_METHODS,
  },
  {
    id: 'result-timeout',
    title: 'multiprocessing.context.TimeoutError',
    pattern: /^multiprocessing\.context\.TimeoutError/,
    happened:
      'The result of a pool did not come in time. Where it never comes, the worker died and its task with it, or the pool was terminated before.',
    advice: 'If a longer time does not help, look for the error of a worker in the log.',
    rules: [],
    startMethods: START_METHODS,
    follows: true,
  },
  {
    id: 'interrupted-in-queue',
    title: 'KeyboardInterrupt in Queue.get(): it waits for an item that nobody puts',
    pattern: INTERRUPTED,
    within: /multiprocess(?:ing)?\/queues\.py:get$/,
    where: 'parent',
    happened:
      'The program was interrupted while it waited for an item of a queue. If it would have waited for ever, all that put items had ended by then.',
    advice: 'Count what is expected, have the producer put a last item, or give `timeout=`.',
    rules: ['MP401', 'MP404'],
    startMethods: START_METHODS,
    follows: true,
  },
  {
    id: 'interrupted-in-map',
    title: 'KeyboardInterrupt in Pool.map(): it waits for workers that died',
    pattern: INTERRUPTED,
    within: /multiprocess(?:ing)?\/pool\.py:(?:map|starmap|apply)$/,
    where: 'parent',
    happened:
      'The program was interrupted while it waited for a pool. If it would have waited for ever, the workers had died, and their tasks with them: a pool replaces dead workers, but not what they were to do.',
    advice: 'Look for the error of a worker in the log.',
    rules: ['MP504', 'MP101', 'MP209'],
    startMethods: START_METHODS,
    follows: true,
  },
  {
    id: 'interrupted-in-pool',
    title: 'KeyboardInterrupt in AsyncResult.get() or in a loop over imap()',
    pattern: INTERRUPTED,
    within: /multiprocess(?:ing)?\/pool\.py:(?:get|wait|next)$/,
    where: 'parent',
    happened:
      'The program was interrupted while it waited for a result of a pool. If it would have waited for ever, the pool had been terminated before, as by the end of its `with` block, or the worker had died and its task with it.',
    advice:
      'Ask for the result inside the `with` block; look for the error of a worker in the log.',
    rules: ['MP302', 'MP504', 'MP209', 'MP101'],
    startMethods: START_METHODS,
    follows: true,
  },
  {
    id: 'interrupted-in-recv',
    title: 'KeyboardInterrupt in Connection.recv()',
    pattern: INTERRUPTED,
    within: /multiprocess(?:ing)?\/connection\.py:recv$/,
    notWithin: /multiprocess(?:ing)?\/(?:managers|pool|forkserver|queues)\.py:/,
    where: 'parent',
    happened:
      'The program was interrupted while it waited for something from a pipe. If it would have waited for ever, the other end was never written to again, and not closed either: the parent holds a copy of it.',
    advice:
      "Close the child's end in the parent after `start()`, so that `recv()` raises EOFError; or `poll(timeout)` first.",
    rules: ['MP401'],
    startMethods: START_METHODS,
    follows: true,
  },
  {
    id: 'interrupted-in-join',
    title: 'KeyboardInterrupt in Process.join()',
    pattern: INTERRUPTED,
    within: /multiprocess(?:ing)?\/process\.py:join$/,
    where: 'parent',
    happened:
      'The program was interrupted while it waited for a child to end. If it would have waited for ever, the child waits itself: for someone to read what it put into a queue, or for an item that never comes.',
    advice: 'Read everything from the queue before `join()`.',
    rules: ['MP403', 'MP401'],
    startMethods: START_METHODS,
    follows: true,
  },
];
