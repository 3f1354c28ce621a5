import type { Edit, Refusal } from '../../src/edits/fix.ts';
import { setGlobals } from '../../src/edits/globals.ts';
import { snakeCase } from '../../src/edits/names.ts';
import { type ArgumentTuple, addParameters, parameterName } from '../../src/edits/parameters.ts';
import { rowOf } from '../../src/processes/import-time/call-words.ts';
import type { ProcessModel, Submission } from '../../src/processes/model.ts';
import type { LostState, Readers } from '../../src/processes/state/lost-state.ts';
import { argumentAt } from '../../src/processes/submissions.ts';
import type { Reference } from '../../src/semantics/scopes.ts';
import type { Node } from '../../src/syntax/node.ts';
import type { Call, FunctionShape } from '../../src/syntax/shapes.ts';

/** Makes a variable a parameter of the functions that processes run, and an argument of these processes. */
export function argumentEdits(
  state: LostState,
  processes: readonly Readers[],
  model: ProcessModel,
): readonly Edit[] | Refusal {
  const targets = new Map<Node, Submission[]>();
  for (const { children } of processes) {
    const [submission] = children.submissions;
    const target = submission && plainTarget(submission, model);
    if (!submission || !target) return { refusal: refusalFor(submission, state, model) };
    targets.set(target, [...(targets.get(target) ?? []), submission]);
  }
  const edits: Edit[] = [];
  for (const [target, submissions] of targets) {
    const outcome = new Target(state, target, submissions, processes, model).edits();
    if ('refusal' in outcome) return outcome;
    edits.push(...outcome);
  }
  return edits;
}

function refusalFor(
  target: Submission | undefined,
  { variable }: LostState,
  model: ProcessModel,
): string {
  const { semantics } = model;
  const [worker] = target?.workers ?? [];
  const definition = worker?.definition;
  const owner = definition && semantics.scopeOf(definition);
  const name = worker && semantics.textOf(worker.node);
  return owner?.kind === 'class'
    ? `\`${name}\` is a method: let it take \`${variable.text}\` as one more argument, and give it that in \`args\``
    : `give \`${variable.text}\` to the process as an argument: its target is no plain function of this module`;
}

/** The function of the module, without decorators, that a process runs as its target. */
function plainTarget({ workers, call }: Submission, { semantics }: ProcessModel): Node | null {
  const [worker, ...others] = workers;
  const definition = worker?.definition;
  if (!worker || !definition || others.length > 0 || worker.partials.length > 0) return null;
  const shape = semantics.functionShape(definition);
  const isPlain =
    shape?.nameNode &&
    shape.decorators.length === 0 &&
    !shape.isAsync &&
    semantics.scopeOf(definition).kind === 'module' &&
    call.args.every(({ star }) => star === '');
  return isPlain ? definition : null;
}

class Target {
  private readonly shape: FunctionShape;
  private readonly name: string;

  constructor(
    private readonly state: LostState,
    private readonly fn: Node,
    private readonly submissions: readonly Submission[],
    private readonly processes: readonly Readers[],
    private readonly model: ProcessModel,
  ) {
    this.shape = model.semantics.functionShape(fn) as FunctionShape;
    this.name = model.semantics.textOf(this.shape.nameNode as Node);
  }

  edits(): readonly Edit[] | Refusal {
    const calls = this.calls();
    if ('refusal' in calls) return calls;
    const scope = this.model.semantics.scopes.opened.get(this.fn);
    const { binding, attribute } = this.state.variable;
    const isDeclared = scope?.declared.has(binding.name) ?? false;
    return this.readsItself() && !(isDeclared && attribute === null)
      ? this.asParameter(calls)
      : this.asGlobal(calls);
  }

  /** Whether no function that the target calls reads the variable. */
  private readsItself(): boolean {
    return this.processes
      .filter(({ children }) => this.submissions.some((s) => children.submissions.includes(s)))
      .every(({ reads }) => reads.every(({ node }) => this.fn.contains(node)));
  }

  /** The function reads its parameter in place of the global. */
  private asParameter(calls: readonly Call[]): readonly Edit[] {
    const { text, attribute } = this.state.variable;
    const wish = snakeCase(attribute ?? text);
    const references = this.references();
    const isSame = attribute === null && wish === text;
    const parameter = isSame ? text : this.parameter();
    const renamed = isSame
      ? []
      : references.map(({ node }) => replacement(this.expression(node), parameter));
    return [...this.additions(parameter, calls), ...renamed];
  }

  /** The function begins with giving the global its value, for those that it calls. */
  private asGlobal(calls: readonly Call[]): readonly Edit[] | Refusal {
    const { text, attribute } = this.state.variable;
    const parameter = this.parameter();
    const body = setGlobals(this.model.tree, this.shape.body, attribute === null ? [text] : [], [
      `${text} = ${parameter}`,
    ]);
    return body
      ? [...this.additions(parameter, calls), ...body]
      : { refusal: `\`${this.name}\` has no body` };
  }

  private additions(parameter: string, calls: readonly Call[]): Edit[] {
    const tuples = this.submissions.map(
      ({ call }): ArgumentTuple => ({ call, tuple: argumentAt(call, 3, 'args'), keyword: 'args' }),
    );
    const addition = { parameter, argument: this.state.variable.text };
    return addParameters(this.model.tree, this.shape, [addition], tuples, calls);
  }

  /** A name that is free in the function and hides nothing of the module that it reads. */
  private parameter(): string {
    const { semantics } = this.model;
    const { text, attribute } = this.state.variable;
    const inside = semantics.scopes.all.filter((scope) =>
      semantics.scopes.opened.get(this.fn)?.encloses(scope),
    );
    const taken = new Set([
      ...semantics.scopes.module.bindings.keys(),
      ...inside.flatMap((scope) => [...scope.bindings.keys()]),
      ...semantics.referencesIn(this.fn).map(({ name }) => name),
    ]);
    return parameterName(taken, attribute ?? text);
  }

  private references(): Reference[] {
    const { binding } = this.state.variable;
    return this.model.semantics
      .referencesIn(this.shape.body)
      .filter((reference) => reference.binding === binding && this.means(reference.node));
  }

  private means(name: Node): boolean {
    const { attribute } = this.state.variable;
    const member = name.parent && this.model.semantics.attribute(name.parent);
    return attribute === null || (member?.object === name && member.name === attribute);
  }

  private expression(name: Node): Node {
    return this.state.variable.attribute === null ? name : (name.parent as Node);
  }

  /** The calls of the function in the parent; it must be used for nothing else but the processes. */
  private calls(): Call[] | Refusal {
    const { semantics, facts } = this.model;
    const binding = semantics.bindingOf(this.shape.nameNode as Node);
    const { importedNames } = facts;
    if (!binding || importedNames === 'all' || importedNames.has(this.name)) {
      return { refusal: `\`${this.name}\` would need one more parameter, and other files use it` };
    }
    const handed = new Set(this.submissions.map(({ argument }) => argument.value));
    const calls: Call[] = [];
    for (const { node } of binding.references) {
      if (handed.has(node)) continue;
      const call = node.parent && semantics.call(node.parent);
      const isCall = call?.callee === node && call.args.every(({ star }) => star === '');
      const means = semantics.scopeOf(node).lookUp(this.state.variable.binding.name);
      if (!isCall || means !== this.state.variable.binding || this.fn.contains(node)) {
        return {
          refusal: `\`${this.name}\` would need one more parameter, and line ${rowOf(node, this.model)} uses it in another way`,
        };
      }
      calls.push(call);
    }
    return calls;
  }
}

function replacement({ from, to }: Node, text: string): Edit {
  return { from, to, text };
}
