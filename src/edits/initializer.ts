/** What workers do before their first task: an initializer for a pool or executor, or more for the one that it has. */
import type { Semantics } from '../semantics/semantics.ts';
import type { Node } from '../syntax/node.ts';
import type { Argument, Call, FunctionShape } from '../syntax/shapes.ts';
import { append } from './append.ts';
import type { Edit, Refusal } from './fix.ts';
import { globalLine, setGlobals } from './globals.ts';
import { insertModuleFunction } from './insert.ts';
import { freshName, namesIn } from './names.ts';
import {
  type ArgumentTuple,
  addParameters,
  handMore,
  parameterName,
  tupleOf,
} from './parameters.ts';

/** A call that makes workers, and the arguments that say what they do first. No stars among its arguments. */
export interface InitializerSite {
  readonly call: Call;
  readonly initializer: Argument | null;
  readonly initargs: Argument | null;
}

/** What each worker is to do first. */
export interface WorkerSetup {
  /** The names of the module that the statements bind. */
  readonly globals: readonly string[];
  /** What the parent hands over: an expression that it evaluates where it makes the workers, and a name wished for it. */
  readonly handed: readonly { readonly wish: string; readonly argument: string }[];
  /** The statements, with the names that the parameters got. */
  readonly statements: (parameters: readonly string[]) => readonly string[];
}

/**
 * Lets the workers that some calls make begin with a set-up. Calls without an initializer share a new one; a function
 * that is nothing but the initializer of these calls grows; any other is called by a new one. `keptNames` are the names
 * that other files use, or all.
 */
export function setUpWorkers(
  semantics: Semantics,
  sites: readonly InitializerSite[],
  setup: WorkerSetup,
  keptNames: ReadonlySet<string> | 'all' = new Set(),
): readonly Edit[] | Refusal {
  const builder = new Builder(semantics, setup, new Set(namesIn(semantics.tree)));
  const edits: Edit[] = [];
  for (const group of sitesByInitializer(sites, semantics)) {
    const own = ownInitializer(group, semantics, keptNames);
    const outcome = own
      ? builder.extend(own, group)
      : group[0].initializer && !isNone(group[0].initializer)
        ? builder.wrap(group)
        : builder.make(group, null);
    if ('refusal' in outcome) return outcome;
    edits.push(...outcome);
  }
  return edits;
}

type Group = readonly [InitializerSite, ...InitializerSite[]];

function sitesByInitializer(sites: readonly InitializerSite[], semantics: Semantics): Group[] {
  const groups = new Map<string, [InitializerSite, ...InitializerSite[]]>();
  for (const site of sites) {
    const value = site.initializer && !isNone(site.initializer) ? site.initializer.value : null;
    const hasArguments = value !== null && site.initargs !== null;
    const key = value ? `${semantics.textOf(value)} ${hasArguments}` : '';
    const group = groups.get(key);
    if (group) group.push(site);
    else groups.set(key, [site]);
  }
  return [...groups.values()];
}

function isNone({ value }: Argument): boolean {
  return value.kind === 'None';
}

/** The function that the calls have as their initializer, where nothing else uses it. */
function ownInitializer(
  group: Group,
  semantics: Semantics,
  keptNames: ReadonlySet<string> | 'all',
): FunctionShape | null {
  const value = group[0].initializer?.value;
  const binding = value?.kind === 'VariableName' ? semantics.bindingOf(value) : null;
  const [definition, ...others] = binding?.definitions ?? [];
  if (!binding || definition?.kind !== 'function' || others.length > 0) return null;
  if (binding.scope.kind !== 'module') return null;
  if (keptNames === 'all' || keptNames.has(binding.name)) return null;
  const values = new Set(group.map((site) => site.initializer?.value));
  if (!binding.references.every(({ node }) => values.has(node))) return null;
  const shape = semantics.functionShape(definition.node);
  return shape && shape.decorators.length === 0 && !shape.isAsync ? shape : null;
}

class Builder {
  constructor(
    private readonly semantics: Semantics,
    private readonly setup: WorkerSetup,
    private readonly taken: Set<string>,
  ) {}

  /** A new initializer, which ends with a call of the one that was there. */
  make(group: Group, wrapped: { callee: string; takesArguments: boolean } | null): Edit[] {
    const { tree } = this.semantics;
    const name = freshName(this.taken, 'init_worker');
    this.taken.add(name);
    const params = this.parameters([]);
    const rest = wrapped?.takesArguments ? ['*args'] : [];
    const lines = [
      ...globalLine(this.setup.globals),
      ...this.setup.statements(params),
      ...(wrapped ? [`${wrapped.callee}(${rest.join()})`] : []),
    ];
    const code = [`def ${name}(${[...params, ...rest].join(', ')}):`, ...indented(lines)].join(
      '\n',
    );
    const first = group.map(({ call }) => call.node).reduce((a, b) => (a.from < b.from ? a : b));
    return [
      ...insertModuleFunction(tree, first, code),
      ...group.flatMap((site) => this.appoint(site, name)),
    ];
  }

  /** Gives a call its initializer, with what is handed over in front of the arguments that were there. */
  private appoint({ call, initializer, initargs }: InitializerSite, name: string): Edit[] {
    const { tree } = this.semantics;
    const { handed } = this.setup;
    const added = [
      ...(initializer ? [] : [`initializer=${name}`]),
      ...(initargs || handed.length === 0
        ? []
        : [`initargs=${tupleOf(handed.map((h) => h.argument))}`]),
    ];
    return [
      ...(initializer ? [replacement(initializer.value, name)] : []),
      ...(initargs ? handMore(tree, tupleFor({ call, initargs }), handed) : []),
      ...(added.length > 0 ? append(tree, call.argList, added) : []),
    ];
  }

  /** The initializer that is there is called by a new one. */
  wrap(group: Group): Edit[] | Refusal {
    const { semantics } = this;
    const argument = group[0].initializer as Argument;
    const callee = semantics.textOf(argument.value);
    if (!this.isKnownToModule(argument.value)) {
      return {
        refusal: `the initializer \`${callee}\` can't be called from another function of the module`,
      };
    }
    return this.make(group, { callee, takesArguments: group[0].initargs !== null });
  }

  /** Whether an expression means the same in a function of the module: a name of the module, or an attribute of one. */
  private isKnownToModule(expression: Node): boolean {
    let root = expression;
    while (root.kind === 'MemberExpression' && this.semantics.attribute(root)) {
      root = root.firstChild as Node;
    }
    if (root.kind !== 'VariableName') return false;
    const binding = this.semantics.bindingOf(root);
    return (
      binding?.scope.kind === 'module' &&
      binding.definitions.every(({ kind }) => /^(function|class|import)$/.test(kind))
    );
  }

  /** More for an initializer that is there: at its start, so that the rest of it can use what is set up. */
  extend(shape: FunctionShape, group: Group): Edit[] | Refusal {
    const { tree } = this.semantics;
    const scope = this.semantics.scopes.opened.get(shape.node);
    const hidden = this.setup.globals.find((name) => scope?.bindings.has(name));
    if (hidden !== undefined) {
      return { refusal: `the initializer has a \`${hidden}\` of its own` };
    }
    const params = this.parameters([...(scope?.bindings.keys() ?? [])]);
    const additions = this.setup.handed.map(({ argument }, index) => ({
      parameter: params[index] as string,
      argument,
    }));
    const statements = this.setup.statements(params);
    const body = setGlobals(tree, shape.body, this.setup.globals, statements);
    return body
      ? [...addParameters(tree, shape, additions, group.map(tupleFor)), ...body]
      : { refusal: 'the initializer has no body' };
  }

  /** Names for the parameters that hide nothing of the module. */
  private parameters(others: readonly string[]): string[] {
    const { scopes } = this.semantics;
    const unbound = scopes.references.flatMap(({ name, binding }) => (binding ? [] : name));
    const taken = new Set([
      ...scopes.module.bindings.keys(),
      ...unbound,
      ...this.setup.globals,
      ...others,
    ]);
    return this.setup.handed.map(({ wish }) => {
      const name = parameterName(taken, wish);
      taken.add(name);
      return name;
    });
  }
}

function tupleFor({ call, initargs }: Pick<InitializerSite, 'call' | 'initargs'>): ArgumentTuple {
  return { call, tuple: initargs, keyword: 'initargs' };
}

function replacement({ from, to }: Node, text: string): Edit {
  return { from, to, text };
}

function indented(lines: readonly string[]): string[] {
  return lines.flatMap((line) => line.split('\n')).map((line) => `    ${line}`);
}
