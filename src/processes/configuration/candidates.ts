import type { Node } from '../../syntax/node.ts';
import type { StartMethod } from '../start-method.ts';
import type { Children } from '../state/children.ts';
import type { ChildCode } from '../state/reads.ts';
import type { Configuration } from './kinds.ts';
import type { Setter } from './setters.ts';

/** Something that may be set up in the parent only, and how to tell whether children depend on it. */
export interface Candidate {
  readonly configuration: LostConfiguration['configuration'];
  readonly setters: readonly Setter[];
  readonly uses: (fn: Node) => boolean;
  /** Whether children may set it up themselves, in code of other files. */
  readonly mayBeSetUp: (children: Children) => boolean;
}

export interface LostConfiguration {
  readonly configuration: Pick<Configuration, 'what' | 'use' | 'without' | 'notRepeated' | 'doubt'>;
  /** What sets it up in the parent, in the order of the text. */
  readonly setters: readonly [Setter, ...Setter[]];
  /** The children that depend on it, each with the function that shows it. */
  readonly users: readonly User[];
  readonly startMethods: readonly StartMethod[];
}

export interface User {
  readonly children: Children;
  readonly code: ChildCode;
}
