import { describe, expect, test } from '@jest/globals';
import { buildModel } from '../../src/processes/build.ts';
import { type FileFacts, SINGLE_FILE } from '../../src/processes/facts.ts';
import { type PoolLife, poolLives } from '../../src/processes/pool-life/pool-life.ts';
import { endsProgram } from '../../src/processes/pool-life/program-end.ts';
import { DEFAULT_SETTINGS } from '../../src/processes/settings.ts';
import { parse } from '../../src/syntax/parse.ts';
import { statementOf } from '../../src/syntax/shapes.ts';

/** The first pool in the body of a function. */
function lifeOf(body: string): PoolLife {
  const lines = body.split('\n').map((line) => `    ${line}\n`);
  const text = `from multiprocessing import Pool\ndef f(xs, given):\n${lines.join('')}`;
  const [life] = poolLives(buildModel('a.py', parse(text), SINGLE_FILE, DEFAULT_SETTINGS));
  if (!life) throw new Error(`no pool in ${text}`);
  return life;
}

function endsAtHere(text: string, facts: FileFacts): boolean | undefined {
  const model = buildModel('a.py', parse(text), facts, DEFAULT_SETTINGS);
  const { semantics } = model;
  const call = semantics.allCalls().find((c) => semantics.textOf(c.callee) === 'here');
  return call && endsProgram(statementOf(call.node), model);
}

describe('what becomes of results', () => {
  test.each([
    ['pool.apply_async(g)', 'open'],
    ['pool.apply_async(g).get()', 'consumed'],
    ['pool.apply_async(g).get(5)', 'consumed'],
    ['try:\n    pool.apply_async(g).get(5)\nexcept OSError: pass', 'partial'],
    ['r = pool.map_async(g, xs)\nprint(r.get())', 'consumed'],
    ['r = pool.map_async(g, xs)\nprint(r.ready())', 'open'],
    ['r = pool.map_async(g, xs)\nif xs:\n    print(r.get())', 'open'],
    ['r = pool.map_async(g, xs)\nif xs:\n    print(r.get())\nelse:\n    r.wait()', 'consumed'],
    ['r = pool.map_async(g, xs)\nprint(xs and r.get())', 'open'],
    ['r = pool.map_async(g, xs)\nprint(r.get() and xs)', 'consumed'],
    ['r = pool.map_async(g, xs)\nif not xs: return\nr.get()', 'partial'],
    ['r = pool.map_async(g, xs)\nif r.get(): return', 'consumed'],
    ['r = pool.map_async(g, xs)\nreturn r', 'escapes'],
    ['r = pool.map_async(g, xs)\nreturn r.get()', 'consumed'],
    ['r = pool.map_async(g, xs)\nr = None\nr.get()', 'open'],
    ['r = pool.map_async(g, xs)\nh(lambda: r.get())', 'escapes'],
    ['for x in xs:\n    r = pool.apply_async(g)\nr.get()', 'open'],
    ['for x in xs:\n    r = pool.apply_async(g)\n    r.get()', 'consumed'],
    ['for x in xs:\n    r = pool.apply_async(g)\n    if x: continue\n    r.get()', 'partial'],
    ['rs = [pool.apply_async(g) for x in xs]\nrs[0].get()', 'open'],
    ['rs = [pool.apply_async(g) for x in xs]\nrs = [r.get() for r in rs]', 'consumed'],
    ['rs = [pool.apply_async(g) for x in xs]\nrs = [r.get() for r in rs if x]', 'open'],
    ['rs = [pool.apply_async(g) for x in xs]\nsum(r.get() for r in rs)', 'consumed'],
    ['rs = [pool.apply_async(g) for x in xs]\nany(r.get() for r in rs)', 'partial'],
    ['rs = [pool.apply_async(g) for x in xs]\nh(r.get() for r in rs)', 'open'],
    ['rs = []\nfor x in xs: rs.append(pool.apply_async(g))\nfor r in rs: r.get()', 'consumed'],
    [
      'rs = []\nfor x in xs: rs.append((x, pool.apply_async(g)))\nfor x, r in rs: r.get()',
      'consumed',
    ],
    ['rs = []\nfor x in xs: rs += [pool.apply_async(g)]\nfor r in rs: r.get()', 'consumed'],
    [
      'rs = {}\nfor x in xs: rs[x] = pool.apply_async(g)\nfor x, r in rs.items(): r.get()',
      'consumed',
    ],
    ['for x in xs:\n    rs = []\n    rs.append(pool.apply_async(g))\nfor r in rs: r.get()', 'open'],
    ['rs = []\nrs.append(pool.apply_async(g))\nfor r in rs:\n    if r: r.get()', 'open'],
    ['rs = []\nrs.append(pool.apply_async(g))\nfor r in rs:\n    if r.get(): break', 'partial'],
    ['given.append(pool.apply_async(g))\nfor r in given: r.get()', 'escapes'],
    ['for y in pool.imap(g, xs): print(y)', 'consumed'],
    ['for y in pool.imap(g, xs):\n    if y: break', 'partial'],
    ['for y in pool.imap(g, xs):\n    if y: continue', 'consumed'],
    ['for y in pool.imap(g, xs):\n    for z in y: break', 'consumed'],
    ['for y in pool.imap(g, xs): yield y', 'partial'],
    ['yield from pool.imap(g, xs)', 'partial'],
    ['return pool.imap(g, xs)', 'escapes'],
    ['return list(pool.imap(g, xs))', 'consumed'],
    ['return (y for y in pool.imap(g, xs))', 'escapes'],
    ['next(pool.imap(g, xs))', 'partial'],
    ['it = pool.imap(g, xs)\nnext(it)\nrest = list(it)', 'consumed'],
    ['it = enumerate(pool.imap(g, xs))\nfor i, y in it: print(i)', 'consumed'],
    ['try:\n    for y in pool.imap(g, xs): print(y)\nexcept OSError: pass', 'partial'],
    ['try:\n    for y in pool.imap(g, xs): print(y)\nfinally: pass', 'consumed'],
  ])('%j', (body, expected) => {
    const { tasks } = lifeOf(`pool = Pool()\n${body}`);
    expect(tasks.map(({ fate }) => fate.kind)).toEqual([expected]);
  });
});

describe('where a pool is left open', () => {
  test.each([
    ['pool.map(g, xs)', 'end'],
    ['pool.close()', ''],
    ['if xs: pool.close()', 'end'],
    ['if xs: pool.close()\nelse: pool.terminate()', ''],
    ['if pool: pool.close()', ''],
    ['if pool is None: return\npool.close()', ''],
    ['if xs: return\npool.close()', 'return'],
    ['for x in xs:\n    if x: return\npool.close()', 'return'],
    ['for x in xs:\n    if x: break\npool.close()', ''],
    ['while True:\n    if xs:\n        pool.close()\n        break', ''],
    ['while True:\n    if xs: break\n    pool.close()', 'end'],
    ['try:\n    return pool.map(g, xs)\nfinally: pool.close()', ''],
    ['try:\n    pool.map(g, xs)\nexcept OSError: pool.close()', 'end'],
    ['try:\n    pool.map(g, xs)\nexcept OSError: pool.terminate()\nelse: pool.close()', ''],
    ['with pool: pool.map(g, xs)', ''],
    ['with closing(pool): return pool.map(g, xs)', ''],
    ['pool = None', 'rebound'],
    ['pool.close()\npool = Pool()\npool.close()', ''],
    ['atexit.register(pool.terminate)', ''],
    ['def stop(): pool.close()', ''],
    ['raise OSError', ''],
  ])('%j', (body, expected) => {
    expect(
      lifeOf(`pool = Pool()\n${body}`)
        .leaks.map((leak) => leak.kind)
        .join(),
    ).toBe(expected);
  });

  test.each([
    ['for x in xs:\n    pool = Pool()\n    pool.map(g, xs)', 'loop,end'],
    ['for x in xs:\n    pool = Pool()\n    pool.close()', ''],
    ['if xs:\n    pool = Pool()\n    pool.map(g, xs)\nif xs: pool.close()', ''],
    ['try:\n    pool = Pool()\nfinally: pool.close()', ''],
    ['self.pool = Pool()', 'end'],
    ['self.pool = Pool()\nself.pool.close()', ''],
    ['pools = [Pool() for x in xs]', 'end'],
    ['pools = [Pool() for x in xs]\nfor p in pools: p.close()', ''],
    ['with Pool() as pool: pool.map(g, xs)', ''],
    ['with closing(Pool()) as pool: pool.map(g, xs)', ''],
    ['return Pool().map(g, xs)', 'end'],
  ])('%j', (body, expected) => {
    expect(
      lifeOf(body)
        .leaks.map((leak) => leak.kind)
        .join(),
    ).toBe(expected);
  });
});

describe('whose uses a name has', () => {
  test.each([
    ['pool = Pool()\npool.map(g, xs)\npool = Pool()\npool.map(g, xs)', '1 null'],
    ['pool = None\npool = Pool()\npool.map(g, xs)', '1 null'],
    ['if xs: pool = Pool()\nelse: pool = Pool()\npool.map(g, xs)', '1 several'],
    ['if given is None:\n    given = Pool()\ngiven.map(g, xs)', '1 parameter'],
    ['pool = None\nfor x in xs:\n    if x: pool.map(g, x)\n    pool = Pool()', '0 next-turn'],
    ['for x in xs:\n    pool = Pool()\n    pool.map(g, x)', '1 null'],
    ['for x in xs:\n    pool = Pool()\n    pool.map(g, x)\npool.map(g, xs)', '2 null'],
    ['pool = Pool()\nwith Pool() as pool: pool.map(g, xs)', '0 null'],
  ])('%j', (body, expected) => {
    const { uses, sharing } = lifeOf(body);
    expect(`${uses.length} ${sharing}`).toBe(expected);
  });
});

describe('whether the program ends behind a statement', () => {
  test.each([
    ['here()', true],
    ['here()\nprint("done")', true],
    ['here()\nother()', false],
    ['if __name__ == "__main__":\n    here()', true],
    ['if __name__ == "__main__":\n    here()\nother()', false],
    ['for x in y:\n    here()', false],
    ['try:\n    here()\nexcept OSError: pass', false],
    ['def main():\n    here()\nmain()', true],
    ['def main():\n    here()\nsys.exit(main())', true],
    ['def main():\n    here()\nmain()\nother()', false],
    ['def main():\n    here()\nmain()\nmain()', false],
    ['def main():\n    here()\nif x:\n    main()\nelse:\n    main()', false],
    ['def main():\n    here()\n    return 1\nmain()', false],
    ['async def main():\n    here()\nmain()', false],
    ['@command\ndef main():\n    here()\nmain()', false],
    ['def main():\n    here()\nx.append(main)', false],
  ])('%j', (text, expected) => {
    expect(endsAtHere(text, SINGLE_FILE)).toBe(expected);
  });

  test('not where another file imports this one', () => {
    const facts = { ...SINGLE_FILE, importedBy: ['b.py'] };
    expect(endsAtHere('here()', facts)).toBe(false);
    expect(endsAtHere('if __name__ == "__main__":\n    here()', facts)).toBe(true);
  });
});
