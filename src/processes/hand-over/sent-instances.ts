/** Instances that go to children with their methods or as arguments, and hold what can't be pickled. */
import type { Semantics } from '../../semantics/semantics.ts';
import type { Node } from '../../syntax/node.ts';
import { statementOf } from '../../syntax/shapes.ts';
import type { ProcessModel, Submission } from '../model.ts';
import type { StartMethod } from '../start-method.ts';
import { isExpectedToFail } from './expected-errors.ts';
import { channelOf, failsUnder } from './hoist.ts';
import { isFilledOddly } from './known-values.ts';
import { originsOf } from './origins.ts';
import { type Channel, pickledItsOwnWay } from './pickling.ts';
import { primitiveOf } from './sent-primitives.ts';
import { unfitValue } from './sent-unpicklables.ts';
import { sentValues } from './sent-values.ts';

/** An attribute that keeps an instance from being pickled. */
export interface HeldValue {
  readonly attribute: string;
  /** In words that fit behind "is": "an open file". */
  readonly what: string;
  readonly assigned: Node;
}

export interface SentInstance {
  readonly submission: Submission;
  /** The method as it is handed over, or the instance. */
  readonly node: Node;
  readonly classNode: Node;
  /** The method that runs in the children; null where that is not known. */
  readonly method: Node | null;
  readonly held: readonly [HeldValue, ...HeldValue[]];
  readonly channel: Channel;
  readonly startMethods: readonly StartMethod[];
}

/** Every such instance, in the order of the text; each expression once. */
export function sentInstances(model: ProcessModel): SentInstance[] {
  const { semantics } = model;
  const found = new Map<Node, SentInstance>();
  if (model.submissions.length === 0 || /\b(copyreg|ForkingPickler)\b/.test(model.tree.text)) {
    return [];
  }
  for (const submission of model.submissions) {
    const startMethods = failsUnder(submission, model);
    if (submission.library.pickling !== 'by-reference' || startMethods.length === 0) continue;
    if (submission.method === 'callable' || isExpectedToFail(submission.call.node, semantics)) {
      continue;
    }
    const channel = channelOf([submission]);
    for (const carried of carriedBy(submission, semantics)) {
      const [first, ...others] = heldBy(carried.classNode, submission, channel, semantics);
      if (!first || found.has(carried.node)) continue;
      found.set(carried.node, {
        ...carried,
        submission,
        held: [first, ...others],
        channel,
        startMethods,
      });
    }
  }
  return [...found.values()].sort((a, b) => a.node.from - b.node.from);
}

type Carried = Pick<SentInstance, 'node' | 'classNode' | 'method'>;

function carriedBy(submission: Submission, semantics: Semantics): Carried[] {
  const methods = submission.workers.flatMap(({ node, definition }): Carried[] => {
    const object = semantics.attribute(node)?.object;
    const classNode = object ? classOf(object, semantics) : null;
    const shape = definition && semantics.functionShape(definition);
    const isMethod = shape?.decorators.length === 0 && definition?.kind === 'FunctionDefinition';
    return classNode && isMethod ? [{ node, classNode, method: definition }] : [];
  });
  const values = sentValues(submission, semantics).flatMap(({ node }): Carried[] => {
    const classNode = classOf(node, semantics);
    return classNode ? [{ node, classNode, method: null }] : [];
  });
  return [...methods, ...values];
}

/** The class of this file that a value certainly is an instance of. */
function classOf(value: Node, semantics: Semantics): Node | null {
  const own = semantics.values.classOfSelf(value);
  // What a class that is derived from it makes of its attributes is another matter.
  if (own) return isDerivedFrom(own, semantics) ? null : own;
  const made = originsOf(value, semantics)?.map((origin) => {
    const callee = semantics.call(origin)?.callee;
    const [definition, ...others] = callee ? (originsOf(callee, semantics) ?? []) : [];
    return definition?.kind === 'ClassDefinition' && others.length === 0 ? definition : null;
  });
  const [first] = made ?? [];
  return first && made?.every((each) => each === first) ? first : null;
}

/** Whether other classes of the file are derived from a class. */
export function isDerivedFrom(classNode: Node, { tree, values }: Semantics): boolean {
  const classes = tree.root.descendants('ClassDefinition');
  return classes.some((each) => values.baseClasses(each).includes(classNode));
}

/** The attributes that an instance certainly has when it is handed over, and that can't be pickled. */
function heldBy(
  classNode: Node,
  submission: Submission,
  channel: Channel,
  semantics: Semantics,
): HeldValue[] {
  if (!isPlainClass(classNode, semantics)) return [];
  return [...semantics.values.attributesOf(classNode)].flatMap(
    ([attribute, values]): HeldValue[] => {
      const [first] = values;
      const unfit = values.map((value) => unfitWords(value, channel, semantics));
      const what = unfit[0];
      if (!first || !what || unfit.some((words) => words === null)) return [];
      const isSet = values.some((value) => isSetBefore(value, classNode, submission, semantics));
      const isKept = isSet && !isChangedElsewhere(attribute, classNode, semantics);
      return isKept ? [{ attribute, what, assigned: first }] : [];
    },
  );
}

function unfitWords(value: Node, channel: Channel, semantics: Semantics): string | null {
  const primitive = channel === 'task' ? primitiveOf(value, semantics) : null;
  if (primitive) return `a \`${primitive.library}.${primitive.name}\``;
  const unfit = unfitValue(value, channel, semantics);
  return unfit && (unfit.isInside ? `a container with ${unfit.what}` : unfit.what);
}

const PLAIN_BASES = /^(builtins\.object|abc\.ABC|typing\.Generic)$/;

/** Whether a class is pickled as its attributes are: a class of the module, with no other base and no say in it. */
function isPlainClass(classNode: Node, semantics: Semantics): boolean {
  const { values } = semantics;
  return (
    semantics.scopeOf(classNode).kind === 'module' &&
    classNode.parent?.kind !== 'DecoratedStatement' &&
    values.bases(classNode).every((base) => PLAIN_BASES.test(values.qualifiedName(base) ?? '')) &&
    !/\bmetaclass\s*=|\b__slots__\b|\b__getnewargs_ex__\b|\bdel\s+self\b/.test(
      semantics.textOf(classNode),
    ) &&
    !pickledItsOwnWay(semantics, classNode) &&
    !isFilledOddly(classNode, semantics)
  );
}

/** Whether an attribute is set whenever the submission is reached: by `__init__`, or earlier in the same code. */
function isSetBefore(
  value: Node,
  classNode: Node,
  { call }: Submission,
  semantics: Semantics,
): boolean {
  const setter = semantics.enclosingFunction(value);
  const statement = statementOf(value);
  if (!setter || statement.kind !== 'AssignStatement') return false;
  if (setter.contains(call.node)) {
    return statement.to <= call.node.from && statement.parent?.contains(call.node) === true;
  }
  const [init] = semantics.values.method(classNode, '__init__');
  return setter === init && statement.parent === init.lastChild;
}

/** Whether code outside of the class's methods sets an attribute of this name. */
function isChangedElsewhere(attribute: string, classNode: Node, semantics: Semantics): boolean {
  return semantics.tree.root.descendants('MemberExpression').some((member) => {
    const found = semantics.attribute(member);
    if (found?.name !== attribute || !member.parent) return false;
    const isTarget =
      /^(AssignStatement|UpdateStatement|DeleteStatement|TupleExpression)$/.test(
        member.parent.kind,
      ) && member.parent.lastChild !== member;
    return isTarget && semantics.values.classOfSelf(found.object) !== classNode;
  });
}
