import type { CreationKind, Library } from './libraries.ts';
import type { StartMethod } from './start-method.ts';
import type { Step } from './step.ts';
import type { Target } from './targets.ts';

/** What the rest of the project says of a file: made by the link step, read by the process model. */
export interface FileFacts {
  /** Paths of the files that import this one. */
  readonly importedBy: readonly string[];
  /** Whether children that import their program again, or the module of a worker, may import this file with it. */
  readonly isImportedByChildren: boolean;
  /** The names of this module that they use; `all` where a star import or the module itself travels. */
  readonly importedNames: ReadonlySet<string> | 'all';
  /** The set-up or `.spec` file that freezes this program, or null. */
  readonly frozenBy: string | null;
  /** The functions of this file that a set-up file deploys to AWS Lambda. */
  readonly lambdaHandlers: ReadonlySet<string>;
  /** The console scripts that call a function of this file: `tool = "package.module:main"`. */
  readonly consoleScripts: readonly ConsoleScript[];
  /** What code of other files starts processes, by what this file calls it. */
  readonly starts: ReadonlyMap<Target, LinkedStart>;
  /** The names of all that lies in a notebook's folder; null for other files, and where that is not known. */
  readonly neighbours: ReadonlySet<string> | null;
  /** Where the module that pins fork is, or would be, for this file; why it has no place; null where nobody asked. */
  readonly pin: PinPlace | PinObstacle | null;
  /** What other files need of the processes that this one starts. */
  readonly demands: readonly PinDemand[];
  /** What contexts of other files are called here, with their start methods: `._start_method.context()`. */
  readonly contexts: ReadonlyMap<string, StartMethod>;
  /** The functions and classes of this file that other files hand to children, by their own names. */
  readonly workers: ReadonlyMap<Target, Step>;
  /** The programs whose children run code of this file and that it imports, by the modules' names here. */
  readonly programs: ReadonlyMap<string, ImportedProgram>;
  /** What it calls or hands to children that should be in the project, but is not found there. */
  readonly unresolved: ReadonlySet<Target>;
  /** The decorators of other files whose results go by a name of their own, by what this file calls them. */
  readonly bareDecorators: ReadonlyMap<Target, LinkedDecorator>;
  /** The state of modules that this file and others share. */
  readonly state: LinkedState;
}

/** The function inside a decorator that takes the place of what is decorated, without `functools.wraps`. */
export interface BareSummary {
  /** Whether the decorator is what calling the function gives. */
  readonly isFactory: boolean;
  readonly inner: string;
  /** Where that is defined, from 1. */
  readonly row: number;
  /** Whether it is given the `__name__`, though not the `__qualname__`. */
  readonly hasName: boolean;
}

export interface LinkedDecorator extends BareSummary {
  /** Relative to the working directory. */
  readonly path: string;
}

/** Which variables of modules code in other files reads and sets. */
export interface LinkedState {
  /** What children read that run a worker of another file, by what this file calls it, or that a call starts there. */
  readonly reads: ReadonlyMap<Target, readonly LinkedVariable[]>;
  /** What a call of another file's code sets, or a callable of another file that is handed to children. */
  readonly sets: ReadonlyMap<Target, readonly LinkedVariable[]>;
  /** The variables that this file names, by their keys there: what identifies each in the whole project. */
  readonly variables: ReadonlyMap<string, string>;
}

/** A variable of a module, and a place where it is read or set. */
export interface LinkedVariable {
  readonly id: string;
  /** `settings.DEBUG` */
  readonly text: string;
  /** The text of the value that an import gives it, where one expression says it. */
  readonly initial: string | null;
  /** What each import makes for processes to share: `multiprocessing.Lock`; null for other values. */
  readonly primitive: string | null;
  readonly step: Step;
}

/** A program that is imported under its own name while it runs as `__main__`. */
export interface ImportedProgram {
  /** Relative to the working directory. */
  readonly path: string;
  /** The variables of the program that the children's code asks the module for and that only the program sets. */
  readonly missing: readonly MissingVariable[];
  /** The names of its classes. */
  readonly classes: ReadonlySet<string>;
}

export interface MissingVariable {
  /** Where the children's code reads it. */
  readonly read: LinkedVariable;
  /** Where the program sets it. */
  readonly set: LinkedVariable;
}

/** A start that a finding of another file depends on. */
export interface PinDemand {
  /** Where the processes are started, with a path relative to the working directory. */
  readonly at: Step;
  /** The code of the rule. */
  readonly code: string;
  /** Where the finding is: `main.py, line 7`. */
  readonly from: string;
}

export interface PinPlace {
  /** How this file imports it: `._start_method`. */
  readonly module: string;
  /** The function in it that gives the context. */
  readonly function: string;
  /** Its path, relative to the working directory. */
  readonly path: string;
  readonly exists: boolean;
  /** The outermost package that it is for; null for scripts. */
  readonly package: string | null;
}

export interface PinObstacle {
  readonly obstacle: string;
}

export interface ConsoleScript {
  readonly name: string;
  /** `main` of `package.module:main`. */
  readonly attribute: string;
  /** `pyproject.toml`, relative to the working directory. */
  readonly definedIn: string;
}

/** Processes that another file starts, and the way to where. */
export interface LinkedStart {
  readonly kind: CreationKind;
  readonly library: Library;
  readonly method: StartMethod | null;
  readonly way: readonly Step[];
}

/** A file on its own: a project of one. */
export const SINGLE_FILE: FileFacts = {
  importedBy: [],
  isImportedByChildren: true,
  importedNames: new Set(),
  frozenBy: null,
  lambdaHandlers: new Set(),
  consoleScripts: [],
  starts: new Map(),
  neighbours: null,
  pin: null,
  demands: [],
  contexts: new Map(),
  workers: new Map(),
  programs: new Map(),
  unresolved: new Set(),
  bareDecorators: new Map(),
  state: { reads: new Map(), sets: new Map(), variables: new Map() },
};
