/** What children are given: the code that they run, and what they look up by name to do so. */
import { argumentsFor } from '../../semantics/arguments.ts';
import type { Node } from '../../syntax/node.ts';
import type { Argument, Call } from '../../syntax/shapes.ts';
import type { CreationKind, Library } from '../libraries.ts';
import type { Creation, ProcessModel, Submission } from '../model.ts';
import { START_METHODS, type StartMethod } from '../start-method.ts';

/** A call that gives children something to run: a submission, or the making of a Process of a class of this file. */
export interface HandOver {
  readonly call: Call;
  readonly kind: CreationKind;
  readonly library: Library;
  readonly creations: readonly Creation[];
  /** The start methods of the children, as far as the program does not rule them out. */
  readonly methods: readonly StartMethod[];
  /** The functions and lambdas of this file that the children run. */
  readonly runs: readonly Node[];
  /** The module's functions and classes that pickle finds by their names there. */
  readonly named: readonly Node[];
}

export function handOversOf(model: ProcessModel): HandOver[] {
  const given = new Given(model);
  return [
    ...model.submissions.map((submission) => given.bySubmission(submission)),
    ...model.creations.flatMap((creation) => given.byCreation(creation) ?? []),
  ];
}

/** The start methods that processes may have which nothing pins to one. */
export function defaultMethods({ chosenMethod }: ProcessModel): readonly StartMethod[] {
  return chosenMethod ? [chosenMethod] : START_METHODS;
}

/** How deep tuples and lists in arguments are looked into. */
const DEPTH = 3;

class Given {
  private readonly unpinned: readonly StartMethod[];

  constructor(private readonly model: ProcessModel) {
    this.unpinned = defaultMethods(model);
  }

  bySubmission({
    call,
    library,
    creations,
    argument,
    workers,
    pickledUnder,
  }: Submission): HandOver {
    const { values, callGraph } = this.model.semantics;
    const instances = workers.flatMap(({ node }) =>
      node.kind === 'CallExpression' ? values.classesOf(node) : [],
    );
    const callables = workers.flatMap(({ node, definition }) =>
      definition ? [node] : this.givenFor(node),
    );
    const definitions = callables.flatMap((node) => values.definitions(node));
    const called = callables.flatMap((node) => callGraph.functionsOf(node));
    const carried = [...call.args, ...workers.flatMap((w) => w.partials.flatMap((p) => p.args))];
    return {
      call,
      kind: creations[0]?.kind ?? (pickledUnder.includes('fork') ? 'pool' : 'process'),
      library,
      creations,
      methods: creations.length > 0 ? this.methodsOf(creations) : pickledUnder,
      runs: [...called, ...instances.flatMap((made) => values.method(made, '__call__'))],
      named: this.module([
        ...definitions,
        ...instances,
        ...this.carriedBy(carried.filter((a) => a !== argument)),
      ]),
    };
  }

  byCreation(creation: Creation): HandOver | null {
    const { call, kind, library, processClass } = creation;
    if (!processClass) return null;
    return {
      call,
      kind,
      library,
      creations: [creation],
      methods: this.methodsOf([creation]),
      runs: this.model.semantics.values.method(processClass, 'run'),
      named: this.module([processClass, ...this.carriedBy(call.args)]),
    };
  }

  /** What the callers of a function of this file give for a parameter that it hands on. */
  private givenFor(name: Node): Node[] {
    const { semantics } = this.model;
    const definitions = name.kind === 'VariableName' ? semantics.bindingOf(name)?.definitions : [];
    return (definitions ?? [])
      .filter(({ kind }) => kind === 'parameter')
      .flatMap((parameter) => argumentsFor(semantics, parameter).map(({ value }) => value));
  }

  private methodsOf(creations: readonly Creation[]): readonly StartMethod[] {
    const methods = creations.flatMap(({ method }) => (method ? [method] : this.unpinned));
    return START_METHODS.filter((method) => methods.includes(method));
  }

  /** The functions and classes that arguments refer to: themselves, or as what an instance is made from. */
  private carriedBy(args: readonly Argument[]): Node[] {
    const own = args.filter(({ name }) => !NOT_SENT.test(name ?? ''));
    return own.flatMap(({ value }) => this.carriedIn(value, DEPTH));
  }

  private carriedIn(expression: Node, depth: number): Node[] {
    if (depth === 0) return [];
    const { values } = this.model.semantics;
    return [
      ...values.definitions(expression),
      ...values.classesOf(expression),
      ...values.elementsOf(expression).flatMap((e) => this.carriedIn(e, depth - 1)),
    ];
  }

  /** Pickle finds a method through its class; what stands in a function it does not find at all. */
  private module(definitions: readonly Node[]): Node[] {
    const { semantics } = this.model;
    const found = definitions.flatMap((definition) => {
      let outer = definition;
      for (let scope = semantics.scopeOf(outer); scope.kind === 'class'; ) {
        outer = scope.node;
        scope = semantics.scopeOf(outer);
      }
      const isModule = semantics.scopeOf(outer).kind === 'module';
      return isModule && outer.kind !== 'LambdaExpression' ? [outer] : [];
    });
    return [...new Set(found)];
  }
}

/** Arguments that stay in the parent. */
const NOT_SENT = /^(callback|error_callback|chunksize|timeout|processes|max_workers|mp_context)$/;
