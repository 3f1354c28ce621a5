import { describe, expect, test } from '@jest/globals';
import { buildModel } from '../../src/processes/build.ts';
import { SINGLE_FILE } from '../../src/processes/facts.ts';
import { resultUses } from '../../src/processes/pool-life/result-uses.ts';
import { DEFAULT_SETTINGS } from '../../src/processes/settings.ts';
import { parse } from '../../src/syntax/parse.ts';

/** What a function's body does with the result of its first submission: each kind of use once. */
function usesIn(body: string): string {
  const lines = body.split('\n').map((line) => `    ${line}\n`);
  const text = `import concurrent.futures\nfrom multiprocessing import Pool\ndef f(xs, given):\n    pool = Pool()\n${lines.join('')}`;
  const model = buildModel('a.py', parse(text), SINGLE_FILE, DEFAULT_SETTINGS);
  const submission = model.submissions.find(({ creations }) => creations.length > 0);
  if (!submission) throw new Error(`no submission in ${text}`);
  const delivery = submission.delivery === 'lazy' ? 'lazy' : 'async';
  const uses = resultUses(submission.call.node, delivery, model);
  return [...new Set(uses.map(({ kind }) => kind))].sort().join();
}

describe('what is done with a result', () => {
  test.each([
    ['pool.apply_async(g)', ''],
    ['pool.apply_async(g).get()', 'reads'],
    ['pool.apply_async(g).wait(5)', 'waits'],
    ['pool.apply_async(g).ready()', 'asks'],
    ['pool.apply_async(g).other()', 'unknown'],
    ['r = pool.apply_async(g)', ''],
    ['r = pool.apply_async(g)\nprint(r)', ''],
    ['r = pool.apply_async(g)\nif xs: r.get()', 'reads'],
    ['r = pool.apply_async(g)\nr = None\nr.get()', ''],
    ['r = s = pool.apply_async(g)\ns.get()', 'reads'],
    ['r = pool.apply_async(g)\nt = r\nt.get()', 'reads'],
    ['if r := pool.apply_async(g): r.get()', 'reads'],
    ['r = pool.apply_async(g) if xs else None\nr.get()', 'reads'],
    ['r = pool.apply_async(g)\nh(r)', 'unknown'],
    ['r = pool.apply_async(g)\nh(lambda: r)', 'unknown'],
    ['r, s = pool.apply_async(g), 1', 'unknown'],
    ['given.r = pool.apply_async(g)', 'unknown'],
    ['given.append(pool.apply_async(g))', 'unknown'],
    ['given[0] = pool.apply_async(g)', 'unknown'],
    ['return pool.apply_async(g)', 'returned'],
    ['return [pool.apply_async(g) for x in xs]', 'returned'],
    ['return (pool.apply_async(g) for x in xs)', 'returned'],
    ['yield pool.apply_async(g)', 'unknown'],
    ['rs = [pool.apply_async(g) for x in xs]', ''],
    ['rs = [pool.apply_async(g) for x in xs]\nprint(len(rs))', ''],
    ['rs = [pool.apply_async(g) for x in xs]\nrs[0].get()', 'reads'],
    ['rs = [pool.apply_async(g) for x in xs]\nfor r in rs[1:]: r.get()', 'reads'],
    ['rs = [pool.apply_async(g) for x in xs]\nfor r in rs: pass', ''],
    ['rs = [pool.apply_async(g) for x in xs]\nys = [r.get() for r in rs]', 'reads'],
    ['rs = [pool.apply_async(g) for x in xs]\nys = (r.get() for r in rs)', 'unknown'],
    ['rs = [pool.apply_async(g) for x in xs]\nsum(r.get() for r in rs)', 'reads'],
    ['rs = [pool.apply_async(g) for x in xs]\nlist(map(h, rs))', 'unknown'],
    ['rs = []\nfor x in xs: rs.append(pool.apply_async(g))\nfor r in rs: r.get()', 'reads'],
    ['rs = []\nfor x in xs: rs.append(pool.apply_async(g))\nwhile rs: rs.pop().get()', 'reads'],
    ['rs = []\nfor x in xs: rs.append(pool.apply_async(g))', ''],
    ['rs = []\nrs += [pool.apply_async(g)]\nfor r in rs: r.get()', 'reads'],
    ['rs = []\nrs.append((1, pool.apply_async(g)))\nfor x, r in rs: h(x, r.get())', 'reads'],
    ['rs = {}\nrs[1] = pool.apply_async(g)\nfor x, r in rs.items(): r.get()', 'reads'],
    ['rs = {}\nrs[1] = pool.apply_async(g)\nfor r in rs.values(): r.ready()', 'asks'],
    ['rs = {}\nrs[pool.apply_async(g)] = 1\nfor r in rs: r.get()', 'unknown'],
    ['rs = h()\nrs.append(pool.apply_async(g))', 'unknown'],
    ['for x in pool.imap(g, xs): pass', 'reads'],
    ['pool.imap(g, xs)', ''],
    ['ys = list(pool.imap(g, xs))', 'reads'],
    ['a, b = pool.imap(g, xs)', 'reads'],
    ['h(*pool.imap(g, xs))', 'reads'],
    ['h(pool.imap(g, xs))', 'unknown'],
    ['it = enumerate(pool.imap(g, xs))\nfor i, x in it: pass', 'reads'],
    ['it = map(h, pool.imap(g, xs))', ''],
    ['it = (h(x) for x in pool.imap(g, xs))', 'unknown'],
    ['ys = [h(x) for x in pool.imap(g, xs)]', 'reads'],
    ['next(pool.imap(g, xs))', 'reads'],
    ['yield from pool.imap(g, xs)', 'unknown'],
  ])('%j', (body, expected) => {
    expect(usesIn(body)).toBe(expected);
  });
});

describe('what is done with a future', () => {
  test.each([
    ['e.submit(g).result()', 'reads'],
    ['fs = [e.submit(g) for x in xs]\nconcurrent.futures.wait(fs)', 'waits'],
    ['fs = [e.submit(g) for x in xs]\ndone, rest = concurrent.futures.wait(fs)', 'unknown'],
    [
      'fs = [e.submit(g) for x in xs]\nfor f in concurrent.futures.as_completed(fs): f.result()',
      'reads',
    ],
    ['e.submit(g).add_done_callback(h)', 'unknown'],
    ['e.map(g, xs)', ''],
  ])('%j', (body, expected) => {
    expect(usesIn(`e = concurrent.futures.ProcessPoolExecutor()\n${body}`)).toBe(expected);
  });
});
