/** What the rest of the project says of a file: made by the link step, read by the process model. */
export interface FileFacts {
  /** Paths of the files that import this one. */
  readonly importedBy: readonly string[];
  /** The names of this module that they use; `all` where a star import or the module itself travels. */
  readonly importedNames: ReadonlySet<string> | 'all';
  /** The set-up or `.spec` file that freezes this program, or null. */
  readonly frozenBy: string | null;
}

/** A file on its own: a project of one. */
export const SINGLE_FILE: FileFacts = {
  importedBy: [],
  importedNames: new Set(),
  frozenBy: null,
};
