import { START_METHODS } from '../../processes/start-method.ts';
import type { Entry } from '../entry.ts';

const NOT_FORKED = ['spawn', 'forkserver'] as const;

const HOW_FUNCTIONS_TRAVEL =
  'A function travels to a child as its module and its name, and the child looks the name up.';
const WHEN_PICKLED =
  'The methods of Pool and of ProcessPoolExecutor pickle under every start method, Process under spawn and forkserver only.';

const UNPICKLABLE = String.raw`(?:cannot|can't) (?:pickle|serialize) '?(?<what>[\w.]+)'? (?:objects?|instances?)`;

/** What can't travel to a child, or can't be found there. */
export const PICKLING: readonly Entry[] = [
  {
    id: 'result-unpicklable',
    title: "MaybeEncodingError: what a worker returns can't be pickled",
    pattern: /Error sending result: /,
    happened:
      "The worker did its work, but what it returned, or the exception that it raised, can't be pickled, so it never reached the parent. The message ends with the reason.",
    advice:
      'Return something that can be pickled: a list in place of a generator, the data in place of the object that holds a connection, a file or a lock.',
    rules: [],
    startMethods: START_METHODS,
  },
  {
    id: 'executor-result-unpicklable',
    title: 'cannot pickle what a worker of ProcessPoolExecutor returns',
    pattern: new RegExp(`${UNPICKLABLE}|Can't (?:pickle|get) (?<thing>local object .*|<.*)`),
    within: /process\.py:_sendback_result$/,
    happened:
      "The worker did its work, but what it returned can't be pickled, so it never reached the parent.",
    advice:
      'Return something that can be pickled: a list in place of a generator, the data in place of the object that holds a connection, a file or a lock.',
    rules: [],
    startMethods: START_METHODS,
  },
  {
    id: 'pool-in-instance',
    title: 'pool objects cannot be passed between processes or pickled',
    pattern: /pool objects cannot be passed between processes or pickled/,
    happened:
      "What was handed to a child holds a pool, most often an instance with `self.pool = Pool()` whose bound method is the worker. A bound method takes its whole instance along, and a pool can't be pickled.",
    advice: 'Make the worker a function of the module, or leave the pool out in `__getstate__`.',
    rules: ['MP205'],
    startMethods: START_METHODS,
  },
  {
    id: 'process-in-instance',
    title: 'Pickling an AuthenticationString object is disallowed for security reasons',
    pattern: /Pickling an AuthenticationString object is\s+disallowed/,
    happened:
      "What was handed to a child holds a Process object, most often an instance that keeps its processes in an attribute and whose bound method is the target. A Process can't be pickled.",
    advice:
      'Make the target a function of the module, or leave the processes out in `__getstate__`.',
    rules: ['MP205'],
    startMethods: NOT_FORKED,
  },
  {
    id: 'primitive-as-task',
    title:
      'Lock, Queue, Value … objects should only be shared between processes through inheritance',
    pattern: /(?<kind>\w+) objects should only be shared between processes through inheritance/,
    happened:
      'A {kind} of multiprocessing was pickled as part of a task, or put into a queue. It can be given to a child only while the child is started.',
    advice:
      'Hand it over when the workers start, as `Pool(initializer=…, initargs=(…,))` or `Process(args=…)`, or use the one of a `Manager()`, which can be pickled.',
    rules: ['MP207', 'MP205'],
    startMethods: START_METHODS,
  },
  {
    id: 'attribute-unpicklable',
    title: 'cannot pickle an attribute of an instance (3.14: when serializing … state)',
    pattern:
      /(?:cannot pickle|can't pickle|Can't (?:pickle|get))[^\n]*\n(?:when serializing [^\n]*\n)*?when serializing dict item '(?!_target'|_args'|_kwargs')(?<attribute>\w+)'\n(?:when serializing [^\n]*\n)*?when serializing (?!multiprocessing\.|concurrent\.)(?<owner>[\w.]+) (?:state|object)/,
    happened:
      "An instance of `{owner}` was to travel to a child, and its attribute `{attribute}` can't be pickled. A bound method takes its whole instance along.",
    advice:
      'Make the worker a function of the module, or leave `{attribute}` out in `__getstate__`.',
    rules: ['MP205'],
    startMethods: START_METHODS,
  },
  {
    id: 'attribute-lambda',
    title: "Can't pickle local object 'Class.__init__.<locals>.…'",
    pattern:
      /Can't (?:pickle|get) local object (?:<function )?'?(?<owner>[A-Z]\w*)\.__init__\.<locals>\.(?<name>[\w<>]+)/,
    happened:
      'An instance of `{owner}` was to travel to a child, and holds `{name}`, a function that its `__init__` makes. Such a function has no name that the child could look up. A bound method takes its whole instance along.',
    advice: 'Make it a method or a function of the module.',
    rules: ['MP205'],
    startMethods: START_METHODS,
  },
  {
    id: 'lambda',
    title: "Can't pickle <lambda>: local object, attribute lookup <lambda> on __main__ failed",
    pattern:
      /Can't (?:pickle|get) local object (?:<function )?'?[\w.<>]*<locals>\.<lambda>|Can't pickle <function <lambda> at|attribute lookup <lambda> on|not found as [\w.]+\.<lambda>/,
    happened: `A lambda was to travel to a child. ${HOW_FUNCTIONS_TRAVEL} A lambda has none, even one that is bound to a name of the module. ${WHEN_PICKLED}`,
    advice:
      'Make it a function at module level, with `functools.partial` for what it takes from around it.',
    rules: ['MP201'],
    startMethods: START_METHODS,
  },
  {
    id: 'local-class',
    title: "Can't pickle local object: a class that is defined in a function",
    pattern:
      /Can't (?:pickle|get) local object (?:<class )?'(?<owner>\S+?)\.<locals>\.(?<name>[A-Z]\w*)|Can't pickle <class '[\w.]+<locals>\.(?<other>\w+)/,
    happened:
      "An instance, a method or the class itself of a class that is defined inside `{owner}` was to travel to a child. The child looks classes up by name in their module, and one inside a function can't be found there.",
    advice: 'Define the class at module level.',
    rules: ['MP203', 'MP202'],
    startMethods: START_METHODS,
  },
  {
    id: 'class-not-found',
    title: "Can't pickle <class …>: attribute lookup failed, it's not found as",
    pattern:
      /Can't pickle <class '(?<path>[\w.]+)'>: (?:attribute lookup \S+ on \S+ failed|it's not found as|import of module)/,
    happened:
      'An instance of `{path}` was to travel to a child, but its module has no class of that name: it was made in a function, as by `namedtuple()` or `type()`, or is bound to another name.',
    advice: 'Make the class at module level, bound to the name that it calls itself.',
    rules: ['MP203'],
    startMethods: START_METHODS,
  },
  {
    id: 'undecorated',
    title: "Can't pickle local object 'decorator.<locals>.wrapper'",
    pattern:
      /Can't (?:pickle|get) local object (?:<function )?'?(?<owner>[\w.<>]+?)\.<locals>\.(?<name>_*(?:wrap\w*|inner\w*|decorat\w*|new_func\w*|\w*_wrapper))\b/,
    happened: `The worker is \`{name}\`, which the decorator \`{owner}\` puts in place of a function. ${HOW_FUNCTIONS_TRAVEL} Without \`functools.wraps\` the inner function keeps its own name, which can't be found. ${WHEN_PICKLED}`,
    advice:
      'If `{owner}` is a decorator of yours, put `@functools.wraps(function)` on `{name}`; if it is no decorator, move `{name}` to module level.',
    rules: ['MP206', 'MP202'],
    startMethods: START_METHODS,
  },
  {
    id: 'nested',
    title: "Can't pickle (or get) local object: a function that is defined in a function",
    pattern:
      /Can't (?:pickle|get) local object (?:<(?:function|class) )?'?(?<owner>[\w.<>]+?)\.<locals>\.(?<name>[\w.]+)/,
    happened: `\`{name}\`, which is defined inside \`{owner}\`, was to travel to a child. ${HOW_FUNCTIONS_TRAVEL} One inside a function can't be found. ${WHEN_PICKLED}`,
    advice: 'Move `{name}` to module level; what it takes from `{owner}` becomes parameters.',
    rules: ['MP202', 'MP203'],
    startMethods: START_METHODS,
  },
  {
    id: 'not-the-same',
    title: "Can't pickle <function …>: it's not the same object as",
    pattern:
      /Can't pickle <(?:function|class) [^>]*>+: it's not the same object as (?<path>[\w.]+)/,
    happened:
      'What was to travel to a child calls itself `{path}`, and under that name the module has something else by now: a Process bound to the name of its target, a second definition, a decorator, or a module that was loaded again.',
    advice: 'Give the two different names.',
    rules: ['MP210', 'MP206'],
    startMethods: START_METHODS,
  },
  {
    id: 'function-not-found',
    title: "Can't pickle <function …>: attribute lookup failed, it's not found as",
    pattern:
      /Can't pickle <function (?<name>[\w.]+) at [^>]*>: (?:attribute lookup \S+ on (?<module>\S+) failed|it's not found as|import of module)/,
    happened: `\`{name}\` was to travel to a child. ${HOW_FUNCTIONS_TRAVEL} Its module has nothing of that name: it was made in another function, renamed or deleted.`,
    advice: 'Define it at module level under the name that it calls itself.',
    rules: ['MP202', 'MP206'],
    startMethods: START_METHODS,
  },
  {
    id: 'lock-unpicklable',
    title: "cannot pickle '_thread.lock' object",
    pattern:
      /(?:cannot|can't) (?:pickle|serialize) '?(?<what>_thread\.(?:lock|RLock|_local)|_queue\.SimpleQueue|weakref(?:\.ReferenceType)?)'? (?:objects?|instances?)(?!\n(?:when serializing (?:tuple|list) item \d+\n?)+$)/,
    happened:
      "A `{what}` was to travel to a child, and can't be pickled. It is seldom handed over by itself: it is in an attribute of an instance whose bound method is the worker, or inside a Thread, a queue.Queue, a logger's handler, a client or a session.",
    advice:
      'Hand over plain data and make the object in the child, or leave it out in `__getstate__`. A lock that processes share is `multiprocessing.Lock()`.',
    rules: ['MP205', 'MP204'],
    startMethods: START_METHODS,
  },
  {
    id: 'generator-unpicklable',
    title: "cannot pickle 'generator' object",
    pattern:
      /(?:cannot|can't) (?:pickle|serialize) '?(?<what>(?:async_)?generator)'? (?:objects?|instances?)/,
    happened: "A generator was to travel to a child. It can't be pickled.",
    advice: 'Hand over a list, or what the generator is made from.',
    rules: ['MP204'],
    startMethods: START_METHODS,
  },
  {
    id: 'unpicklable',
    title: "cannot pickle '…' object: files, sockets, connections, modules",
    pattern: new RegExp(
      `${UNPICKLABLE}|(?<other>ctypes objects containing pointers) cannot be pickled|no default __reduce__ due to non-trivial __cinit__`,
    ),
    happened:
      "A `{what}` was to travel to a child, as an argument, in a container or in an attribute of an instance, and can't be pickled.",
    advice:
      'Hand over what it is made from (a path, an address, plain data) and make it in the child.',
    rules: ['MP204', 'MP205'],
    startMethods: START_METHODS,
  },
  {
    id: 'exception-not-rebuilt',
    alone: true,
    title: '__init__() missing required positional argument, in _handle_results: the pool hangs',
    pattern:
      /TypeError: (?:(?<class>[\w.]+)\.)?__init__\(\) (?:missing \d+ required|takes|got an unexpected)/,
    within:
      /pool\.py:_handle_results$|connection\.py:recv$|process\.py:(?:wait_result_broken_or_wakeup|_queue_management_worker)$/,
    happened:
      "A worker raised an exception whose class can't be rebuilt in the parent: its `__init__` takes other arguments than it hands to `super().__init__`. A pool's thread for results dies of it, and whoever waits for the pool waits for ever; an executor breaks.",
    advice: 'Hand all arguments to `super().__init__`, or define `__reduce__`.',
    rules: ['MP209'],
    startMethods: START_METHODS,
  },
  {
    id: 'result-handler-died',
    title: 'an exception in _handle_results: the pool hangs',
    pattern: /^(?:[\w.]+\.)?(?<error>\w*(?:Error|Exception))\b/,
    within: /multiprocess(?:ing)?\/pool\.py:_handle_results$/,
    happened:
      'What a worker sent, mostly an exception that it raised, could not be made again in the parent: `{error}`. The thread of the pool that takes the results died of it, and whoever waits for the pool waits for ever.',
    advice:
      'Let the `__init__` of the exception take what `super().__init__` was given, or define `__reduce__`; or catch it in the worker and raise a built-in one.',
    rules: ['MP209'],
    startMethods: START_METHODS,
  },
  {
    id: 'none-called',
    alone: true,
    title: "'NoneType' object is not callable, in a worker",
    pattern: /TypeError: 'NoneType' object is not callable/,
    within:
      /pool\.py:(?:worker|mapstar|starmapstar)$|process\.py:(?:_process_worker|_process_chunk)$/,
    happened:
      'The pool was given None to call: the worker is called where it should be handed over, as in `apply_async(work())`. It ran in the parent, and what it returned was sent.',
    advice: 'Hand over the function itself: `apply_async(work)`, with its arguments beside it.',
    rules: ['MP211'],
    startMethods: START_METHODS,
  },
  {
    id: 'interactive',
    title: "Can't get attribute … on <module '__main__' (built-in)>: notebooks and the prompt",
    pattern:
      /Can't get attribute '(?<name>[\w.]+)' on <module '__(?:mp_)?main__' \((?:built-in|<class|namespace)/,
    happened:
      "The child looked for `{name}` in a main module that is no file: it is defined in a notebook or at the prompt, which a child can't import.",
    advice: 'Put the worker, and what it needs, into a module beside the notebook, and import it.',
    rules: ['MP208'],
    startMethods: START_METHODS,
  },
  {
    id: 'interactive-file',
    title: "No such file or directory: '<stdin>'",
    pattern: /(?:FileNotFoundError|OSError): .*[/\\]<(?:stdin|input|ipython-input[^>]*)>'/,
    happened:
      'The program came from standard input or from the prompt, so there is no main file that the child could import.',
    advice: 'Save the program as a file, or put the workers into a module that it imports.',
    rules: ['MP208'],
    startMethods: NOT_FORKED,
  },
  {
    id: 'behind-guard',
    title: "Can't get attribute … on <module '__mp_main__'>",
    pattern:
      /Can't get attribute '(?<name>[\w.]+)' on <module '__mp_main__'(?: from '(?<file>[^']+)')?|module '__mp_main__' has no attribute '(?<other>[\w.]+)'/,
    happened:
      'The child imported the main file again, without what stands under the main guard, and looked for `{name}` there. It is defined under the guard, in a function, or after the pool was made.',
    advice: 'Define it at module level, in front of the guard and of the pool.',
    rules: ['MP504'],
    startMethods: NOT_FORKED,
  },
  {
    id: 'after-pool',
    alone: true,
    title: "Can't get attribute … on <module '__main__' from …>",
    pattern:
      /Can't get attribute '(?<name>[\w.]+)' on <module '__main__'(?: from '(?<file>[^']+)')?|module '__main__' has no attribute '(?<other>(?!__spec__|__file__)[\w.]+)'/,
    where: 'child',
    happened:
      "The child looked for `{name}` in the main module and did not find it: a forked child has what was defined before it was started, one of another start method what the main file defines outside its main guard. In a notebook or at the prompt it can't import the main module at all.",
    advice:
      'Define it at module level, in front of the guard and of the pool; in a notebook, in a module that it imports.',
    rules: ['MP504', 'MP208'],
    startMethods: START_METHODS,
  },
  {
    id: 'ran-out-of-input',
    alone: true,
    title: 'EOFError: Ran out of input, in a child',
    pattern: /EOFError: Ran out of input|UnpicklingError: pickle data was truncated/,
    within: /spawn\.py:(?:spawn_main|_main)$|forkserver\.py:/,
    happened:
      'The child got nothing from its parent, which failed while it pickled the target and its arguments: the error of the parent is the one that counts.',
    advice:
      "Look for the error in the parent. What it can't pickle is mostly a lambda, a nested function, an open file, a lock or a connection.",
    rules: ['MP202', 'MP201', 'MP204', 'MP205'],
    startMethods: NOT_FORKED,
    follows: true,
  },
];
