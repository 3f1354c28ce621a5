import { expect, test } from '@jest/globals';
import { buildModel } from '../../../src/processes/build.ts';
import { SINGLE_FILE } from '../../../src/processes/facts.ts';
import { DEFAULT_SETTINGS } from '../../../src/processes/settings.ts';
import { parse } from '../../../src/syntax/parse.ts';

test.each<[string, string | null]>([
  ['', null],
  ['set_start_method("fork")', 'fork'],
  ['if __name__ == "__main__":\n    set_start_method("spawn")', 'spawn'],
  ['def main():\n    set_start_method("spawn")', 'spawn'],
  ['try:\n    set_start_method("fork")\nexcept RuntimeError:\n    pass', 'fork'],
  ['if sys.platform == "darwin":\n    set_start_method("fork")', null],
  ['if sys.platform != "win32":\n    set_start_method("fork")', 'fork'],
  [
    'if os.name == "nt":\n    set_start_method("spawn")\nelse:\n    set_start_method("fork")',
    'fork',
  ],
  ['if sys.platform == "linux":\n    set_start_method("fork")', 'fork'],
  ['if "fork" in get_all_start_methods():\n    set_start_method("fork")', 'fork'],
  ['if hasattr(os, "fork"):\n    set_start_method("fork")', 'fork'],
  ['if fast:\n    set_start_method("fork")', null],
  ['if fast:\n    set_start_method("fork")\nelse:\n    set_start_method("spawn")', null],
  ['set_start_method("fork")\nset_start_method("spawn", force=True)', null],
  ['set_start_method(method)', null],
])('%s chooses %s on Linux', (code, expected) => {
  const head = 'import os, sys\nfrom multiprocessing import *\n';
  const tree = parse(`${head}${code}\n`);
  expect(buildModel('a.py', tree, SINGLE_FILE, DEFAULT_SETTINGS).chosenMethod).toBe(expected);
});
