import { expect, test } from '@jest/globals';
import { analyseFile } from '../../src/engine/engine.ts';
import { SINGLE_FILE } from '../../src/processes/facts.ts';
import { DEFAULT_SETTINGS } from '../../src/processes/settings.ts';
import { defaultTransforms } from '../../transforms/index.ts';

const UNGUARDED = `import multiprocessing as mp

lock = mp.Lock()
results = mp.Queue()


def work(number):
    with lock:
        return number


def put(number):
    results.put(number)


pool = mp.Pool(2)
print(pool.map(work, range(4)))
pool.close()
pool.join()
child = mp.Process(target=put, args=(5,))
child.start()
print(results.get())
child.join()
`;

const GUARDED = `import multiprocessing as mp


def work(number):
    with lock:
        return number


def put(number, results):
    results.put(number)


def _init_worker(lock_):
    global lock
    lock = lock_


if __name__ == "__main__":
    lock = mp.Lock()
    results = mp.Queue()
    pool = mp.Pool(2, initializer=_init_worker, initargs=(lock,))
    print(pool.map(work, range(4)))
    pool.close()
    pool.join()
    child = mp.Process(target=put, args=(5, results))
    child.start()
    print(results.get())
    child.join()
`;

test('what is handed over no longer stands in the way of a main guard', () => {
  const source = { path: 'program.py', text: UNGUARDED, encoding: 'utf-8', hasBom: false };
  const options = {
    transforms: defaultTransforms,
    mode: 'fix',
    unsafeFixes: false,
    settings: DEFAULT_SETTINGS,
  } as const;
  const { fixedText, remaining } = analyseFile(source, SINGLE_FILE, options);
  expect(fixedText).toBe(GUARDED);
  expect(remaining).toEqual([]);
});
