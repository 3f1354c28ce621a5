import type { Entry } from '../entry.ts';

/** What the parent has and a child lacks. */
export const STATE: readonly Entry[] = [
  {
    id: 'name-in-child',
    alone: true,
    title: 'NameError in a worker: a global that only the parent sets',
    pattern: /NameError: name '(?<name>\w+)' is not defined/,
    where: 'child',
    notWithin: /spawn\.py:(?:_fixup_main_from_\w+|prepare|import_main_path)$/,
    // A forked child has every name that its parent has.
    when: ({ process }) => !/^Fork(?!Server)/.test(process ?? ''),
    happened:
      'The worker uses `{name}`, which its process does not have. The child of spawn or forkserver imports the main file again without what stands under the main guard: a name that is set there, or in `main()`, does not exist in it. A forked child would have it.',
    advice:
      'Hand the value over, with `Pool(initializer=…, initargs=(…,))` or `Process(args=…)`; a function, class or import that is needed belongs at module level.',
    rules: ['MP501', 'MP504'],
    startMethods: ['spawn', 'forkserver'],
  },
];
