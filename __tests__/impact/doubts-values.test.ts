import { describe } from '@jest/globals';
import { holds, starting } from './programs.ts';

const SERVICE =
  'class Service:\n    def __init__(self, lock):\n        self.lock = lock\n    def run(self):\n        pass\n';
const JOB =
  'class Job(Process):\n    def __init__(self, thing=None):\n        super().__init__()\n        self.thing = thing\n    def run(self):\n        pass\n';

describe('what is pickled', () => {
  holds([
    [
      'an argument',
      starting('import app', 'p = Process(target=work, args=(app.make(),))'),
      'whether `app.make()` can be pickled is not known',
      starting('import app', 'p = Process(target=work, args=([1, "a"],))'),
    ],
    [
      'an argument of an initializer',
      'import app\nfrom multiprocessing import Pool\n\ndef run():\n    with Pool(1, initializer=print, initargs=(app.make(),)) as pool:\n        pool.map(abs, [1])\n',
      'whether `app.make()` can be pickled is not known',
      'import app\nfrom multiprocessing import Pool\n\ndef run():\n    with Pool(1, initializer=print, initargs=(1,)) as pool:\n        pool.map(abs, [1])\n',
    ],
    [
      'what a partial function carries',
      starting(
        'import app\nfrom functools import partial',
        'p = Process(target=partial(work, app.make()))',
      ),
      'whether `app.make()` can be pickled is not known',
      starting('import app\nfrom functools import partial', 'p = Process(target=partial(work, 1))'),
    ],
    [
      'the object of a method',
      starting(`import app\n${SERVICE}`, 's = Service(app.make())\np = Process(target=s.run)'),
      'can be pickled is not known',
      starting(SERVICE, 's = Service(1)\np = Process(target=s.run)'),
    ],
    [
      'an object that is pickled in its own way',
      starting(
        `${SERVICE}    def __getstate__(self):\n        return {}\n`,
        's = Service(1)\np = Process(target=s.run)',
      ),
      'whether `s` can be pickled is not known',
      starting(
        `${SERVICE}    def state(self):\n        return {}\n`,
        's = Service(1)\np = Process(target=s.run)',
      ),
    ],
    [
      'what a process is given later',
      starting('import app', 'p = Process(target=work)\np.thing = app.make()'),
      'whether `app.make()` can be pickled is not known',
      starting('import app', 'p = Process(target=work)\np.thing = 1'),
    ],
    [
      'what a process holds',
      starting(`import app\n${JOB.replace('= thing', '= app.make()')}`, 'p = Job()'),
      'whether the `thing` of a Job can be pickled is not known',
      starting(JOB, 'p = Job()'),
    ],
    [
      'what a process is made with',
      starting(`import app\n${JOB}`, 'p = Job(app.make())'),
      'whether `app.make()` can be pickled is not known',
      starting(`import app\n${JOB}`, 'p = Job(1)'),
    ],
    [
      'a process of a base that is not seen',
      starting(`import app\n${JOB.replace('(Process)', '(Process, app.Base)')}`, 'p = Job()'),
      'what `app.Base` adds to a Job is not known',
      starting(`import abc\n${JOB.replace('(Process)', '(Process, abc.ABC)')}`, 'p = Job()'),
    ],
    [
      'a process that is handed to what changes it',
      starting(`${JOB}\ndef fill(job):\n    job.thing = print\n`, 'p = Job()\nfill(p)'),
      'what `p` adds to a Job is not known',
      starting(`${JOB}\ndef show(job):\n    print(job.thing)\n`, 'p = Job()\nshow(p)'),
    ],
  ]);
});
