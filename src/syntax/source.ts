import type { Notebook } from './notebook/notebook.ts';

/** What a file says, and all that is needed to write it back byte for byte. */
export interface Source {
  /** The file's path as the user gave it, or the name given for standard input. */
  readonly path: string;
  /** The text without a byte order mark, line ends as they are in the file. */
  readonly text: string;
  /** The encoding's name, from the PEP 263 cookie; `utf-8` without one. */
  readonly encoding: string;
  readonly hasBom: boolean;
  /** Where `text` is the cells of a notebook laid end to end. */
  readonly notebook?: Notebook;
}

/** Why a file can't be processed, and where: `offset` is null where no place in the text can be named. */
export interface Problem {
  readonly kind: 'unreadable' | 'invalid-syntax';
  readonly message: string;
  readonly offset: number | null;
}
