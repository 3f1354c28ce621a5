import { describe, expect, test } from '@jest/globals';
import { analyseFile } from '../../src/engine/engine.ts';
import { SINGLE_FILE } from '../../src/processes/facts.ts';
import { DEFAULT_SETTINGS } from '../../src/processes/settings.ts';
import lambdaWorker from '../../transforms/lambda-worker.ts';
import nestedWorker from '../../transforms/nested-worker.ts';

/** What is said of values that go along with a worker: with each task, and with a process that starts. */
const CASES: readonly (readonly [value: string, task: string, start: string])[] = [
  ['1', 'safe', 'safe'],
  ['[str(number) for number in range(3)]', 'safe', 'safe'],
  ['annotated', 'safe', 'safe'],
  ['left_out', 'safe', 'safe'],
  ['Plain(2)', 'safe', 'safe'],
  ['collections.defaultdict(list)', 'safe', 'safe'],
  ['multiprocessing.Manager().dict()', 'safe', 'safe'],
  ['multiprocessing.Queue()', 'refused', 'safe'],
  ['multiprocessing.Pipe()', 'unsafe', 'safe'],
  ['given', 'unsafe', 'unsafe'],
  ['typed_by_others', 'unsafe', 'unsafe'],
  ['library.make()', 'unsafe', 'unsafe'],
  ['Foreign()', 'unsafe', 'unsafe'],
  ['Plain(library.make())', 'unsafe', 'unsafe'],
  ['logging.getLogger("a")', 'unsafe', 'unsafe'],
  ['[library.make()]', 'unsafe', 'unsafe'],
  ['multiprocessing.get_context("spawn").Queue()', 'refused', 'unsafe'],
  ['numbers()', 'refused', 'refused'],
  ['os.environ', 'refused', 'refused'],
  ['pathlib.Path("a").open()', 'refused', 'refused'],
  ['logging.StreamHandler()', 'refused', 'refused'],
  ['ssl.create_default_context()', 'refused', 'refused'],
  ['Started()', 'refused', 'refused'],
];

describe('what a nested function takes along', () => {
  test.each(CASES)('%s', (value, task, start) => {
    const define = 'def work(*args):\n        return value, args';
    expect(outcome(nestedWorker, value, `${define}\n    Pool().map(work, [1])`)).toBe(task);
    expect(outcome(nestedWorker, value, `${define}\n    Process(target=work).start()`)).toBe(start);
  });
});

describe('what a lambda takes along', () => {
  test.each(CASES)('%s', (value, task, start) => {
    const lambda = 'lambda *args: (value, args)';
    expect(outcome(lambdaWorker, value, `Pool().map(${lambda}, [1])`)).toBe(task);
    expect(outcome(lambdaWorker, value, `Process(target=${lambda}).start()`)).toBe(start);
  });
});

function outcome(transform: typeof nestedWorker | typeof lambdaWorker, value: string, use: string) {
  const text = `import collections, library, logging, multiprocessing, os, pathlib, ssl, threading
from multiprocessing import Pool, Process

class Plain:
    def __init__(self, a):
        self.a = a

class Foreign(library.Base):
    pass

class Started(threading.Thread):
    pass

def numbers():
    yield 1

def main(given, annotated: list[int | None], typed_by_others: library.Type, left_out=2):
    value = ${value}
    ${use}

if __name__ == "__main__":
    main(library.make(), [], library.make())
`;
  return applicability(transform, text);
}

/** How sure the fix of the first finding is, or that it is refused. */
function applicability(transform: typeof nestedWorker | typeof lambdaWorker, text: string) {
  const file = { path: 'main.py', text, encoding: 'utf-8' as const, hasBom: false };
  const options = { transforms: [transform], mode: 'report', unsafeFixes: true } as const;
  const { findings } = analyseFile(file, SINGLE_FILE, { ...options, settings: DEFAULT_SETTINGS });
  const [found] = findings.map((finding) => finding.outcome);
  return found?.kind === 'fix' ? found.fix.applicability : found?.kind;
}

/** Values that may hold what can't be pickled: what makes `x`, and the module's code before. */
const ODD: readonly (readonly [makes: string, before?: string])[] = [
  ['x = types.SimpleNamespace(lock=threading.Lock())'],
  ['x = argparse.ArgumentParser().parse_args()', 'FILE = argparse.FileType("w")'],
  ['x = configparser.ConfigParser(converters={"list": str.split})'],
  ['x = json.loads("{}", object_hook=lambda d: d)'],
  ['x = json.loads("{}").keys()'],
  ['x = {}; x["a"] = lambda: 1'],
  ['x = {}; x.update(a=lambda: 1)'],
  ['x = {}; x.setdefault("a", []).append(lambda: 1)'],
  ['x = {"a": {}}; x["a"]["b"] = lambda: 1'],
  ['x = []; x.extend([lambda: 1])'],
  ['x = []; x += [lambda: 1]'],
  ['x = helper()', '@library.wrap\ndef helper():\n    return 1'],
  ['x = helper', '@library.wrap\ndef helper():\n    return 1'],
  ['x = C().read()', 'class C:\n    def read(self):\n        return threading.Lock()'],
  ['x = C()', '@library.wrap\nclass C:\n    pass'],
  ['x = C()', 'class C:\n    def __init__(self, a=lambda: 1):\n        self.a = a'],
  ['x = C(); x.a = lambda: 1', 'class C:\n    pass'],
  ['x = C()', 'class C:\n    def __init__(self):\n        setattr(self, "a", lambda: 1)'],
  ['x = C(1)', 'class C:\n    def __new__(cls, a):\n        return object.__new__(cls)'],
  ['x = C({})', 'class C:\n    def __getattr__(self, a):\n        return self.b[a]'],
  [
    'x = C()',
    'class C:\n    def __init__(self):\n        self.a = []\n    def on(self, a):\n        self.a.append(a)',
  ],
];

test.each(ODD)('no fix is called safe that takes along %s', (makes, before = '') => {
  const text = `import argparse, configparser, json, library, threading, types
from multiprocessing import Process

${before}

def main():
    ${makes}
    def work():
        print(x)
    Process(target=work).start()
`;
  expect(['unsafe', 'refused']).toContain(applicability(nestedWorker, text));
});
