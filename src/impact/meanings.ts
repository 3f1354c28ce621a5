import type { ProcessModel } from '../processes/model.ts';
import type { Binding } from '../semantics/scopes.ts';
import type { Node } from '../syntax/node.ts';
import { importedName } from '../syntax/shapes.ts';
import type { Program } from './program.ts';

/** What a dotted name stands for, where the project's files tell. */
export type Meaning =
  | { readonly kind: 'definition'; readonly model: ProcessModel; readonly node: Node }
  /** A variable of a module; what follows its name is asked of its value. */
  | { readonly kind: 'variable'; readonly model: ProcessModel; readonly binding: Binding }
  | { readonly kind: 'module'; readonly file: string }
  /** An attribute of an object of which nothing is known. */
  | { readonly kind: 'object' }
  /** A name of a package, or of Python's own. */
  | { readonly kind: 'outside' }
  /** It should be in the project, but is not found there. */
  | { readonly kind: 'lost' };

const OBJECT: Meaning = { kind: 'object' };
const LOST: Meaning = { kind: 'lost' };

/** How far names are followed that lead to names: further, they go round in a circle. */
const MAX_DEPTH = 12;

/** Follows dotted names through the files of a project. */
export class Meanings {
  private readonly known = new Map<string, readonly Meaning[]>();

  constructor(private readonly program: Program) {}

  /** What a name stands for, seen from a file. */
  of(dotted: string, { path }: ProcessModel): readonly Meaning[] {
    return this.lookUp(dotted, path, 0);
  }

  /** The method that a class, or one that it derives from, has under a name. */
  methodOf(model: ProcessModel, classNode: Node, name: string): readonly Meaning[] {
    return this.member(model, classNode, name, 0);
  }

  private lookUp(dotted: string, file: string, depth: number): readonly Meaning[] {
    const key = `${file}\0${dotted}`;
    let found = this.known.get(key);
    if (!found) {
      const module = depth < MAX_DEPTH ? this.program.moduleOf(dotted, file) : null;
      if (module) found = this.inModule(module.file, module.rest, depth);
      else found = [dotted.startsWith('.') || depth >= MAX_DEPTH ? LOST : { kind: 'outside' }];
      this.known.set(key, found);
    }
    return found;
  }

  private inModule(file: string, rest: readonly string[], depth: number): readonly Meaning[] {
    const [name, ...others] = rest;
    if (name === undefined) return [{ kind: 'module', file }];
    const model = this.program.modelOf(file);
    if (!model) return [LOST];
    const binding = model.semantics.scopes.module.bindings.get(name);
    if (binding) return this.ofBinding(binding, others, model, depth);
    const starred = model.semantics.scopes.starImports.flatMap(({ module }) =>
      this.lookUp([module, ...rest].join('.').replace(/\.\(\)/g, '()'), file, depth + 1),
    );
    const isFound = starred.some(({ kind }) => kind !== 'lost' && kind !== 'outside');
    return isFound ? starred : [LOST];
  }

  private ofBinding(
    binding: Binding,
    rest: readonly string[],
    model: ProcessModel,
    depth: number,
  ): Meaning[] {
    return binding.definitions.flatMap((definition): readonly Meaning[] => {
      const { kind, node, imported } = definition;
      if (imported) {
        const dotted = [importedName(imported), ...rest].join('.').replace(/\.\(\)/g, '()');
        return this.lookUp(dotted, model.path, depth + 1);
      }
      if (kind === 'function') {
        return rest.length === 0 ? [{ kind: 'definition', model, node }] : [OBJECT];
      }
      if (kind === 'class') return this.ofClass(model, node, rest, depth);
      return [{ kind: 'variable', model, binding }];
    });
  }

  private ofClass(
    model: ProcessModel,
    node: Node,
    rest: readonly string[],
    depth: number,
  ): readonly Meaning[] {
    const own: Meaning = { kind: 'definition', model, node };
    const [name, ...others] = rest.filter((token) => token !== '()');
    if (name === undefined) return [own];
    const found = others.length === 0 ? this.member(model, node, name, depth) : [OBJECT];
    return [own, ...found];
  }

  private member(model: ProcessModel, node: Node, name: string, depth: number): readonly Meaning[] {
    const { values, scopes } = model.semantics;
    const methods = values.method(node, name);
    if (methods.length > 0) {
      return methods.map((method) => ({ kind: 'definition', model, node: method }));
    }
    if (scopes.opened.get(node)?.bindings.has(name) || values.attributesOf(node).has(name)) {
      return [OBJECT];
    }
    const bases = [node, ...values.baseClasses(node)].flatMap((owner) => values.bases(owner));
    const elsewhere = bases.filter((base) => values.definitions(base).length === 0);
    if (elsewhere.length === 0 || depth >= MAX_DEPTH) return [LOST];
    return elsewhere.flatMap((base): readonly Meaning[] => {
      const names = values.qualifiedNames(base);
      if (names.length === 0) return [LOST];
      return names.flatMap((dotted) => this.lookUp(`${dotted}.${name}`, model.path, depth + 1));
    });
  }
}
