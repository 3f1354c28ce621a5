import type { Rule } from '../../transforms/transform.ts';

const PEP_263 = 'https://peps.python.org/pep-0263/';

/** A file that can't be read or decoded. */
export const UNREADABLE: Rule = {
  code: 'MP001',
  name: 'unreadable',
  summary: 'a file that could not be read or decoded',
  why: [
    'Nothing can be said about a file whose bytes are no text: its encoding is not the one that it declares, it is',
    'binary data, it is too large, or the system refuses to open it. Python would refuse most of these files too.',
    '\nThe message says which byte is wrong, and where. The other files of the run are still done.',
  ].join('\n'),
  startMethods: [],
  fixable: 'no',
  fixSafety:
    'There is no fix: save the file as UTF-8, or declare its encoding in the first two lines.',
  references: [PEP_263],
};

/** A file that isn't valid Python 3. */
export const INVALID_SYNTAX: Rule = {
  code: 'MP002',
  name: 'invalid-syntax',
  summary: 'a file that is no valid Python 3',
  why: [
    'A patch is only made for a file that CPython could compile: one whose syntax is right, and whose assignments,',
    'parameters, `return`, `await`, `global` and the like stand where they may. Python 3.8 to 3.15 is understood;',
    'what any of these versions takes is right. Python 2 is recognised and named.',
    '\nThe message says what is wrong, or what was expected near the place that it names. If CPython does run the file,',
    'mpfix is wrong: please report it.',
    '\nThe file is left as it is, and the other files of the run are still done. Files that never mention processes are',
    'not looked at; with `--no-prefilter` they are.',
    '\n`except A, e` is Python 2 and, with another meaning, Python 3.14. The oldest Python that the project supports',
    'decides: `--target-version`, the setting `target-version`, or `requires-python`. Where it is unknown, the line is',
    'Python 2 if nothing in the file gives `e` a meaning.',
  ].join('\n'),
  startMethods: [],
  fixable: 'no',
  fixSafety: 'There is no fix: make the file valid Python 3 first.',
  references: [
    'https://docs.python.org/3/reference/grammar.html',
    'https://peps.python.org/pep-0758/',
  ],
};

/** The rules about whole files. They hold in every run unless they are ignored by name. */
export const FILE_RULES: readonly Rule[] = [UNREADABLE, INVALID_SYNTAX];
