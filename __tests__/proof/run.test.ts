import { describe, expect, jest, test } from '@jest/globals';
import { findInterpreters, type Interpreter } from './interpreters.ts';
import { type Run, run } from './run.ts';

jest.setTimeout(90_000);

const { interpreters } = await findInterpreters();
const newest = interpreters.at(-1);

interface Options {
  readonly interpreter?: Interpreter | undefined;
  readonly method?: string;
  readonly args?: readonly string[];
}

function start(source: string, options: Options = {}): Promise<Run> {
  const { interpreter = newest as Interpreter, method = 'spawn', args = [] } = options;
  const files = { 'a.py': Buffer.from(source).toString('latin1') };
  return run({ command: ['a.py', ...args], files, modules: [], stubs: [] }, interpreter, method);
}

if (newest === undefined) {
  console.warn('No CPython 3.8 or newer on this machine: the running of programs is NOT tested.');
  test.skip('programs run', () => {});
} else {
  describe('an exit', () => {
    test('with arguments and letters beyond ASCII', async () => {
      const run = await start('import sys\nprint("grün", sys.argv[1:])', { args: ['-x', 'y'] });
      expect(run).toEqual({ end: 'exit', code: 0, stdout: "grün ['-x', 'y']\n", stderr: '' });
    });

    test.each(newest.methods)('under the default start method %s', async (method) => {
      const source = `
import multiprocessing as mp
def work(): print(mp.get_start_method())
if __name__ == "__main__":
    p = mp.Process(target=work)
    p.start(); p.join()
    mp.set_start_method("spawn", force=True)`;
      expect((await start(source, { method })).stdout).toBe(`${method}\n`);
    });

    test('by an exception has its message', async () => {
      const run = await start('import sys\ndef f(): raise ValueError(object())\nf()');
      expect(run).toMatchObject({ code: 1, message: 'ValueError: <object object at 0x…>' });
    });

    test('by an exception has it though a child complains later', async () => {
      const source = `
import subprocess, sys
late = "import sys, time; time.sleep(0.5); sys.stderr.write('KeyError: late')"
subprocess.Popen([sys.executable, "-c", late])
raise ValueError("mine")`;
      const run = await start(source);
      expect(run).toMatchObject({ code: 1, message: 'ValueError: mine' });
      expect(run.stderr).toContain('KeyError: late');
    });

    test('by sys.exit has the last word of stderr', async () => {
      const run = await start('import sys\nsys.exit("no such file")');
      expect(run).toMatchObject({ code: 1, message: 'no such file' });
    });

    test('by sys.exit after a long complaint has what was complained of', async () => {
      const source = `
import sys, traceback
try: raise RuntimeError("\\n    What is wrong.\\n    What to do.")
except RuntimeError: traceback.print_exc()
sys.exit(1)`;
      expect(await start(source)).toMatchObject({ message: 'RuntimeError: What is wrong.' });
    });

    test('by a signal names it', async () => {
      const run = await start('import os, signal\nos.kill(os.getpid(), signal.SIGTERM)');
      expect(run).toMatchObject({ end: 'exit', code: null, message: 'killed by SIGTERM' });
    });
  });

  describe('a hang', () => {
    test('of a program that waits in silence', async () => {
      const run = await start('import threading\nprint("ready")\nthreading.Event().wait()');
      expect(run).toEqual({ end: 'hang', code: null, stdout: 'ready\n', stderr: '' });
    });

    test('of a pool whose workers die and are replaced', async () => {
      const source = `
from multiprocessing import Pool
if __name__ == "__main__":
    def f(x): return x
    with Pool(2) as pool: pool.map(f, [1, 2])`;
      const run = await start(source);
      expect(run.end).toBe('hang');
      expect(run.message).toMatch(/^AttributeError: .*'f'/);
    });

    test('is not what a busy program does', async () => {
      const source =
        'import time\nend = time.time() + 5\nwhile time.time() < end: pass\nprint("done")';
      expect(await start(source)).toMatchObject({ end: 'exit', code: 0, stdout: 'done\n' });
    });

    test('is cut short where a pool floods stderr', async () => {
      const old = interpreters.find(({ minor }) => Number(minor.slice(2)) < 14);
      if (old === undefined) return;
      const began = Date.now();
      const run = await start('from multiprocessing import Pool\nPool(2).map(str, [1])', {
        interpreter: old,
      });
      expect(run.end).toBe('hang');
      expect(run.message).toMatch(/^RuntimeError: An attempt has been made .*phase\.$/);
      expect(Date.now() - began).toBeLessThan(20_000);
    });
  });

  describe('a leak', () => {
    const pool = 'from multiprocessing import Pool\nif __name__ == "__main__":\n    ';
    const message = 'a pool was never closed';

    test('of a pool that is never closed', async () => {
      expect(await start(`${pool}p = Pool(1)`)).toMatchObject({ code: 0, leak: message });
    });

    test('of a pool that something holds on to', async () => {
      const run = await start(`${pool}import sys; sys.kept = p = Pool(1); p.self = p`);
      expect(run).toMatchObject({ code: 0, leak: message });
    });

    test('of a pool that an early end of a function leaves open', async () => {
      const source = `
from multiprocessing import Pool
def first(items):
    pool = Pool(1)
    for item in pool.imap(abs, items):
        return item
    pool.close()
if __name__ == "__main__":
    print(first([-1, -2]))`;
      expect(await start(source)).toMatchObject({ code: 0, stdout: '1\n', leak: message });
    });

    test('of children that outlive the program', async () => {
      const source = 'import subprocess\nsubprocess.Popen(["sleep", "20"])';
      expect(await start(source)).toMatchObject({
        code: 0,
        leak: 'children outlived the program',
      });
    });

    test.each([
      'p = Pool(1); p.close(); p.join()',
      'p = Pool(1); p.terminate()',
      'with Pool(1) as p: pass',
    ])('is not what `%s` does', async (code) => {
      expect(await start(pool + code)).toEqual({ end: 'exit', code: 0, stdout: '', stderr: '' });
    });

    test('is not what a pool of threads does', async () => {
      const run = await start('import multiprocessing.pool as m\np = m.ThreadPool(1)\nm.q = p');
      expect(run).not.toHaveProperty('leak');
    });
  });
}
