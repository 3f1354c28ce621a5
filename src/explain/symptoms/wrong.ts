import type { Symptom } from '../entry.ts';

/** Programs that end, but do the wrong thing, do it twice, or do it slowly. */
export const WRONG: readonly Symptom[] = [
  {
    id: 'changes-lost',
    title: 'a list, dict or counter is empty or unchanged in the parent',
    phrases: [
      'list|dict|dictionary|array|set|variable|counter|global|object|attribute|results empty|unchanged|not_updated|not_change|not_changed|not_modified|still_zero|zero|lost|not_filled|remain|stays|not_appended',
      'append|update|increment|modify|change lost|not_visible|not_seen|no_effect|not_shared',
      'global|variable not_shared|not_updated',
      'list|dict|counter|variable|results empty|unchanged|not_updated|zero parent|main|after|join',
    ],
    happened:
      'Each child has its own copy of all variables. What it changes in it the parent never sees.',
    causes: [
      { rule: 'MP505', because: 'workers change a global that the parent reads afterwards' },
      { rule: 'MP302', because: 'the `with Pool()` block ended before the results came' },
      {
        rule: 'MP502',
        because: 'a shared Value or Queue is a global, and each child has made its own',
      },
    ],
  },
  {
    id: 'stale-global',
    title: 'a global is None, empty or old in the worker',
    phrases: [
      'global|variable|config|setting|settings|value|argument|state|dict|list none|empty|old|stale|default|missing|not_set|undefined|not_defined worker|child|subprocess|process|processes|spawn',
      'worker|child none|stale|old_value|default_value',
      'global none',
      'worker|child not_see|does_not_see|doesnt_see|cant_see|not_inherit',
    ],
    happened:
      'The child of spawn or forkserver imports the main file again, without what stands under its main guard, and so has the values of the import. A forked child has those of its parent.',
    causes: [
      {
        rule: 'MP501',
        because: 'the global is set under the main guard, in `main()` or by a setter',
      },
      {
        rule: 'MP105',
        because:
          "the worker's module imports the program under its own name, and so has a second copy",
      },
      { rule: 'MP502', because: 'it is a Lock, Queue or Value, and each child has made its own' },
    ],
  },
  {
    id: 'own-primitive',
    title: 'a global queue, lock or Value is not shared',
    phrases: [
      'queue|lock|event|semaphore|value global|module not_shared|lost|empty|no_effect|not_work|not_respected|never_set',
      'lock does_not_work|not_respected|no_effect|ignored|not_exclusive',
      'event never_set|not_set',
      'queue empty parent|although|always|but',
      'each own queue|lock|value|event',
    ],
    happened:
      'A Queue, Lock, Event or Value at module level is made again by each child that imports the main file: parent and children each have their own.',
    causes: [
      { rule: 'MP502', because: 'it is made at module level and used as a global' },
      { rule: 'MP404', because: '`empty()` was asked while items were still on their way' },
    ],
  },
  {
    id: 'one-core',
    title: 'uses one core only',
    phrases: [
      'one|single|1 core|cpu|processor',
      'only_one core|cpu|process|worker',
      'not_parallel|not_in_parallel|sequential|sequentially|serial|serially|one_after_another|one_at_a_time|one_by_one',
      'no_speedup|not_faster|no_faster|same_time|same_speed',
    ],
    happened: 'The work is done by one process at a time, though several were started.',
    causes: [
      { rule: 'MP305', because: 'each process is joined before the next is started' },
      {
        rule: 'MP211',
        because:
          'the worker is called where it should be handed over: `target=work()` runs in the parent',
      },
      {
        rule: 'MP703',
        because: 'the pool is waited for inside `async def`, and all else stands still',
      },
      { rule: 'MP506', because: 'most of the time goes into pickling large arguments' },
    ],
  },
  {
    id: 'slower',
    title: 'slower than without processes',
    phrases: [
      'slow|slower|slowdown|overhead multiprocessing|pool|parallel|process|processes|serial|single|worker|workers|executor',
      'slower_than',
      'takes_longer parallel|pool|multiprocessing|processes',
    ],
    happened:
      'Every task and every result is pickled, sent and unpickled; where these are large or the tasks are tiny, that takes longer than the work.',
    causes: [
      { rule: 'MP506', because: 'large arrays or frames are pickled for every task' },
      { rule: 'MP305', because: 'each process is joined before the next is started' },
      { rule: 'MP701', because: 'there are more workers than the container has processors' },
    ],
  },
  {
    id: 'nothing-done',
    title: 'prints nothing, and the work is not done',
    phrases: [
      'prints_nothing|print_nothing|nothing_printed|nothing_is_printed|no_print|nothing_happens|does_nothing|did_nothing|nothing_runs',
      'worker|function|target|task|callback|process|pool|map|apply_async|submit never_called|not_called|never_run|never_runs|not_run|not_executed|never_executed|not_start|does_nothing|doesnt_run|does_not_run|nothing_happens|not_running',
      'apply_async|map_async|submit nothing|silent|silently|no_result|ignored',
      'silently worker|pool|process|child|task',
    ],
    happened:
      'An exception in a task is kept with its result, and one that ends a Process shows in its exit code only: who asks for neither hears nothing.',
    causes: [
      {
        rule: 'MP402',
        because:
          'nobody asks for the result of `apply_async`, `submit` or `executor.map`, nor for its exception',
      },
      { rule: 'MP302', because: 'the `with Pool()` block ends before the tasks have begun' },
      {
        rule: 'MP101',
        because:
          'a Process is started outside a main guard, and dies while it imports the main file',
      },
      { rule: 'MP211', because: '`target=work()` gives the process None to run' },
      { rule: 'MP504', because: "the child can't find its target, and ends with exit code 1" },
    ],
  },
  {
    id: 'swallowed',
    title: 'exceptions of workers are not shown',
    phrases: [
      'exception|error|traceback|errors|exceptions swallowed|not_shown|lost|hidden|ignored|disappear|missing|not_raised|silent|silently|not_propagated',
      'no_error|no_exception|no_traceback worker|pool|child|process|apply_async|submit',
    ],
    happened:
      'An exception in a task waits in its result. Where nobody asks for the result, nobody hears of it.',
    causes: [
      { rule: 'MP402', because: 'nobody asks for the result, and there is no `error_callback`' },
      { rule: 'MP302', because: 'the `with Pool()` block ended before' },
      { rule: 'MP304', because: 'nobody joins the process and looks at its exit code' },
    ],
  },
  {
    id: 'logs-missing',
    title: "workers' log messages are missing",
    phrases: [
      'log|logs|logging|logger|handler missing|not_shown|lost|nothing|no_format|disappear|not_appear|not_working|not_configured worker|workers|child|children|process|processes|pool|spawn',
      'worker|workers|child no_log|not_log|dont_log|no_logging',
    ],
    happened:
      'A child that is not forked has no handlers, levels or formats that the parent set up under its main guard.',
    causes: [
      { rule: 'MP503', because: 'the logging is set up under the main guard or in `main()`' },
    ],
  },
  {
    id: 'results-missing',
    title: 'some results are missing',
    phrases: [
      'some results|result|items|tasks|rows|files|values|messages missing|lost|incomplete|fewer|skipped|dropped',
      'results|result missing|lost|incomplete|dropped',
      'items|messages|queue lost|missing|dropped',
    ],
    happened:
      'Tasks that are under way when a `with Pool()` block ends are cut off, and a queue that says it is empty may only be slow.',
    causes: [
      { rule: 'MP302', because: 'the `with Pool()` block ends before the results are consumed' },
      { rule: 'MP404', because: '`empty()` is taken for the end of the work' },
      { rule: 'MP402', because: 'the missing ones failed, and nobody asked' },
    ],
  },
  {
    id: 'runs-again',
    title: 'the program runs again in each child; output is repeated',
    phrases: [
      'code|script|main|program|module|file|header|import|print|output|everything runs_again|run_again|runs_twice|twice|several_times|multiple_times|repeated|repeat|duplicated|many_times|re_executed|executed_again|reimported|printed_again|each_process|every_process|each_worker',
      'prints|printed|output|runs|executed|loads twice|repeatedly|multiple_times|several_times|many_times',
      'model|data loaded|load each|every|again|twice|multiple_times worker|process|child',
    ],
    happened:
      'The child of spawn or forkserver imports the main file again, and runs all that stands outside its main guard.',
    causes: [
      { rule: 'MP507', because: 'what should happen once stands outside the main guard' },
      { rule: 'MP101', because: 'there is no main guard' },
    ],
  },
  {
    id: 'endless-processes',
    title: 'processes, windows or copies of the program start without end',
    phrases: [
      'fork_bomb',
      'endless|endlessly|infinite|infinitely|thousands|hundreds|without_end process|processes|window|windows|spawn|children|copies|instances|loop',
      'exe|pyinstaller|frozen|executable|app opens|open|restarts|starts|launches again|many|multiple|infinite|endless|windows|itself|repeatedly',
      'pyinstaller|cx_freeze|nuitka|py2exe multiprocessing|pool|process',
    ],
    happened:
      'Each child runs the main file from its beginning. In a frozen program that is the program itself, which starts children again.',
    causes: [
      { rule: 'MP102', because: 'a frozen program does not call `freeze_support()` first' },
      { rule: 'MP101', because: 'processes are started outside a main guard' },
      { rule: 'MP301', because: 'a pool is made again and again, and never closed' },
    ],
  },
  {
    id: 'memory',
    title: 'memory or open files grow',
    phrases: [
      'memory|ram grows|grow|growing|leak|leaks|increases|explodes|usage|consumption|out_of|too_much process|processes|pool|worker|workers|multiprocessing|children',
      'memory leak',
      'oom killed worker|pool|process',
      'file_descriptor|descriptors|open_files|handles leak|grow|increase|too_many',
    ],
    happened:
      'Pools and processes that are never closed keep their memory and their files, and each child that is not forked has a copy of what it is given.',
    causes: [
      { rule: 'MP301', because: 'pools are made and never closed' },
      { rule: 'MP304', because: 'processes are never joined' },
      { rule: 'MP506', because: 'large arguments are copied for each task' },
    ],
  },
  {
    id: 'works-on-linux-only',
    title: 'works on Linux, not on Windows, macOS or 3.14',
    phrases: [
      'works|work|fine|ok linux|fork windows|macos|mac|osx|spawn',
      'windows|macos|mac|spawn|forkserver fails|fail|broken|breaks|not_work|doesnt_work|crashes',
      'python 3.14|314 broke|breaks|fails|stopped|upgrade|upgrading|no_longer|changed|different',
      'since|after|with 3.14|314',
    ],
    happened:
      'Linux forked its children up to Python 3.13. Windows and macOS spawn them, and from 3.14 Linux has a fork server: such children inherit nothing, import the main file again, and get their target and arguments pickled. `mpfix impact` lists all that this breaks in a project.',
    causes: [
      { rule: 'MP101', because: 'processes are started outside a main guard' },
      { rule: 'MP501', because: 'workers read a global that only the parent sets' },
      { rule: 'MP504', because: 'what workers need is defined under the guard' },
      { rule: 'MP202', because: 'a target is a nested function' },
      { rule: 'MP201', because: 'a target is a lambda' },
      { rule: 'MP502', because: 'a lock or queue is a global' },
    ],
  },
  {
    id: 'event-loop',
    title: 'an async program stands still while a pool works',
    phrases: [
      'event_loop|asyncio|async|fastapi|aiohttp|server|websocket|coroutine blocked|blocks|block|freezes|unresponsive|stands_still|stops_responding|not_responding|hang|hangs|stuck pool|process|processes|executor|multiprocessing|worker|workers',
      'event_loop blocked|blocks|block',
    ],
    happened:
      "A pool's `map`, `get` and `join` wait in the thread that calls them: in `async def` that is the one of the event loop.",
    causes: [
      { rule: 'MP703', because: 'a blocking call of a pool stands in `async def`' },
      { rule: 'MP604', because: 'processes are forked while the loop has threads' },
    ],
  },
  {
    id: 'container',
    title: 'too many workers in a container',
    phrases: [
      'cpu_count|cpu_limit|quota|throttled|throttling container|docker|kubernetes|k8s|pod|wrong|pool|too_many|host',
      'too_many workers|processes container|docker|kubernetes|pod|k8s',
      'container|docker|kubernetes|pod ignores|ignored limit|quota|cpu',
    ],
    happened:
      '`cpu_count()` counts the processors of the host, whatever a container may use of them.',
    causes: [{ rule: 'MP701', because: '`cpu_count()` is the size of the pool' }],
  },
  {
    id: 'serverless',
    title: 'multiprocessing fails in AWS Lambda',
    phrases: [
      'aws_lambda|lambda_function|lambda_handler|serverless|cloud_function pool|queue|multiprocessing|process|executor|semaphore',
    ],
    happened:
      'AWS Lambda has no `/dev/shm`, and without it there are no semaphores: no Pool, Queue, Lock or ProcessPoolExecutor.',
    causes: [
      {
        rule: 'MP702',
        because: 'a Pool, Queue or ProcessPoolExecutor is reached from the handler',
      },
    ],
  },
  {
    id: 'second-main',
    title: 'isinstance() is false in a worker for an object of the same class',
    phrases: [
      'isinstance false worker|child|process|class|pool|same',
      'two|second copy|copies|version main|module|class',
    ],
    happened:
      "A worker's module imports the program under its own name, and so has all its classes and globals a second time.",
    causes: [
      { rule: 'MP105', because: 'a module whose code runs in children imports the program' },
    ],
  },
  {
    id: 'not-picklable',
    title: 'an object is not picklable',
    phrases: [
      'not_picklable|not_pickleable|not_pickable|cant_pickle|cannot_pickle|cant_be_pickled|cannot_be_pickled|unpicklable|pickling_error|picklingerror|pickle_error|pickling_fails',
    ],
    happened:
      'What goes to a child is pickled: what a pool or executor is given always, the target and arguments of a Process under spawn and forkserver.',
    causes: [
      { rule: 'MP202', because: 'the worker is a function inside another' },
      { rule: 'MP201', because: 'the worker is a lambda' },
      {
        rule: 'MP204',
        because: 'an argument is a file, a socket, a connection, a generator or a lock of a thread',
      },
      { rule: 'MP205', because: "an attribute of the worker's instance is" },
      { rule: 'MP203', because: 'it is of a class that is defined in a function' },
    ],
  },
  {
    id: 'windows-cores',
    title: 'fails on Windows with more than 60 cores',
    phrases: ['windows 60|61|62|63|64|80|96|128|many core|processor|cpu|worker|handle'],
    happened: 'Windows can wait for 63 processes at most, so a pool there can have 61 workers.',
    causes: [{ rule: 'MP704', because: 'the pool has as many workers as the machine has cores' }],
  },
];
