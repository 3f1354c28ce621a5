import type { Binding } from '../semantics/scopes.ts';
import type { Semantics } from '../semantics/semantics.ts';
import type { Node } from '../syntax/node.ts';
import type { SyntaxTree } from '../syntax/parse.ts';
import type { Argument, Call } from '../syntax/shapes.ts';
import type { FileFacts } from './facts.ts';
import type { CreationKind, Library } from './libraries.ts';
import type { Settings } from './settings.ts';
import type { StartMethod } from './start-method.ts';
import type { Step } from './step.ts';

/** All that transforms know of a file: which code runs in which process, and what starts them. */
export interface ProcessModel {
  readonly path: string;
  readonly tree: SyntaxTree;
  readonly semantics: Semantics;
  readonly facts: FileFacts;
  readonly settings: Settings;
  readonly role: ModuleRole;
  /** The `if __name__ == "__main__":` statements at module level, in order. */
  readonly guards: readonly MainGuard[];
  /** Every call that makes a pool, process, executor or manager, in order. */
  readonly creations: readonly Creation[];
  /** Every call that starts processes: creating a pool, executor or manager, or `.start()` of a process. */
  readonly starts: readonly Start[];
  /** What starts processes while the module is imported, guard or not, directly or through its functions. */
  readonly importTimeStarts: readonly ImportTimeStart[];
  /** Every call that hands a callable to children. */
  readonly submissions: readonly Submission[];
  readonly startMethodCalls: readonly StartMethodCall[];
  /** The start method that these certainly set on Linux; null where there are none, or where that is not sure. */
  readonly chosenMethod: StartMethod | null;
  readonly freezeSupportCalls: readonly Call[];
  /** The functions, lambdas and classes of this file that run in children, through calls and mentions too. */
  readonly runsInWorkers: ReadonlySet<Node>;
  /** The module's own names that code in children reads. */
  readonly readInWorkers: ReadonlySet<Binding>;
  /** Whether a node is skipped when a child imports the main module. */
  isGuarded(node: Node): boolean;
}

/** Whether the module is run as a program, imported, or both; `evidence` says why, for messages. */
export interface ModuleRole {
  readonly isMain: boolean;
  readonly isImported: boolean;
  /** Whether it runs in a kernel: what its cells define is in no child that is not forked, guard or not. */
  readonly isNotebook: boolean;
  readonly evidence: string;
}

export interface MainGuard {
  readonly statement: Node;
  readonly test: Node;
  readonly body: Node;
  /** The clauses behind the guarded one: `elif` or `else`. */
  readonly hasElse: boolean;
}

export interface Creation {
  readonly kind: CreationKind;
  readonly call: Call;
  readonly library: Library;
  /** The start method that its context has, or that a test of the program's found; null for any, or an unknown one. */
  readonly method: StartMethod | null;
  /** The class of this file that derives from Process, where an instance of it is made. */
  readonly processClass: Node | null;
  readonly holder: Holder;
}

/** Where the created object goes first. */
export type Holder =
  /** `name = Pool()` */
  | {
      readonly kind: 'name';
      readonly binding: Binding;
      readonly nameNode: Node;
      readonly statement: Node;
    }
  /** `with Pool() as name:`; the binding is null without a name */
  | { readonly kind: 'with'; readonly binding: Binding | null; readonly statement: Node }
  /** `self.pool = Pool()`, `pools[i] = Pool()` */
  | { readonly kind: 'attribute'; readonly target: Node; readonly statement: Node }
  /** `Pool().map(…)`: the member expression */
  | { readonly kind: 'chained'; readonly member: Node }
  /** An argument, an element, a returned value … */
  | { readonly kind: 'other'; readonly parent: Node };

export interface Start {
  readonly node: Node;
  readonly kind: CreationKind;
  readonly library: Library;
  /** That of its creations; null for the default. */
  readonly method: StartMethod | null;
  /** The creations whose object may be what is started. */
  readonly creations: readonly Creation[];
  /** For a call into another file: the way from there to the start. Null for a start in this file. */
  readonly behind: readonly Step[] | null;
}

export interface ImportTimeStart {
  /** The statement of the module that leads to the start. */
  readonly statement: Node;
  /** The expression in that statement's own code: the start, or the call that leads to it. */
  readonly node: Node;
  readonly start: Start;
  /** The names of this module's functions that are called on the way, outermost first; empty for a direct start. */
  readonly chain: readonly string[];
  readonly isGuarded: boolean;
}

export interface Submission {
  readonly call: Call;
  /** `map`, `apply_async`, `submit`; `target` and `initializer` for constructors; `run_in_executor`, `spawn`. */
  readonly method: string;
  readonly delivery: 'call' | 'async' | 'lazy' | 'constructor';
  readonly library: Library;
  /** The start methods under which the callable is pickled: all for a pool's tasks, not fork for the rest. */
  readonly pickledUnder: readonly StartMethod[];
  /** The creations whose object may be the receiver; the constructor itself for `target` and `initializer`. */
  readonly creations: readonly Creation[];
  /** The argument that holds the callable. */
  readonly argument: Argument;
  /** The callables that it may be, with `partial`, aliases and conditional expressions looked through. */
  readonly workers: readonly Worker[];
}

export interface Worker {
  /** The callable: a lambda, a name, an attribute … as it is written where it comes from. */
  readonly node: Node;
  /** The function, lambda or class of this file that it means, or null. */
  readonly definition: Node | null;
  /** The `functools.partial(…)` calls that it is wrapped in, outermost first. */
  readonly partials: readonly Call[];
  /** The names that it is bound to on the way, as they are used: `f` of `f = lambda x: x; pool.map(f, xs)`. */
  readonly aliases: readonly Node[];
}

export interface StartMethodCall {
  readonly call: Call;
  readonly library: Library;
  /** The method, where it is a literal. */
  readonly method: StartMethod | null;
}
