import { expect, test } from '@jest/globals';
import { buildModel } from '../../../src/processes/build.ts';
import { SINGLE_FILE } from '../../../src/processes/facts.ts';
import { DEFAULT_SETTINGS } from '../../../src/processes/settings.ts';
import { parse } from '../../../src/syntax/parse.ts';

const HEAD = `import os, sys, unittest
from multiprocessing import Process, get_start_method
forked = get_start_method() == "fork"
`;

function methodOf(code: string) {
  const model = buildModel('a.py', parse(`${HEAD}${code}\n`), SINGLE_FILE, DEFAULT_SETTINGS);
  return model.creations.map(({ method }) => method);
}

test.each([
  'if get_start_method() == "fork":\n    Process()',
  'if hasattr(os, "fork") and get_start_method(allow_none=True) == "fork":\n    Process()',
  'if "fork" != get_start_method():\n    pass\nelse:\n    Process()',
  'if get_start_method() not in ("spawn", "forkserver"):\n    Process()',
  'if forked:\n    def run():\n        Process()',
  'def run():\n    if get_start_method() == "spawn" or not forked:\n        sys.exit("no")\n    Process()',
  'def run():\n    if not forked:\n        return\n    while True:\n        Process()',
  'def test(self):\n    if not forked:\n        self.skipTest("no")\n    Process()',
  'assert forked\nProcess()',
  'Process() if forked else None',
  '@unittest.skipUnless(forked, "no")\ndef test():\n    Process()',
  '@unittest.skipIf(not forked, "no")\nclass T:\n    def test(self):\n        Process()',
])('there is only fork in %j', (code) => {
  expect(methodOf(code)).toEqual(['fork']);
});

test.each([
  'Process()',
  'if get_start_method() != "spawn":\n    Process()',
  'if get_start_method() not in ("spawn",):\n    Process()',
  'if get_start_method(allow_none=True) not in ("spawn", "forkserver"):\n    Process()',
  'if get_start_method() in ("fork", "forkserver"):\n    Process()',
  'if hasattr(os, "fork") or forked:\n    Process()',
  'if forked:\n    pass\nelse:\n    Process()',
  'if forked:\n    pass\nProcess()',
  'def run():\n    if not forked:\n        print("slow")\n    Process()',
  'def run():\n    if forked:\n        return\n    Process()',
  'def run():\n    Process()\n    assert forked',
  'def run():\n    global ok\n    ok = ok and not forked\n    if ok:\n        Process()',
  '@unittest.skipIf(forked, "no")\ndef test():\n    Process()',
  'Process() if not forked else None',
])('there can be any method in %j', (code) => {
  expect(methodOf(code)).toEqual([null]);
});

test('a context counts more than a test', () => {
  expect(
    methodOf('import multiprocessing\nif forked:\n    multiprocessing.get_context("spawn").Pool()'),
  ).toEqual(['spawn']);
});
