import type { ProcessModel } from '../processes/model.ts';
import type { Node } from '../syntax/node.ts';
import type { Code } from './code-facts.ts';
import type { Meanings } from './meanings.ts';
import type { Program } from './program.ts';

/** The methods that derived classes have in the place of another class's: an instance may be of any of them. */
export class Overrides {
  private readonly derived = new Map<Node, readonly Code[]>();

  constructor(
    private readonly program: Program,
    private readonly meanings: Meanings,
  ) {}

  of({ model, node }: Code): Code[] {
    const { semantics } = model;
    const nameNode = node.kind === 'FunctionDefinition' ? node.child('VariableName') : null;
    const scope = nameNode && semantics.bindingOf(nameNode)?.scope;
    if (!nameNode || scope?.kind !== 'class') return [];
    const name = semantics.textOf(nameNode);
    return this.derivedFrom({ model, node: scope.node }).flatMap((derived) =>
      derived.model.semantics.values
        .method(derived.node, name)
        .filter((method) => derived.node.contains(method))
        .map((method) => ({ model: derived.model, node: method })),
    );
  }

  /** The classes that derive from a class, directly or through others. */
  private derivedFrom(base: Code): readonly Code[] {
    let found = this.derived.get(base.node);
    if (!found) {
      this.derived.set(base.node, []);
      const direct = this.directlyFrom(base);
      found = [...direct, ...direct.flatMap((each) => this.derivedFrom(each))];
      this.derived.set(base.node, found);
    }
    return found;
  }

  private directlyFrom({ model, node }: Code): Code[] {
    const nameNode = node.child('VariableName');
    if (!nameNode) return [];
    const name = model.semantics.textOf(nameNode);
    const others = this.program
      .dependentsWith(model.path, name)
      .flatMap((file) => this.program.modelOf(file) ?? []);
    return [model, ...others].flatMap((other) =>
      other.tree.root
        .descendants('ClassDefinition')
        .filter((each) => this.hasBase(each, node, other))
        .map((each) => ({ model: other, node: each })),
    );
  }

  private hasBase(classNode: Node, base: Node, model: ProcessModel): boolean {
    const { values } = model.semantics;
    return values.bases(classNode).some(
      (each) =>
        values.definitions(each).includes(base) ||
        values
          .qualifiedNames(each)
          .flatMap((name) => this.meanings.of(name, model))
          .some((meaning) => meaning.kind === 'definition' && meaning.node === base),
    );
  }
}
