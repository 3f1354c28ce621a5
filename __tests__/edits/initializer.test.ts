import { describe, expect, test } from '@jest/globals';
import { applyEdits } from '../../src/edits/apply.ts';
import { type InitializerSite, setUpWorkers } from '../../src/edits/initializer.ts';
import { Semantics } from '../../src/semantics/semantics.ts';
import { parse } from '../../src/syntax/parse.ts';

/** Hands `CONFIG` to every `Pool(…)` of a text. */
function handOver(text: string, keptNames?: ReadonlySet<string>): string {
  const semantics = new Semantics(parse(text));
  const sites: InitializerSite[] = semantics
    .allCalls()
    .filter(({ callee }) => semantics.textOf(callee) === 'Pool')
    .map((call) => ({
      call,
      initializer: call.args.find(({ name }) => name === 'initializer') ?? call.args[1] ?? null,
      initargs: call.args.find(({ name }) => name === 'initargs') ?? call.args[2] ?? null,
    }));
  const setup = {
    globals: ['CONFIG'],
    handed: [{ wish: 'CONFIG', argument: 'CONFIG' }],
    statements: ([config]: readonly string[]) => [`CONFIG = ${config}`],
  };
  const outcome = setUpWorkers(semantics, sites, setup, keptNames);
  return 'refusal' in outcome ? outcome.refusal : applyEdits(text, outcome);
}

describe('without an initializer', () => {
  test('a new function goes above the code that makes the pool', () => {
    expect(handOver('def main():\n    with Pool(2) as pool:\n        pass\n')).toBe(
      'def _init_worker(config):\n    global CONFIG\n    CONFIG = config\n\n\n' +
        'def main():\n    with Pool(2, initializer=_init_worker, initargs=(CONFIG,)) as pool:\n        pass\n',
    );
  });

  test('several pools share it', () => {
    expect(handOver('Pool()\nPool(2)\n')).toBe(
      'def _init_worker(config):\n    global CONFIG\n    CONFIG = config\n\n\n' +
        'Pool(initializer=_init_worker, initargs=(CONFIG,))\n' +
        'Pool(2, initializer=_init_worker, initargs=(CONFIG,))\n',
    );
  });

  test('a parameter hides no name of the module', () => {
    expect(handOver('config = 1\nPool(None, None)\n')).toBe(
      'config = 1\n\n\ndef _init_worker(config_):\n    global CONFIG\n    CONFIG = config_\n\n\n' +
        'Pool(None, _init_worker, initargs=(CONFIG,))\n',
    );
  });
});

describe('an initializer of its own', () => {
  test('grows', () => {
    expect(
      handOver(
        'def init(a):\n    """Set up."""\n    use(a)\n\n\nPool(initializer=init, initargs=(1,))\n',
      ),
    ).toBe(
      'def init(a, config):\n    """Set up."""\n    global CONFIG\n    CONFIG = config\n    use(a)\n\n\n' +
        'Pool(initializer=init, initargs=(1, CONFIG))\n',
    );
  });

  test('keeps its global statement', () => {
    expect(
      handOver(
        'def init(a):\n    global A\n    A = a\n\n\nPool(initializer=init, initargs=(A,))\n',
      ),
    ).toBe(
      'def init(a, config):\n    global A, CONFIG\n    A = a\n    CONFIG = config\n\n\n' +
        'Pool(initializer=init, initargs=(A, CONFIG))\n',
    );
  });

  test('takes the value first where it has defaults or the arguments are not written out', () => {
    expect(
      handOver('def init(a, b=1):\n    use(a)\n\n\nPool(initializer=init, initargs=(1,))\n'),
    ).toContain('def init(config, a, b=1):');
    const computed = handOver(
      'def init(*args):\n    use(args)\n\n\nPool(initializer=init, initargs=args)\n',
    );
    expect(computed).toContain('def init(config, *args):');
    expect(computed).toContain('initargs=(CONFIG, *args))');
  });

  test('is left alone where it has a local of that name', () => {
    expect(handOver('def init():\n    CONFIG = 1\n\n\nPool(initializer=init)\n')).toMatch(
      /its own/,
    );
  });
});

describe('an initializer that something else uses', () => {
  test('is called by a new one', () => {
    expect(
      handOver('import tools\nPool(2, tools.setup, (1, 2))\nPool(2, tools.setup, (3,))\n'),
    ).toBe(
      'import tools\n\n\ndef _init_worker(config, *args):\n    global CONFIG\n    CONFIG = config\n' +
        '    tools.setup(*args)\n\n\nPool(2, _init_worker, (CONFIG, 1, 2))\nPool(2, _init_worker, (CONFIG, 3))\n',
    );
    const shared = 'def init():\n    pass\n\n\ninit()\nPool(initializer=init)\n';
    expect(handOver(shared)).toContain('    CONFIG = config\n    init()\n');
    const exported = 'def init():\n    pass\n\n\nPool(initializer=init)\n';
    expect(handOver(exported, new Set(['init']))).toContain('    CONFIG = config\n    init()\n');
  });

  test('is left alone where it is no name of the module', () => {
    expect(handOver('Pool(initializer=lambda: 1)\n')).toMatch(/can't be called/);
    expect(handOver('def main(init):\n    Pool(initializer=init)\n')).toMatch(/can't be called/);
  });
});
