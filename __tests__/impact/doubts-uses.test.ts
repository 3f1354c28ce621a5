import { describe } from '@jest/globals';
import { holds, program, withLib } from './programs.ts';

describe('what workers use', () => {
  holds([
    [
      'a function that is replaced',
      withLib('def f(x):\n    return x\n', 'return lib.f(x)', 'lib.f = str'),
      '`f`, which workers use, may be changed by line 7',
      withLib('def f(x):\n    return x\n', 'return lib.f(x)', 'print(lib.f)'),
    ],
    [
      'an attribute of a function',
      program('def f():\n    return f.calls\nf.calls = 0', 'return f()', 'f.calls = 1'),
      '`calls`, which workers use, may be changed by line 9',
      program('def f():\n    return f.calls\nf.calls = 0', 'return f()', 'print(f.calls)'),
    ],
    [
      'a function of a package that is replaced',
      program('import json', 'return json.dumps(x)', 'json.dumps = str'),
      '`json.dumps`, which workers use, may be changed by line 7',
      program('import json', 'return x', 'json.dumps = str'),
    ],
    [
      'what belongs to a package and is changed in place',
      program('import warnings', 'warnings.warn(str(x))', 'warnings.filters.insert(0, ("error",))'),
      '`warnings.filters`, which workers use, may be changed by line 7',
      program('import warnings', 'return x', 'warnings.filters.insert(0, ("error",))'),
    ],
    [
      'what is registered with a function',
      {
        'extra.py': 'from lib import show\n\n@show.register\ndef _(x: int):\n    return 1\n',
        ...withLib(
          'from functools import singledispatch\n\n@singledispatch\ndef show(x):\n    return x\n',
          'return lib.show(x)',
          'import extra',
        ),
      },
      '`show`, which workers use, may be changed by line 3 of extra.py',
      {
        'extra.py': 'from lib import show\n\n@show.register\ndef _(x: int):\n    return 1\n',
        ...withLib(
          'from functools import singledispatch\n\n@singledispatch\ndef show(x):\n    return x\n',
          'return lib.show(x)',
          'pass',
          'import extra\nimport lib',
        ),
      },
    ],
    [
      'what a default holds',
      program(
        'def add(x, seen=[]):\n    seen.append(x)\n    return seen',
        'return add(x)',
        'add(0)',
      ),
      'the default of `seen` of add() in line 2 may hold what the parent left there',
      program('def add(x, seen=[]):\n    seen.append(x)\n    return seen', 'return add(x)'),
    ],
    [
      'what a function has cached',
      program(
        'import functools, os\n@functools.cache\ndef pid():\n    return os.getpid()',
        'return pid()',
        'pid()',
      ),
      'pid() in line 4 may have cached what the parent asked for',
      program(
        'import functools, os\n@functools.cache\ndef pid():\n    return os.getpid()',
        'return pid()',
      ),
    ],
    [
      'what is done to what a function has cached',
      program(
        'import functools\n@functools.cache\ndef table():\n    return {}',
        'return table()',
        'table()["a"] = 1',
      ),
      'table() in line 4 may have cached what the parent asked for',
      program(
        'import functools\n@functools.cache\ndef table():\n    return {}',
        'return table()',
        'print(table()["a"])',
      ),
    ],
    [
      'what is another thing in each process',
      program('', 'return hash(x)'),
      '`hash` in line 4 may give something else in another process',
      program('class K:\n    def __hash__(self):\n        return hash(1)', 'return {K()}'),
    ],
    [
      'the name of the main module',
      program('class A:\n    pass', 'return A.__module__'),
      '`__module__` in line 5 may give something else in another process',
      program('class A:\n    pass', 'return A.__doc__'),
    ],
    [
      'code that nobody sees',
      program('', 'return eval(x)'),
      'what `eval` in line 4 runs or reads is not known',
      program('', 'return int(x)'),
    ],
    [
      'a package that the parent sets up',
      program('import plotting', 'return plotting.draw(x)', 'plotting.style.use("dark")'),
      'workers use plotting, which the parent may set up in line 7',
      program('import plotting', 'return x', 'plotting.style.use("dark")'),
    ],
    [
      'what each import does again',
      program('print("start")', 'return x'),
      'each child does print(…) in line 2 again',
      program('"start".upper()', 'return x'),
    ],
  ]);
});

/** What is set, the worker that notices, the statement; and a worker that does not notice, or a statement that is no such. */
