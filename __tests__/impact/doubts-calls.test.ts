import { describe } from '@jest/globals';
import { holds, program, withLib } from './programs.ts';

const CALLED = 'if __name__ == "__main__":\n    run()\n';

describe('what runs', () => {
  holds([
    [
      'a pool that is handed on',
      `from multiprocessing import Pool\n\ndef work(x):\n    return x\n\ndef run(sampler):\n    with Pool(2) as pool:\n        pool.map(work, [1])\n        sampler(pool)\n`,
      'what its workers are given to do is not seen: Pool(…) is handed on',
      `from multiprocessing import Pool\n\ndef work(x):\n    return x\n\ndef run():\n    with Pool(2) as pool:\n        pool.map(work, [1])\n`,
    ],
    [
      'a pool that another file has',
      {
        'lib.py':
          'from multiprocessing import Pool\n\ndef work(x):\n    return x\n\nclass Runner:\n    def open(self):\n        self.pool = Pool(2)\n        self.pool.map(work, [1])\n',
        'main.py': 'from lib import Runner\n\ndef run(f):\n    Runner().pool.map(f, [1])\n',
      },
      'Pool(…) is handed on',
      {
        'lib.py':
          'from multiprocessing import Pool\n\ndef work(x):\n    return x\n\nclass Runner:\n    def open(self):\n        self.pool = Pool(2)\n        self.pool.map(work, [1])\n',
        'main.py': 'from lib import Runner\n\ndef run(f):\n    Runner().open()\n',
      },
    ],
    [
      'a pool that gets no work',
      `from multiprocessing import Pool\n\ndef run():\n    return Pool(2)\n`,
      'what its workers are given to do is not seen: Pool(…) is used elsewhere',
      `from multiprocessing import Pool\n\ndef run():\n    with Pool(2) as pool:\n        return pool.map(abs, [1])\n`,
    ],
    [
      'a process whose class is in another file',
      {
        'lib.py':
          'from multiprocessing import Process\n\nclass Job(Process):\n    def run(self):\n        pass\n',
        'main.py': 'from lib import Job\n\ndef run():\n    Job().start()\n',
      },
      'its class is in another file',
      'from multiprocessing import Process\n\nclass Job(Process):\n    def run(self):\n        pass\n\ndef run():\n    Job().start()\n',
    ],
    [
      'a context of which nothing is known',
      'import multiprocessing\n\ndef run(context):\n    with context.Pool(2) as pool:\n        pool.map(abs, [1])\n',
      'what `context` is, is not known',
      'import multiprocessing\n\ndef run(context):\n    with multiprocessing.Pool(2) as pool:\n        pool.map(abs, [1])\n',
    ],
    [
      'a manager that registers a lambda',
      `from multiprocessing.managers import BaseManager\n\ndef run():\n    BaseManager.register("get", callable=lambda: 1)\n    manager = BaseManager()\n    manager.start()\n\n${CALLED}`,
      'it registers what may not be pickled',
      `from multiprocessing.managers import BaseManager\n\ndef get():\n    return 1\n\ndef run():\n    BaseManager.register("get", callable=get)\n    manager = BaseManager()\n    manager.start()\n\n${CALLED}`,
    ],
    [
      'a worker that is a parameter',
      'from multiprocessing import Pool\n\ndef run(f):\n    with Pool(2) as pool:\n        pool.map(f, [1])\n',
      'which code `f` is, is not known',
      'from multiprocessing import Pool\n\ndef run(f):\n    with Pool(2) as pool:\n        pool.map(len, [f])\n',
    ],
    [
      'a call of a parameter',
      program('', 'return x()'),
      'what x() in line 4 runs is not known',
      program('', 'return str(x)'),
    ],
    [
      'a method that derived classes have',
      {
        'lib.py':
          'from multiprocessing import Pool\n\nclass Runner:\n    def step(self, x):\n        return x\n    def run(self):\n        with Pool(1) as pool:\n            return pool.map(self.step, [1])\n',
        'main.py':
          'from lib import Runner\n\nclass My(Runner):\n    def step(self, x):\n        return FACTOR\n\nFACTOR = 1\n\ndef main():\n    global FACTOR\n    FACTOR = 5\n    My().run()\n',
      },
      '`FACTOR`, which workers read, may be changed by line 11 of main.py',
      {
        'lib.py':
          'from multiprocessing import Pool\n\nclass Runner:\n    def step(self, x):\n        return x\n    def run(self):\n        with Pool(1) as pool:\n            return pool.map(self.step, [1])\n',
        'main.py':
          'from lib import Runner\n\nclass My(Runner):\n    def other(self, x):\n        return FACTOR\n\nFACTOR = 1\n\ndef main():\n    global FACTOR\n    FACTOR = 5\n    My().run()\n',
      },
    ],
    [
      'a name that its module lacks',
      withLib('def __getattr__(name):\n    return name\n', 'return lib.value'),
      'where `lib.value` in line 4 comes from is not known',
      withLib('value = 1\n', 'return lib.value'),
    ],
    [
      'a function of the guard',
      'from multiprocessing import Pool\n\ndef work(x):\n    return helper(x)\n\nif __name__ == "__main__":\n    helper = abs\n    def helper(x):\n        return x\n    with Pool(1) as pool:\n        pool.map(work, [1])\n',
      'may be there in the parent only',
      'from multiprocessing import Pool\n\ndef work(x):\n    return helper(x)\n\ndef helper(x):\n    return x\n\nif __name__ == "__main__":\n    with Pool(1) as pool:\n        pool.map(work, [1])\n',
    ],
    [
      'a function whose definition depends on the process',
      program(
        'import os\nif os.getpid() % 2:\n    def f(x):\n        return 1\nelse:\n    def f(x):\n        return 2',
        'return f(x)',
      ),
      'may be there in the parent only',
      program(
        'import sys\nif sys.version_info > (3, 9):\n    def f(x):\n        return 1\nelse:\n    def f(x):\n        return 2',
        'return f(x)',
      ),
    ],
    [
      'a module that the parent imports',
      program('import xml', 'return xml.sax.SAXException(x)', 'import xml.sax'),
      '`xml.sax`, which workers use, may be imported in line 7 only',
      program('import xml.sax', 'return xml.sax.SAXException(x)', 'import xml.sax'),
    ],
  ]);
});
