import { START_METHODS } from '../../processes/start-method.ts';
import type { Entry } from '../entry.ts';
import type { Failure } from '../tracebacks.ts';
import { isUsersFrame } from '../tracebacks.ts';

const NOT_FORKED = ['spawn', 'forkserver'] as const;

const BOOTSTRAP =
  /An attempt has been made to start a new process before|you are not using fork to start your\s+child processes/;
const IMPORTS_MAIN = /spawn\.py:(?:_fixup_main_from_\w+|prepare|import_main_path)$/;

/** Whether processes were started at the top of a module that the main file imports, rather than of the main file. */
function isImportedModule({ frames }: Failure): boolean {
  const own = frames.filter((frame) => isUsersFrame(frame) && frame.name === '<module>');
  return own.length > 1 && own[0]?.file !== own.at(-1)?.file;
}

/** How children begin: what stops them before they can work, and what that looks like in the parent. */
export const STARTING: readonly Entry[] = [
  {
    id: 'bootstrap-imported',
    title:
      'An attempt has been made to start a new process before the current process has finished its bootstrapping phase: in an imported module',
    pattern: BOOTSTRAP,
    when: isImportedModule,
    happened:
      'The child imports the main file again, and with it a module that starts processes when it is imported. A child that is still being imported must not start any, so it stops. A Pool starts new ones in its place without end, an executor breaks, and a Process silently does no work.',
    advice:
      'Start the processes in a function of that module, which the program calls under its main guard; a guard in the module itself would only make them vanish.',
    rules: ['MP104', 'MP101'],
    startMethods: NOT_FORKED,
  },
  {
    id: 'bootstrap',
    title:
      'An attempt has been made to start a new process before the current process has finished its bootstrapping phase',
    pattern: BOOTSTRAP,
    happened:
      'The child imports the main file again, and that starts processes at module level once more. A child that is still being imported must not start any, so it stops. A Pool starts new ones in its place without end, an executor breaks, and a Process silently does no work.',
    advice:
      'Put what starts processes under `if __name__ == "__main__":`. Only a program that is frozen to an executable needs `freeze_support()`, whatever the message says.',
    rules: ['MP101', 'MP104'],
    startMethods: NOT_FORKED,
  },
  {
    id: 'context-in-child',
    title: 'context has already been set, in a child that imports the main file',
    pattern: /context has already been set/,
    within: IMPORTS_MAIN,
    happened:
      'The child imports the main file again, and with it `set_start_method()` at module level. In the child the start method is fixed already, so it stops.',
    advice: 'Call it under the main guard.',
    rules: ['MP601'],
    startMethods: NOT_FORKED,
  },
  {
    id: 'context-twice',
    title: 'RuntimeError: context has already been set',
    pattern: /context has already been set/,
    happened:
      '`set_start_method()` came after the start method was fixed: by an earlier call, also in a library, or by the first lock, queue, pool or process, or a call of `get_start_method()`.',
    advice:
      'Call it once, first thing under the main guard, or leave the global setting alone and take a context: `get_context("spawn").Pool()`.',
    rules: ['MP602', 'MP601'],
    startMethods: START_METHODS,
  },
  {
    id: 'no-fork',
    title: "ValueError: cannot find context for 'fork'",
    pattern: /cannot find context for '(?<method>fork|forkserver)'/,
    happened:
      'The program asks for the start method `{method}`, which this system does not have: Windows has spawn only.',
    advice: 'Ask `multiprocessing.get_all_start_methods()` first, or leave the choice to Python.',
    rules: ['MP603'],
    startMethods: ['fork'],
  },
  {
    id: 'mixed-contexts',
    title: 'A SemLock created in a fork context is being shared with a process in a spawn context',
    pattern:
      /A (?<kind>\w+) created in a (?<from>\w+) context is being shared with a process in a (?<to>\w+) context/,
    happened:
      'A lock, queue or event was made with the start method {from} and handed to a process of the start method {to}: most often made by `multiprocessing.Queue()`, while the process comes from a context.',
    advice:
      'Make both from one context: `context = get_context("{to}")`, `context.Queue()`, `context.Process(…)`.',
    rules: [],
    startMethods: NOT_FORKED,
  },
  {
    id: 'semaphore-gone',
    title: 'FileNotFoundError in SemLock._rebuild',
    pattern: /FileNotFoundError: \[Errno 2\]|OSError: \[WinError 6\]/,
    within: /synchronize\.py:__setstate__$/,
    happened:
      'The child was given a lock, queue or event that no longer exists: the parent dropped it, or ended, before the child had started; or it was made for forked children, by another start method than the process.',
    advice:
      'Keep it in a variable that lives until the child is joined, and make it from the same context as the process.',
    rules: [],
    startMethods: NOT_FORKED,
  },
  {
    id: 'daemonic',
    title: 'AssertionError: daemonic processes are not allowed to have children',
    pattern: /daemonic processes are not allowed to have children/,
    happened:
      'A worker started processes of its own. The workers of a Pool are daemonic, as is a Process with `daemon=True`, and those must not have children.',
    advice:
      'Have one pool at the top that is given all tasks; or a `ProcessPoolExecutor` outside, whose workers are not daemonic.',
    rules: ['MP704'],
    startMethods: START_METHODS,
  },
  {
    id: 'windows-limit',
    title: 'ValueError: max_workers must be <= 61; need at most 63 handles',
    pattern: /max_workers must be <= 61|need at most 63 handles/,
    happened:
      'Windows can wait for 63 processes at most, so a pool there can have 61 workers, however many processors there are.',
    advice: 'Take `min(61, …)` there.',
    rules: ['MP704'],
    startMethods: ['spawn'],
  },
  {
    id: 'no-spec',
    title: "AttributeError: module '__main__' has no attribute '__spec__'",
    pattern: /module '__main__' has no attribute '__spec__'/,
    happened:
      "The program runs inside pdb, Spyder or IPython, which replace the main module by one that a new child can't be told how to import.",
    advice:
      'Run the file by itself, or put `__spec__ = None` in front of the main guard while you debug.',
    rules: [],
    startMethods: NOT_FORKED,
  },
  {
    id: 'fork-with-threads',
    title:
      'DeprecationWarning: This process is multi-threaded, use of fork() may lead to deadlocks in the child',
    pattern: /multi-threaded, use of (?<call>fork|forkpty)\(\) may lead to deadlocks in the child/,
    happened:
      'The parent was forked while another of its threads ran. A lock that such a thread holds is copied as held, nobody in the child releases it, and the child may wait for ever, once in a thousand starts.',
    advice: 'Start the processes before the threads, or with the start method spawn or forkserver.',
    rules: ['MP604'],
    startMethods: ['fork'],
  },
  {
    id: 'cuda',
    title: 'Cannot re-initialize CUDA in forked subprocess',
    pattern: /Cannot re-initialize CUDA in forked subprocess/,
    happened:
      "The parent used CUDA and then forked. CUDA's state does not survive that, so the child can't use it.",
    advice:
      'Start the processes with spawn: `get_context("spawn")`, or `set_start_method("spawn")` under the main guard.',
    rules: ['MP605'],
    startMethods: ['fork', 'forkserver'],
  },
  {
    id: 'import-effect',
    title:
      'FileExistsError, Address already in use, EOF when reading a line: in a child that imports the main file',
    pattern:
      /^(?<error>(?:FileExistsError|FileNotFoundError|PermissionError|ConnectionRefusedError|OSError|EOFError|TimeoutError|BlockingIOError)\b.*)/,
    within: IMPORTS_MAIN,
    where: 'child',
    when: ({ frames }) => {
      const last = frames.at(-1);
      return last !== undefined && !/spawn\.py$/.test(last.file);
    },
    happened:
      'The child imports the main file again, and what stands there outside the main guard happens once more. Here it can happen once only, so the child died of it before it could work.',
    advice: 'Put it under `if __name__ == "__main__":`, with what builds on it.',
    rules: ['MP507'],
    startMethods: NOT_FORKED,
  },
  {
    id: 'main-not-importable',
    title: 'ModuleNotFoundError, or another exception, in a child that imports the main file',
    pattern: /^(?<error>\w*Error\b.*)/,
    within: IMPORTS_MAIN,
    where: 'child',
    when: ({ frames, type }) =>
      type !== 'KeyboardInterrupt' &&
      frames.length > 0 &&
      !/spawn\.py$/.test(frames.at(-1)?.file ?? ''),
    happened:
      'The child imports the main file again, and died of an exception there: what the file does outside its main guard does not work in a new interpreter.',
    advice:
      'What is to happen once, or builds on what only the parent has, belongs under the main guard. A module that is not found is in a folder that only the parent put on `sys.path` under its guard.',
    rules: ['MP507', 'MP504'],
    startMethods: NOT_FORKED,
  },
  {
    id: 'fork-server-died',
    title: 'ConnectionResetError or EOFError in connect_to_new_process',
    pattern: /^(?:ConnectionResetError|ConnectionRefusedError|BrokenPipeError|EOFError)/,
    within:
      /forkserver\.py:(?:connect_to_new_process|ensure_running)$|popen_forkserver\.py:_launch$/,
    happened:
      'The fork server died before it could start the child. From Python 3.14 it imports the main file once, so what fails there ends it: processes that are started outside the main guard, or something that can happen once only.',
    advice:
      'Look for an exception further up in the log; put what starts processes under the main guard.',
    rules: ['MP101', 'MP507', 'MP104'],
    startMethods: ['forkserver'],
    follows: true,
  },
  {
    id: 'manager-died',
    title: 'EOFError while a Manager starts',
    pattern: /^(?:EOFError|ConnectionResetError|BrokenPipeError)/,
    within: /managers\.py:start$/,
    happened:
      "The manager's process died before it could serve, most often because it imports the main file again, which makes a Manager at module level.",
    advice: 'Put what starts processes, `Manager()` among it, under the main guard.',
    rules: ['MP101', 'MP104'],
    startMethods: NOT_FORKED,
    follows: true,
  },
  {
    id: 'broken-pipe',
    title: 'BrokenPipeError while a process is started',
    pattern: /^(?:BrokenPipeError|OSError: \[Errno 22\])/,
    within: /popen_spawn_\w+\.py:(?:__init__|_launch)$|reduction\.py:dump$/,
    happened:
      'The child died before it had read its target and arguments, most often while it imported the main file: its own error is the one that counts.',
    advice: 'Look for the error of the child; put what starts processes under the main guard.',
    rules: ['MP101', 'MP504', 'MP507'],
    startMethods: NOT_FORKED,
    follows: true,
  },
  {
    id: 'killed',
    title: 'terminated abruptly with exit code -9: a worker was killed',
    pattern:
      /[Pp]rocess \d+ terminated abruptly with exit code -(?<signal>\d+)|DataLoader worker \(pid \d+\) is killed by signal: (?<other>[\w ]+)/,
    happened:
      'A worker was ended by a signal ({signal}). 9 is a kill, mostly by the system for want of memory; 11 a crash in compiled code.',
    advice:
      'Look for the kill (`dmesg | grep -i oom`), and give fewer workers less to hold at a time.',
    rules: [],
    startMethods: START_METHODS,
  },
  {
    id: 'broken-pool',
    title: 'BrokenProcessPool: A process in the process pool was terminated abruptly',
    pattern:
      /BrokenProcessPool\b|A (?:child )?process in the process pool was terminated abruptly|A child process terminated abruptly, the process pool is not usable anymore|DataLoader worker \(pid\(s\) [\d, ]+\) exited unexpectedly/,
    happened:
      "A worker died without a word to the parent: it could not import the main file or find its function, its initializer failed, what it returned can't be read in the parent, or it was killed, as by the system when memory is short.",
    advice:
      'Look for an exception of the child further up in the log. If there is none, look for a kill: `dmesg | grep -i oom`.',
    rules: ['MP101', 'MP504', 'MP507', 'MP209'],
    startMethods: START_METHODS,
    follows: true,
  },
  {
    id: 'initializer-failed',
    title: 'Exception in initializer',
    pattern: /Exception in initializer:/,
    happened:
      "The executor's `initializer` raised an exception in a worker, and so the executor breaks. The traceback that follows in the log says which.",
    advice:
      'Put right what the traceback shows; an initializer gets its arguments from `initargs`.',
    rules: [],
    startMethods: START_METHODS,
  },
];
