import type { Node } from '../syntax/node.ts';
import type { Binding, Definition } from './scopes.ts';
import type { Semantics } from './semantics.ts';

/** What `from module import *` takes from a module. */
export interface Exports {
  readonly names: ReadonlySet<string>;
  /** Whether `__all__` names them; otherwise they are the names without an underscore in front. */
  readonly isDeclared: boolean;
  /** Whether there are no more: not where `__all__` is computed, or where the module has star imports or sets names unseen. */
  readonly isComplete: boolean;
}

/** Reads a module's `__all__`, or what holds without one. */
export function exportsOf(semantics: Semantics): Exports {
  const { module } = semantics.scopes;
  const declared = module.bindings.get('__all__');
  if (declared) return new DeclaredExports(semantics).read(declared);
  const names = [...module.bindings.keys()].filter((name) => !name.startsWith('_'));
  return { names: new Set(names), isDeclared: false, isComplete: !semantics.mayBindOthers };
}

class DeclaredExports {
  private readonly names = new Set<string>();
  private isComplete = true;

  constructor(private readonly semantics: Semantics) {}

  read({ definitions, references }: Binding): Exports {
    for (const definition of definitions) this.addAll(listOf(definition));
    for (const { node } of references) this.addByMethod(node);
    return { names: this.names, isDeclared: true, isComplete: this.isComplete };
  }

  private addAll(list: Node | null): void {
    if (list?.kind === 'BinaryExpression') {
      this.addAll(list.firstChild);
      this.addAll(list.lastChild);
    } else if (list && SEQUENCES.has(list.kind)) {
      for (const element of this.semantics.values.elementsOf(list)) this.add(element);
    } else this.isComplete = false;
  }

  private add(element: Node | null | undefined): void {
    const name = element && LITERAL.exec(this.semantics.textOf(element))?.[2];
    if (name) this.names.add(name);
    else this.isComplete = false;
  }

  /** `__all__.append("name")`, `__all__.extend([…])` */
  private addByMethod(node: Node): void {
    const member = node.parent;
    const attribute = member && this.semantics.attribute(member);
    if (attribute?.object !== node) return;
    const call = member?.parent && this.semantics.call(member.parent);
    const given = call?.args[0]?.value ?? null;
    if (attribute.name === 'append') this.add(given);
    else if (attribute.name === 'extend') this.addAll(given);
    else this.isComplete = false;
  }
}

function listOf({ kind, value, node }: Definition): Node | null {
  return kind === 'augmented' ? node.lastChild : value;
}

const SEQUENCES: ReadonlySet<string> = new Set(['ArrayExpression', 'TupleExpression']);
const LITERAL = /^[uUrR]?(["'])([^\W\d]\w*)\1$/u;
