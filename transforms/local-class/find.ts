/** Which classes that functions define reach children: themselves, as processes, or by their instances. */
import { processBase } from '../../src/processes/creations.ts';
import { isForkedHere } from '../../src/processes/hand-over/forked-here.ts';
import { failsUnder } from '../../src/processes/hand-over/hoist.ts';
import { isNested } from '../../src/processes/hand-over/pickling.ts';
import type { Creation, ProcessModel, Submission } from '../../src/processes/model.ts';
import { START_METHODS, type StartMethod } from '../../src/processes/start-method.ts';
import type { Semantics } from '../../src/semantics/semantics.ts';
import type { Node } from '../../src/syntax/node.ts';
import type { Argument } from '../../src/syntax/shapes.ts';

export interface LocalClass {
  readonly classNode: Node;
  /** What stands for it, or for an instance, where it is handed over. */
  readonly expression: Node;
  readonly as: 'class' | 'method' | 'instance' | 'process';
  /** The calls that hand it over. */
  readonly submissions: readonly Submission[];
  readonly startMethods: readonly StartMethod[];
}

type Found = Pick<LocalClass, 'classNode' | 'expression' | 'as'>;

/** Every such class, once, in the order of the text. */
export function localClasses(model: ProcessModel): LocalClass[] {
  const classes = new Map<Node, LocalClass>();
  const add = (found: Found, submission: Submission | null, methods: readonly StartMethod[]) => {
    const known = classes.get(found.classNode);
    classes.set(found.classNode, {
      ...(known ?? found),
      submissions: [...(known?.submissions ?? []), ...(submission ? [submission] : [])],
      startMethods: START_METHODS.filter(
        (m) => methods.includes(m) || known?.startMethods.includes(m),
      ),
    });
  };
  for (const submission of model.submissions) {
    if (submission.library.pickling !== 'by-reference' || isForkedHere(submission, model)) continue;
    const methods = failsUnder(submission, model);
    if (methods.length === 0) continue;
    for (const found of givenBy(submission, model.semantics)) add(found, submission, methods);
  }
  for (const creation of model.creations) {
    const methods = methodsOf(creation, model);
    const { processClass, call } = creation;
    if (!processClass || methods.length === 0 || !isLocal(processClass, model.semantics)) continue;
    add({ classNode: processClass, expression: call.callee, as: 'process' }, null, methods);
  }
  return [...classes.values()].sort((a, b) => a.classNode.from - b.classNode.from);
}

/** Whether a class is found by nothing but a function's variable. */
function isLocal(classNode: Node, semantics: Semantics): boolean {
  const nameNode = classNode.child('VariableName');
  const binding = nameNode && semantics.bindingOf(nameNode);
  return isNested(semantics, classNode) && binding?.scope.isFunction === true;
}

/** The start methods under which the instance of a class of processes is pickled. */
function methodsOf(creation: Creation, model: ProcessModel): StartMethod[] {
  const { processClass, method, library } = creation;
  const isStarted = model.starts.some(({ creations }) => creations.includes(creation));
  if (!processClass || !isStarted || library.pickling !== 'by-reference') return [];
  const chosen = method ?? processBase(processClass, model.semantics)?.method ?? model.chosenMethod;
  return START_METHODS.filter((each) => each !== 'fork' && (chosen === null || chosen === each));
}

function givenBy(submission: Submission, semantics: Semantics): Found[] {
  const { workers, call, argument, method } = submission;
  const rest = call.args.filter((each) => each !== argument && !NOT_SENT.test(each.name ?? ''));
  const partials = workers.flatMap((worker) =>
    worker.partials.flatMap((partial) => partial.args.slice(1)),
  );
  const isPlain = SENT_AS_THEY_ARE.test(method);
  const sent = (args: readonly Argument[]) => args.map(({ value }) => value);
  const carried = [
    ...sent(partials),
    ...sent(rest).flatMap((value) => (isPlain ? [value] : semantics.values.elementsOf(value))),
  ];
  return [
    ...workers.flatMap(({ node, definition }) => asWorker(node, definition, semantics)),
    ...carried.flatMap((value) => asValue(value, DEPTH, semantics)),
  ];
}

/** Arguments that stay in the parent. */
const NOT_SENT =
  /^(callback|error_callback|chunksize|timeout|processes|max_workers|mp_context|name|daemon|group)$/;

/** Methods whose further arguments are the worker's; those of others hold them. */
const SENT_AS_THEY_ARE = /^(submit|run_in_executor)$/;

/** How deep tuples and lists in arguments are looked into. */
const DEPTH = 3;

function asWorker(node: Node, definition: Node | null, semantics: Semantics): Found[] {
  if (definition?.kind === 'ClassDefinition') return local(definition, node, 'class', semantics);
  if (!definition) {
    return semantics.values
      .classesOf(node)
      .flatMap((classNode) => local(classNode, node, 'instance', semantics));
  }
  const { kind, node: owner } = semantics.scopeOf(definition);
  return kind === 'class' ? local(owner, node, 'method', semantics) : [];
}

function asValue(value: Node, depth: number, semantics: Semantics): Found[] {
  const { values } = semantics;
  if (depth === 0) return [];
  const classes = values.definitions(value).filter(({ kind }) => kind === 'ClassDefinition');
  return [
    ...classes.flatMap((classNode) => local(classNode, value, 'class', semantics)),
    ...values.classesOf(value).flatMap((made) => local(made, value, 'instance', semantics)),
    ...values.elementsOf(value).flatMap((element) => asValue(element, depth - 1, semantics)),
  ];
}

const PICKLING = /\b(__reduce__|__reduce_ex__)\b/;

/** Code that tells pickle how to take instances, or under which name to find the class. */
const TOLD =
  /\b(copyreg|ForkingPickler|dispatch_table|reducer_override)\b|__qualname__["']?\s*[=,]/;

function isPickledItsOwnWay(classNode: Node, semantics: Semantics): boolean {
  return (
    TOLD.test(semantics.tree.text) ||
    PICKLING.test(semantics.textOf(classNode)) ||
    ['__reduce__', '__reduce_ex__'].some((n) => semantics.values.method(classNode, n).length > 0)
  );
}

function local(classNode: Node, expression: Node, as: Found['as'], semantics: Semantics): Found[] {
  const isOrdinary = isLocal(classNode, semantics) && !isPickledItsOwnWay(classNode, semantics);
  return isOrdinary ? [{ classNode, expression, as }] : [];
}
