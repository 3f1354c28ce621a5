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

/** A file that isn't valid Python 3, as far as the parser can tell. */
export const INVALID_SYNTAX: Rule = {
  code: 'MP002',
  name: 'invalid-syntax',
  summary: 'a file that is not understood as Python 3',
  why: [
    'A file is only worked on when all of it is understood. Python 2 is recognised and named. What else is not',
    'understood is most often an error in the file; it can also be valid Python that the parser does not know yet.',
    '\nThe file is left as it is, and the other files of the run are still done.',
  ].join('\n'),
  startMethods: [],
  fixable: 'no',
  fixSafety: 'There is no fix: make the file valid Python 3 first.',
  references: ['https://docs.python.org/3/reference/grammar.html'],
};

/** The rules about whole files. They hold in every run unless they are ignored by name. */
export const FILE_RULES: readonly Rule[] = [UNREADABLE, INVALID_SYNTAX];
