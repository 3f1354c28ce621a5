/** What is given to children to run, and which code nothing else runs. */
import type { Semantics } from '../../../semantics/semantics.ts';
import type { Node } from '../../../syntax/node.ts';
import type { Creation, ProcessModel, Submission } from '../../model.ts';
import { START_METHODS, type StartMethod } from '../../start-method.ts';
import { ownName } from '../../targets.ts';
import { type ChildCode, codeReachedFrom, nameOf } from '../reads.ts';

/** A call that hands work to children. */
export interface Task {
  /** The submission, or the call that makes an instance of a class of processes. */
  readonly call: Node;
  readonly submission: Submission | null;
  /** The functions of this file that children begin with. */
  readonly roots: readonly ChildCode[];
  /** Behind these the children may have begun. */
  readonly moments: readonly Node[];
  readonly startMethods: readonly StartMethod[];
}

/** The tasks of a file, in the order of the text. */
export function tasksOf(model: ProcessModel): Task[] {
  const submitted = model.submissions.flatMap((submission) => submittedTask(submission, model));
  const instances = model.creations.flatMap((creation) => instanceTask(creation, model));
  return [...submitted, ...instances].sort((a, b) => a.call.from - b.call.from);
}

function submittedTask(submission: Submission, model: ProcessModel): Task[] {
  const { call, method, workers, creations } = submission;
  const functions = workers.flatMap(({ definition }) =>
    definition && definition.kind !== 'ClassDefinition' ? [definition] : [],
  );
  const [creation] = creations;
  // What a manager's server runs is asked for through proxies.
  if (functions.length === 0 || method === 'callable') return [];
  const starts = method === 'target' && creation ? startsOf(creation, model) : [];
  return [
    {
      call: call.node,
      submission,
      roots: rootsFrom(functions, model),
      moments: starts.length > 0 ? starts : [call.node],
      startMethods: creation?.method ? [creation.method] : START_METHODS,
    },
  ];
}

function instanceTask(creation: Creation, model: ProcessModel): Task[] {
  const { call, processClass, method } = creation;
  const run = processClass ? model.semantics.values.method(processClass, 'run') : [];
  const moments = startsOf(creation, model);
  return run.length > 0 && moments.length > 0
    ? [
        {
          call: call.node,
          submission: null,
          roots: rootsFrom(run, model),
          moments,
          startMethods: method ? [method] : START_METHODS,
        },
      ]
    : [];
}

function rootsFrom(functions: readonly Node[], model: ProcessModel): ChildCode[] {
  return [...new Set(functions)].map((fn) => ({ fn, way: [nameOf(fn, model)] }));
}

function startsOf(creation: Creation, { starts }: ProcessModel): Node[] {
  return starts.filter(({ creations }) => creations.includes(creation)).map(({ node }) => node);
}

/** Where code may run. */
export type Zone = 'child' | 'both' | 'parent';

/** Which code of a file only children run, which only the parent. What is not certain is `both`. */
export class Zones {
  private readonly onlyChildren: ReadonlyMap<Node, ChildCode>;
  private readonly mayBeChildren: ReadonlySet<Node>;

  constructor(
    private readonly model: ProcessModel,
    tasks: readonly Task[],
  ) {
    const roots = tasks.flatMap((task) => task.roots);
    this.onlyChildren = this.exclusive(
      new Map(codeReachedFrom(roots, model).map((c) => [c.fn, c])),
    );
    this.mayBeChildren = this.mentionedFrom(roots.map(({ fn }) => fn));
  }

  /** The functions that nothing but children run, and how they come to them. */
  get childCode(): ChildCode[] {
    return [...this.onlyChildren.values()];
  }

  of(node: Node): Zone {
    const units = [...this.unitsAround(node)];
    if (units.some((unit) => this.onlyChildren.has(unit))) return 'child';
    return units.some((unit) => this.mayBeChildren.has(unit)) ? 'both' : 'parent';
  }

  private *unitsAround(node: Node): Generator<Node> {
    const { semantics } = this.model;
    for (
      let unit = semantics.enclosingFunction(node);
      unit;
      unit = semantics.enclosingFunction(unit)
    ) {
      yield unit;
    }
  }

  /** Takes out what other code than theirs calls or hands on, until nothing of that is left. */
  private exclusive(codes: Map<Node, ChildCode>): Map<Node, ChildCode> {
    const handed = this.model.submissions.flatMap(({ argument, workers }) => [
      argument.value,
      ...workers.map(({ node }) => node),
    ]);
    const isInside = (node: Node) =>
      handed.some((argument) => argument.contains(node)) ||
      [...this.unitsAround(node)].some((unit) => codes.has(unit));
    const mentions = new Map([...codes.keys()].map((fn) => [fn, this.mentionsOf(fn)]));
    for (let size = -1; size !== codes.size; ) {
      size = codes.size;
      for (const [fn, places] of mentions) {
        if (places === null || !places.every(isInside)) codes.delete(fn);
      }
    }
    return codes;
  }

  /** Every place that may mean a function; null where not all of them can be told. */
  private mentionsOf(fn: Node): Node[] | null {
    const { semantics, facts } = this.model;
    const name = semantics.functionShape(fn)?.nameNode;
    if (!name) return [fn];
    const decorators = semantics.functionShape(fn)?.decorators ?? [];
    if (decorators.some((decorator) => !PLAIN_DECORATOR.test(semantics.textOf(decorator))))
      return null;
    const text = semantics.textOf(name);
    const scope = semantics.scopeOf(fn);
    if (scope.kind === 'class') return this.mentionsOfMethod(text, scope.node);
    const isShared = facts.importedNames === 'all' || facts.importedNames.has(text);
    if (scope.kind === 'module' && isShared) return null;
    const binding = semantics.bindingOf(name);
    return binding?.definitions.length === 1
      ? [...binding.references.map(({ node }) => node), ...this.aliases(fn)]
      : null;
  }

  private mentionsOfMethod(name: string, owner: Node): Node[] | null {
    const { semantics, facts } = this.model;
    const className = semantics.textOf(owner.child('VariableName') ?? owner);
    const isShared = facts.importedNames === 'all' || facts.importedNames.has(className);
    // Whoever has an instance may call its methods; that of a process is for the child, though.
    if (isShared && name !== 'run' && !name.startsWith('_')) return null;
    if (/^__\w+__$/.test(name) || hasDynamicAttributes(semantics)) return null;
    return membersNamed(semantics, name).filter((member) => mayBelongTo(member, owner, semantics));
  }

  /** The uses of the names that a worker is given on its way to the call that hands it over. */
  private aliases(fn: Node): Node[] {
    const { semantics, submissions } = this.model;
    return submissions
      .flatMap(({ workers }) => workers.filter(({ definition }) => definition === fn))
      .flatMap((worker) => worker.aliases)
      .flatMap((alias) => semantics.bindingOf(alias)?.references.map(({ node }) => node) ?? []);
  }

  /** All functions whose names are mentioned in code that children may run. */
  private mentionedFrom(roots: readonly Node[]): Set<Node> {
    const { semantics, facts } = this.model;
    const all = semantics.tree.root.descendants('FunctionDefinition');
    const byName = new Map<string, Node[]>();
    for (const fn of all) {
      const name = this.textOfName(fn);
      byName.set(name, [...(byName.get(name) ?? []), fn]);
    }
    const found = new Set<Node>(roots);
    for (const fn of all) {
      const isForeignWorker = facts.workers.has(ownName(fn, semantics) ?? '');
      if (isForeignWorker || isSpecial(this.textOfName(fn))) found.add(fn);
    }
    // A Set's iteration goes on over what is added to it on the way.
    for (const fn of found) {
      for (const node of fn.walk()) {
        if (node.kind !== 'VariableName' && node.kind !== 'PropertyName') continue;
        for (const named of byName.get(semantics.textOf(node)) ?? []) found.add(named);
      }
    }
    return found;
  }

  private textOfName(fn: Node): string {
    const name = fn.child('VariableName');
    return name ? this.model.semantics.textOf(name) : '';
  }
}

const PLAIN_DECORATOR = /^@\s*(staticmethod|classmethod)\b/;

/** What Python calls on an instance in whatever process it is: all but what makes one. */
function isSpecial(name: string): boolean {
  return /^__\w+__$/.test(name) && !/^__(init|new|post_init|enter|exit|del)__$/.test(name);
}

const members = new WeakMap<Semantics, ReadonlyMap<string, readonly Node[]>>();

/** All expressions `….name`, in the order of the text. */
export function membersNamed(semantics: Semantics, name: string): readonly Node[] {
  let table = members.get(semantics);
  if (!table) {
    table = membersByName(semantics);
    members.set(semantics, table);
  }
  return table.get(name) ?? [];
}

function membersByName(semantics: Semantics): Map<string, Node[]> {
  const table = new Map<string, Node[]>();
  for (const member of semantics.tree.root.descendants('MemberExpression')) {
    const name = semantics.attribute(member)?.name;
    if (name === undefined) continue;
    const list = table.get(name);
    if (list) list.push(member);
    else table.set(name, [member]);
  }
  return table;
}

/** Whether an attribute may be one of a class, its instances, or those of a class that it is related to. */
export function mayBelongTo(member: Node, owner: Node, semantics: Semantics): boolean {
  const object = member.firstChild;
  if (!object) return false;
  const classes = semantics.values.classesOf(object);
  return classes.length > 0
    ? classes.some((other) => areRelated(other, owner, semantics))
    : semantics.values.qualifiedNames(object).length === 0;
}

/** Whether of two classes one derives from the other. */
export function areRelated(a: Node, b: Node, semantics: Semantics): boolean {
  return derivesFrom(a, b, semantics) || derivesFrom(b, a, semantics);
}

function derivesFrom(derived: Node, base: Node, semantics: Semantics): boolean {
  const line = new Set([derived]);
  // A Set's iteration goes on over what is added to it on the way.
  for (const each of line) for (const above of semantics.values.baseClasses(each)) line.add(above);
  return line.has(base);
}

function hasDynamicAttributes({ tree }: Semantics): boolean {
  return /\b(get|set|del)attr\((?![^,()]*,\s*['"])/.test(tree.text);
}
