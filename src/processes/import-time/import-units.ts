import type { Binding, Definition } from '../../semantics/scopes.ts';
import type { Node } from '../../syntax/node.ts';
import { statementsOf } from '../../syntax/shapes.ts';
import type { ImportTimeStart, ProcessModel } from '../model.ts';
import { changedNames } from './changes.ts';
import { codeOf } from './code.ts';
import { type Effect, effectsOf } from './effects.ts';

/** A statement of the module, and what running it on import does, also in the functions that it calls. */
export interface ImportUnit {
  readonly node: Node;
  readonly index: number;
  readonly kind: 'docstring' | 'import' | 'definition' | 'guard' | 'other';
  /** What it starts, outside a main guard. */
  readonly starts: readonly ImportTimeStart[];
  /** The module's names that it binds in the parent. */
  readonly binds: ReadonlySet<Binding>;
  /** The module's names whose objects it may change in the parent. */
  readonly changes: ReadonlySet<Binding>;
  /** The module's names that it reads. */
  readonly reads: ReadonlySet<Binding>;
  readonly effects: readonly Effect[];
}

/** What one piece of code does itself, and which functions of this file it runs. */
interface CodeFacts {
  readonly binds: readonly Binding[];
  readonly changes: readonly Binding[];
  readonly reads: readonly Binding[];
  readonly effects: readonly Effect[];
  readonly runs: readonly Node[];
}

/** The statements of the module in their order, with what each does when the module is imported. */
export function importUnits(model: ProcessModel): ImportUnit[] {
  const reader = new ImportReader(model);
  return statementsOf(model.tree.root).map((node, index) => {
    const own = reader.factsOf(node);
    const all = reader.reachableFrom(node);
    // What a worker's code sets or changes is each process's own, wherever else it may be called.
    const inParent = all.filter(({ code }) => !model.runsInWorkers.has(code.parent as Node));
    return {
      node,
      index,
      kind: kindOf(node, index, model),
      starts: model.importTimeStarts.filter((s) => !s.isGuarded && node.contains(s.node)),
      binds: new Set([...own.binds, ...inParent.flatMap(({ facts }) => facts.binds)]),
      changes: new Set([...own.changes, ...inParent.flatMap(({ facts }) => facts.changes)]),
      reads: new Set(all.flatMap(({ facts }) => facts.reads)),
      effects: all.flatMap(({ facts }) => facts.effects),
    };
  });
}

function kindOf(node: Node, index: number, model: ProcessModel): ImportUnit['kind'] {
  if (model.guards.some((guard) => guard.statement === node)) return 'guard';
  if (node.kind === 'ImportStatement') return 'import';
  if (DEFINITIONS.has(node.kind)) return 'definition';
  const only = node.kind === 'ExpressionStatement' ? node.firstChild?.kind : undefined;
  return index === 0 && (only === 'String' || only === 'ContinuedString') ? 'docstring' : 'other';
}

const DEFINITIONS: ReadonlySet<string> = new Set([
  'FunctionDefinition',
  'ClassDefinition',
  'DecoratedStatement',
  'TypeDefinition',
]);

class ImportReader {
  private readonly known = new Map<Node, CodeFacts>();
  private readonly definitions = new Map<Node, Definition>();
  private readonly handedOver: readonly Node[];

  constructor(private readonly model: ProcessModel) {
    for (const binding of model.semantics.scopes.module.bindings.values()) {
      for (const definition of binding.definitions) {
        this.definitions.set(definition.nameNode, definition);
      }
    }
    this.handedOver = model.submissions.map((submission) => submission.argument.value);
  }

  /** A statement and the body of every function that it runs, through calls of calls, with the facts of each. */
  reachableFrom(statement: Node): { code: Node; facts: CodeFacts }[] {
    // A Set's iteration goes on over what is added to it on the way.
    const seen = new Set<Node>([statement]);
    for (const code of seen) for (const fn of this.factsOf(code).runs) seen.add(fn);
    return [...seen].map((code) => ({ code, facts: this.factsOf(code) }));
  }

  factsOf(code: Node): CodeFacts {
    let facts = this.known.get(code);
    if (!facts) {
      facts = this.read(code);
      this.known.set(code, facts);
    }
    return facts;
  }

  private read(code: Node): CodeFacts {
    const binds: Binding[] = [];
    const reads: Binding[] = [];
    const runs: Node[] = [];
    for (const node of codeOf(code)) {
      const binding = node.kind === 'VariableName' ? this.model.semantics.bindingOf(node) : null;
      if (binding?.scope === this.model.semantics.scopes.module) {
        const kind = this.definitions.get(node)?.kind;
        if (kind) binds.push(binding);
        if (!kind || kind === 'augmented' || kind === 'delete') reads.push(binding);
      }
      if (this.isRun(node)) runs.push(...this.codeBehind(node));
    }
    const changes = changedNames(code, this.model);
    return { binds, changes, reads, effects: effectsOf(code, this.model), runs };
  }

  /** The bodies of the functions that a callable stands for; for a class, of those that make an instance. */
  private codeBehind(callable: Node): Node[] {
    const { values } = this.model.semantics;
    return values
      .definitions(callable)
      .flatMap((definition) =>
        definition.kind === 'ClassDefinition'
          ? ['__init__', '__new__', '__post_init__'].flatMap((n) => values.method(definition, n))
          : [definition],
      )
      .flatMap((fn) => fn.lastChild ?? []);
  }

  /** Whether a name, attribute or lambda is called where it stands, or handed to a call that may call it. */
  private isRun(node: Node): boolean {
    if (!CALLABLE.has(node.kind)) return false;
    const { parent } = node;
    if (parent?.kind === 'CallExpression') return parent.firstChild === node;
    if (parent?.kind === 'Decorator') return true;
    const callee = parent?.kind === 'ArgList' ? parent.parent?.firstChild : null;
    return (
      parent?.parent?.kind === 'CallExpression' &&
      callee != null &&
      !KEEPS.test(this.model.semantics.values.qualifiedName(callee) ?? '') &&
      !this.handedOver.some((worker) => worker.contains(node))
    );
  }
}

/** What takes a function only to call it later, or never. */
const KEEPS =
  /^(atexit\.register|signal\.\w+|functools\.(partial|wraps|lru_cache|cache)|typing\.\w+)$/;

const CALLABLE: ReadonlySet<string> = new Set([
  'VariableName',
  'MemberExpression',
  'LambdaExpression',
]);
