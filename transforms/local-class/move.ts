import type { ProcessModel } from '../../src/processes/model.ts';
import type { Binding, Scope } from '../../src/semantics/scopes.ts';
import type { Node } from '../../src/syntax/node.ts';
import type { LocalClass } from './find.ts';

/** A local class about to be moved, with what the checks need. */
export interface Move {
  readonly model: ProcessModel;
  readonly subject: LocalClass;
  readonly name: string;
  readonly binding: Binding;
  /** What the class opens. */
  readonly scope: Scope;
  /** The statement of the module that it is to stand before. */
  readonly before: Node;
}
