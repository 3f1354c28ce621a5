import { isNested } from '../../src/processes/hand-over/pickling.ts';
import type { Creation, ProcessModel, Submission } from '../../src/processes/model.ts';
import { START_METHODS, type StartMethod } from '../../src/processes/start-method.ts';
import type { Node } from '../../src/syntax/node.ts';

/** A function or class of a cell that goes to children. */
export interface CellWorker {
  /** The statement of the module that defines it. */
  readonly statement: Node;
  /** What is handed over: the callable, or the class of a process. */
  readonly node: Node;
  /** What hands it over: a method's name; `class` where an instance is made of a class of processes. */
  readonly method: string;
  readonly creations: readonly Creation[];
  readonly startMethods: readonly StartMethod[];
  /** The nodes whose values travel with it. */
  readonly handedOver: readonly Node[];
}

/** Whatever is handed to children and defined in cells, in the order of the text. */
export function cellWorkers(model: ProcessModel): CellWorker[] {
  if (!model.role.isNotebook) return [];
  return [...model.submissions.flatMap((each) => submitted(each, model)), ...instances(model)].sort(
    (a, b) => a.node.from - b.node.from,
  );
}

function submitted(submission: Submission, model: ProcessModel): CellWorker[] {
  const { call, creations, library, method, argument, workers } = submission;
  const startMethods = methodsOf(creations, model);
  if (library.pickling === 'by-value' || startMethods.length === 0) return [];
  return workers.flatMap(({ node, definition, partials }) => {
    const statement = definition && statementOf(definition, model);
    if (!statement) return [];
    const handedOver = [...call.args, ...partials.flatMap(({ args }) => args)]
      .filter(({ value }) => value !== argument.value || partials.length > 0)
      .map(({ value }) => value);
    return [{ statement, node, method, creations, startMethods, handedOver }];
  });
}

/** The instances of the notebook's own classes of processes. */
function instances(model: ProcessModel): CellWorker[] {
  return model.creations.flatMap((creation) => {
    const { processClass, library, call } = creation;
    const statement = processClass && statementOf(processClass, model);
    const startMethods = methodsOf([creation], model);
    if (!statement || library.pickling === 'by-value' || startMethods.length === 0) return [];
    const handedOver = call.args.map(({ value }) => value);
    const [node, creations] = [call.callee, [creation]];
    return [{ statement, node, method: 'class', creations, startMethods, handedOver }];
  });
}

/** The start methods that may be the children's and that do not fork them. */
function methodsOf(creations: readonly Creation[], { chosenMethod }: ProcessModel): StartMethod[] {
  const chosen = creations.map(({ method }) => method ?? chosenMethod);
  return START_METHODS.filter(
    (each) => each !== 'fork' && chosen.some((method) => method === null || method === each),
  );
}

/** The statement that defines something by a name of the module. */
function statementOf(definition: Node, { semantics }: ProcessModel): Node | null {
  return definition.kind === 'LambdaExpression' || isNested(semantics, definition)
    ? null
    : semantics.topLevelStatement(definition);
}
