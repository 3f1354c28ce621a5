import { expect, test } from '@jest/globals';
import { platformsOf } from '../../../src/processes/start-methods/platform-values.ts';
import { Semantics } from '../../../src/semantics/semantics.ts';
import { parse } from '../../../src/syntax/parse.ts';

const IMPORTS = 'import os, platform, sys\n';

function platforms(test: string): string[] | null {
  const semantics = new Semantics(parse(`${IMPORTS}if ${test}:\n    pass\n`));
  const node = semantics.tree.root.child('IfStatement')?.parts[1];
  const found = node ? platformsOf(node, semantics) : null;
  return found && [...found];
}

test.each([
  ['sys.platform == "win32"', ['windows']],
  ['sys.platform != "win32"', ['linux', 'mac']],
  ["'nt' == os.name", null],
  ['os.name == "nt"', ['windows']],
  ['os.name == "posix"', ['linux', 'mac']],
  ['platform.system() in ("Windows", "Darwin")', ['mac', 'windows']],
  ['platform.system() not in ["Windows", "Darwin"]', ['linux']],
  ['sys.platform.startswith("win")', ['windows']],
  ['sys.platform.startswith(("linux", "darwin"))', ['linux', 'mac']],
  ['not (sys.platform == "linux")', ['mac', 'windows']],
  [
    'os.name == "nt" or (sys.platform == "darwin" and sys.version_info >= (3, 8))',
    ['mac', 'windows'],
  ],
  ['sys.platform == "linux" and sys.version_info < (3, 14)', []],
  ['sys.platform == wanted', null],
  ['sys.platform == "win32" and verbose', null],
  ['sys.maxsize == "win32"', null],
])('%s holds on %j', (test, expected) => {
  expect(platforms(test)).toEqual(expected);
});
