import { isKnownPicklable } from '../processes/hand-over/known-values.ts';
import { isNested, pickledItsOwnWay } from '../processes/hand-over/pickling.ts';
import { argumentsPlace } from '../processes/hand-over/worker-arguments.ts';
import type { Creation, ProcessModel } from '../processes/model.ts';
import { argumentAt } from '../processes/submissions.ts';
import { argumentsFor } from '../semantics/arguments.ts';
import type { Semantics } from '../semantics/semantics.ts';
import type { Node } from '../syntax/node.ts';
import { assignmentOf, unparenthesized } from '../syntax/shapes.ts';
import type { StartSite } from './sites.ts';
import { Uses } from './uses.ts';

/**
 * What a child gets pickled under other start methods than fork only: arguments of a Process and of initializers, the
 * object that a `target=` is a method of, and a Process itself.
 */
export function unknownValues({ creation, submissions }: StartSite, model: ProcessModel): string[] {
  if (!creation || creation.library.pickling === 'by-value') return [];
  const doubtful = valuesOf(creation, submissions, model)
    .flatMap((value) => partsOf(value))
    .filter((value) => !isSent(value, model));
  return [
    ...doubtful.map((value) => `whether ${shortened(value, model)} can be pickled is not known`),
    ...setLater(creation, model),
    ...(creation.processClass ? ofProcess(creation, creation.processClass, model) : []),
  ];
}

function valuesOf(
  { call, kind }: Creation,
  submissions: StartSite['submissions'],
  { semantics }: ProcessModel,
): Node[] {
  const handed = submissions.filter((submission) => submission.delivery === 'constructor');
  return handed.flatMap((submission) => {
    const place = argumentsPlace(submission);
    if (!place || place === 'following') return [];
    const args = argumentAt(call, place.index, place.keyword)?.value;
    const keywords = place.keywords;
    const named = keywords && argumentAt(call, keywords.index, keywords.keyword)?.value;
    const carried = submission.workers.flatMap(({ node, partials }) => [
      ...partials.flatMap((partial) => partial.args.slice(1).map(({ value }) => value)),
      ...ownerOf(node, kind, semantics),
    ]);
    return [args, named, ...carried].filter((value) => value !== undefined && value !== null);
  });
}

/** `service` of `target=service.run`, and an instance that is called itself. */
function ownerOf(worker: Node, kind: Creation['kind'], semantics: Semantics): Node[] {
  if (kind !== 'process' && kind !== 'pool' && kind !== 'executor') return [];
  const { values } = semantics;
  const object = semantics.attribute(worker)?.object;
  if (!object) {
    const isInstance = values.sources(worker).some(({ kind: k }) => k === 'CallExpression');
    return isInstance ? [worker] : [];
  }
  const isModule = values.qualifiedNames(object).some((name) => !name.includes('()'));
  const isClass = values.definitions(object).some(({ kind: k }) => k === 'ClassDefinition');
  return isModule || isClass ? [] : [object];
}

/** The elements of a tuple that is written out. */
function partsOf(value: Node): Node[] {
  const { kind, parts } = unparenthesized(value);
  return /^(Tuple|Array)Expression$/.test(kind)
    ? parts.filter((part) => !/^[[\](),*]$/.test(part.kind))
    : [value];
}

/** Whether a child certainly gets a value as it is. */
function isSent(value: Node, model: ProcessModel): boolean {
  return (
    (isKnownPicklable(model.semantics, value) && !isPickledOddly(value, model)) ||
    isShared(value, model.semantics)
  );
}

/** Queues, locks and the like, which go to children that begin with them, and what a manager gives. */
function isShared(value: Node, semantics: Semantics, depth = 0): boolean {
  const names = semantics.values.qualifiedNames(value);
  if (names.length > 0) return names.every((name) => SHARED.test(name));
  const definitions = semantics.bindingOf(value)?.definitions ?? [];
  return (
    value.kind === 'VariableName' &&
    depth < 5 &&
    definitions.length > 0 &&
    definitions.every((definition) => {
      const given =
        definition.kind === 'parameter'
          ? argumentsFor(semantics, definition).map((argument) => argument.value)
          : /^(assignment|with)$/.test(definition.kind)
            ? [definition.value ?? assignmentOf(definition.node)?.values[0]]
            : [];
      return (
        given.length > 0 && given.every((each) => each && isShared(each, semantics, depth + 1))
      );
    })
  );
}

const SHARED =
  /^(torch\.)?multiprocessing\.(get_context\(\)\.)?((Queue|JoinableQueue|SimpleQueue|Lock|RLock|Event|Condition|Semaphore|BoundedSemaphore|Barrier|Value|Array|RawValue|RawArray|Pipe)\(\)|Manager\(\)(\.__enter__\(\))?\.\w+\(\))|^(torch\.)?multiprocessing\.shared_memory\.\w+\(\)$/;

/** Whether an object has a say in what of it is pickled: then a child may get another one. */
function isPickledOddly(value: Node, { semantics }: ProcessModel): boolean {
  return semantics.values
    .classesOf(value)
    .some((classNode) => pickledItsOwnWay(semantics, classNode));
}

/** `process.name = …`: it is pickled with its attributes. */
function setLater({ kind, call }: Creation, model: ProcessModel): string[] {
  if (kind !== 'process') return [];
  const { semantics } = model;
  return semantics.tree.root.descendants('AssignStatement').flatMap((statement) => {
    const value = statement.lastChild as Node;
    const isHeld = statement.children.some((target) => {
      const object = target === value ? undefined : semantics.attribute(target)?.object;
      return object && semantics.values.sources(object).includes(call.node);
    });
    return isHeld && !isSent(value, model)
      ? [`whether ${shortened(value, model)} can be pickled is not known`]
      : [];
  });
}

/** A Process of a class of this file is pickled with all that it holds. */
function ofProcess({ call, holder }: Creation, classNode: Node, model: ProcessModel): string[] {
  const { semantics } = model;
  const name = semantics.textOf(classNode.child('VariableName') ?? classNode);
  if (isNested(semantics, classNode))
    return [`a ${name} can't be pickled: its class stands in a function`];
  const { values } = semantics;
  const bases = [classNode, ...values.baseClasses(classNode)];
  const held = bases.flatMap((owner) =>
    [...values.attributesOf(owner)].flatMap(([attribute, assigned]) =>
      assigned
        .filter((value) => value.ancestor('FunctionDefinition', 'ClassDefinition') !== owner)
        .filter((value) => !isParameter(value, model) && !isSent(value, model))
        .map(() => `whether the \`${attribute}\` of a ${name} can be pickled is not known`),
    ),
  );
  const args = call.args
    .filter(({ value }) => !isSent(value, model))
    .map(({ value }) => `whether ${shortened(value, model)} can be pickled is not known`);
  const binding = holder.kind === 'name' || holder.kind === 'with' ? holder.binding : null;
  const uses = new Uses(model);
  const given = (binding?.references ?? []).filter(
    ({ node }) =>
      node.parent?.kind === 'ArgList' &&
      values.definitions(node.parent.parent?.firstChild as Node).length > 0 &&
      !uses.isLook(node),
  );
  const elsewhere = bases
    .flatMap((owner) => values.bases(owner))
    .filter((base) => values.definitions(base).length === 0)
    .filter((base) => !values.qualifiedNames(base).every((dotted) => PROCESS.test(dotted)));
  return [
    ...held,
    ...args,
    ...[...given.map(({ node }) => node), ...elsewhere].map(
      (node) => `what ${shortened(node, model)} adds to a ${name} is not known`,
    ),
  ];
}

const PROCESS = /(^|\.)(Fork|Spawn|ForkServer)?Process$|^builtins\.object$|^abc\./;

function isParameter(value: Node, { semantics }: ProcessModel): boolean {
  const definitions = value.kind === 'VariableName' ? semantics.bindingOf(value)?.definitions : [];
  return (
    definitions !== undefined &&
    definitions.length > 0 &&
    definitions.every(({ kind }) => kind === 'parameter')
  );
}

function shortened(node: Node, { semantics }: ProcessModel): string {
  const text = semantics.textOf(node).replace(/\s+/g, ' ');
  return `\`${text.length > 40 ? `${text.slice(0, 39)}…` : text}\``;
}
