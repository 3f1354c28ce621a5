import { describe, expect, test } from '@jest/globals';
import { type Files, sitesOf } from './programs.ts';

describe('a finding belongs to the sites that it concerns', () => {
  const POOLS =
    'def run_a():\n    with Pool(1) as pool:\n        pool.map(a, [1])\n\ndef run_b():\n    with Pool(1) as pool:\n        pool.map(b, [1])\n';
  const WORKERS =
    'import multiprocessing\n\nN = 0\n\ndef configure():\n    global N\n    N = 1\n\ndef help_a():\n    multiprocessing.Process(target=lambda: N).start()\n\ndef a(x):\n    help_a()\n\ndef b(x):\n    return x\n';
  const STATE = WORKERS.replace(/help_a\(\):\n.*/, 'help_a():\n    return N');
  const RUN = '\nif __name__ == "__main__":\n    configure()\n    run_a()\n    run_b()\n';
  const IMPORT = 'from multiprocessing import Pool\n';

  test.each<[string, Files, string]>([
    ['in its file', { 'main.py': `${IMPORT}${WORKERS}${POOLS}` }, 'MP201'],
    [
      'in another file',
      { 'main.py': `${IMPORT}from lib import a, b\n${POOLS}`, 'lib.py': WORKERS },
      'MP201',
    ],
    [
      'which depend on what the parent has',
      { 'main.py': `${IMPORT}from lib import a, b, configure\n${POOLS}${RUN}`, 'lib.py': STATE },
      'MP501',
    ],
  ])('%s', async (_, files, code) => {
    const sites = await sitesOf(files);
    const codes = sites
      .filter(({ call }) => call === 'Pool(…)')
      .map(({ findings }) => findings.map((finding) => finding.code));
    expect(codes).toEqual([[code], []]);
  });
});
