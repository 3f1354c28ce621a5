import type { ProcessModel } from '../processes/model.ts';
import type { Binding } from '../semantics/scopes.ts';
import type { Node } from '../syntax/node.ts';
import { simpleAssignment } from '../syntax/shapes.ts';
import type { Program } from './program.ts';

/** Which code of a file the parent may run on its own: neither each child that imports the file, nor workers only. */
export class ParentCode {
  private readonly known = new Map<Node, boolean>();

  constructor(
    private readonly model: ProcessModel,
    private readonly program: Program,
  ) {}

  /** Whether the code that a node belongs to is the parent's. */
  has(node: Node): boolean {
    const fn = this.model.semantics.enclosingFunction(node);
    return fn ? this.runs(fn) : this.model.isGuarded(node);
  }

  /** Whether the parent may run a function or lambda. */
  runs(fn: Node): boolean {
    let answer = this.known.get(fn);
    if (answer === undefined) {
      answer = this.isReached(fn);
      this.known.set(fn, answer);
    }
    return answer;
  }

  /** Whether some way through those that use a function begins elsewhere than in workers and where the module is imported. */
  private isReached(fn: Node): boolean {
    const { semantics } = this.model;
    const users = new Set([fn]);
    // A Set's iteration goes on over what is added to it on the way.
    for (const user of users) {
      const places = this.known.get(user) === true ? null : this.usesOf(user);
      if (places === null) return true;
      for (const place of places) {
        if (isHandedOver(place, this.model)) continue;
        const owner = semantics.enclosingFunction(place);
        if (owner) users.add(owner);
        else if (this.model.isGuarded(place)) return true;
      }
    }
    return false;
  }

  /** The places that may lead to a function's call; null where others may call it too. */
  private usesOf(fn: Node): readonly Node[] | null {
    const { semantics, runsInWorkers } = this.model;
    if (semantics.enclosingFunction(fn)) return [fn];
    const nameNode = fn.kind === 'LambdaExpression' ? assignedName(fn) : fn.child('VariableName');
    const binding = nameNode && semantics.bindingOf(nameNode);
    if (!binding) return null;
    const places = this.placesOf(binding, fn);
    if (places === null || (places.length === 0 && !runsInWorkers.has(fn))) return null;
    return places;
  }

  private placesOf(binding: Binding, fn: Node): readonly Node[] | null {
    const { semantics } = this.model;
    const own = binding.references.map(({ node }) => node).filter((node) => !fn.contains(node));
    if (binding.scope.kind === 'module') return this.isUsedElsewhere(binding.name) ? null : own;
    if (binding.scope.kind !== 'class') return own;
    const classNode = binding.scope.node;
    const className = classNode.child('VariableName');
    const ofClass = className && semantics.bindingOf(className);
    if (!ofClass || this.isUsedElsewhere(ofClass.name)) return null;
    const asked = semantics.tree.root
      .descendants('MemberExpression')
      .filter((member) => semantics.attribute(member)?.name === binding.name);
    const isSpecial = /^__\w+__$/.test(binding.name);
    const isMaking = /^__(init|new|post_init)__$/.test(binding.name);
    // Any operator, loop or class statement may run one.
    if ((isSpecial && !isMaking) || isMetaclass(classNode, this.model)) return null;
    const making = isMaking ? ofClass.references.map(({ node }) => node) : [];
    const places = [...own, ...asked, ...making];
    // Children call the `run` of a Process.
    const isRun = binding.name === 'run' && isProcess(classNode, this.model);
    return places.length === 0 && isRun ? [classNode] : places;
  }

  /** Whether other files use a name of this one otherwise than to hand it to children. */
  private isUsedElsewhere(name: string): boolean {
    const { importedNames, importedBy } = this.model.facts;
    if (importedBy.length === 0) return false;
    if (importedNames !== 'all' && !importedNames.has(name)) return false;
    return this.program
      .dependentsWith(this.model.path, name)
      .flatMap((file) => this.program.modelOf(file) ?? [])
      .some((other) => placesOf(name, other).some((place) => !isHandedOver(place, other)));
  }
}

function isProcess(classNode: Node, { semantics }: ProcessModel): boolean {
  return [classNode, ...semantics.values.baseClasses(classNode)].some((owner) =>
    semantics.values.bases(owner).some((base) => /Process$/.test(semantics.textOf(base))),
  );
}

function isMetaclass(classNode: Node, { semantics }: ProcessModel): boolean {
  return [classNode, ...semantics.values.baseClasses(classNode)].some((owner) =>
    semantics.values
      .bases(owner)
      .some((base) => /(^type|Meta|EnumType)$/.test(semantics.textOf(base))),
  );
}

/** The places of a file that may mean a name of another one. */
export function placesOf(name: string, { semantics }: ProcessModel): Node[] {
  const { scopes, tree } = semantics;
  const imported = scopes.all.flatMap((scope) =>
    [...scope.bindings.values()].filter((binding) =>
      binding.definitions.some((definition) => definition.imported?.imported === name),
    ),
  );
  const unbound = scopes.references.filter((r) => r.binding === null && r.name === name);
  const asked = tree.root
    .descendants('MemberExpression')
    .filter((member) => semantics.attribute(member)?.name === name);
  return [
    ...imported.flatMap((binding) => binding.references.map(({ node }) => node)),
    ...unbound.map(({ node }) => node),
    ...asked,
  ];
}

function isHandedOver(place: Node, { submissions }: ProcessModel): boolean {
  return submissions.some(({ argument }) => argument.value.contains(place));
}

/** `f` of `f = lambda: …`. */
function assignedName(lambda: Node): Node | null {
  return lambda.parent ? (simpleAssignment(lambda.parent)?.target ?? null) : null;
}
