/** What is not known of captured values that have to be pickled to get to children. */
import type { Binding } from '../../semantics/scopes.ts';
import type { Semantics } from '../../semantics/semantics.ts';
import { contextMethod } from '../contexts.ts';
import type { FileFacts } from '../facts.ts';
import type { ProcessModel, Submission } from '../model.ts';
import { channelOf } from './hoist.ts';
import { classOf, instanceDoubt } from './instances.ts';
import { isKnownPicklable } from './known-values.ts';
import { type Channel, isShared } from './pickling.ts';
import { isPlainType } from './plain-types.ts';

/** What a maintainer should look at before values go to children along with a worker; empty where all is known. */
export function picklingDoubts(
  captured: readonly Binding[],
  submissions: readonly Submission[],
  { semantics, facts }: ProcessModel,
): string[] {
  const channel = channelOf(submissions);
  const others = captured.filter((binding) => !classOf(binding, semantics));
  const unknown = others.filter(
    (binding) =>
      isGivenElsewhere(binding, facts, semantics) || !isKnown(binding, channel, semantics),
  );
  return [
    ...others.flatMap((binding) => [
      ...contextDoubt(binding, submissions, semantics),
      ...loggerDoubt(binding, semantics),
    ]),
    ...(unknown.length > 0 ? [unsure(unknown, channel)] : []),
    ...captured.flatMap((binding) => {
      const what = instanceDoubt(semantics, binding, channel);
      return what ? [`${unsure([binding], channel)}: ${what}`] : [];
    }),
  ];
}

/** Whether other files may give the parameter of a function what this file does not show. */
function isGivenElsewhere(
  { definitions }: Binding,
  { importedNames }: FileFacts,
  semantics: Semantics,
): boolean {
  return definitions.some((parameter) => {
    const shape = parameter.kind === 'parameter' ? semantics.functionShape(parameter.node) : null;
    const annotation = shape?.params.find((p) => p.nameNode === parameter.nameNode)?.annotation;
    const isPlain = annotation?.lastChild && isPlainType(annotation.lastChild, semantics);
    return (
      shape?.nameNode != null &&
      !isPlain &&
      semantics.scopeOf(parameter.node).kind !== 'function' &&
      (importedNames === 'all' || importedNames.has(semantics.textOf(shape.nameNode)))
    );
  });
}

/** Why a callable that a manager's server runs may find other values than the parent has; empty for other workers. */
export function serverDoubts(submissions: readonly Submission[]): string[] {
  return submissions.some(({ method }) => method === 'callable')
    ? [
        "the manager's server begins later: it gets values as they are here, and finds the names of the module as its import leaves them",
      ]
    : [];
}

function unsure(values: readonly Binding[], channel: Channel): string {
  const names = values.map(({ name }) => `\`${name}\``).join(' and ');
  const needs =
    channel === 'task' ? 'which each task needs' : 'which children that are not forked need';
  return `mpfix can't tell whether ${names} can be pickled, ${needs}`;
}

function isKnown(binding: Binding, channel: Channel, semantics: Semantics): boolean {
  const [name] = binding.references.map(({ node }) => node);
  if (!name || loggerDoubt(binding, semantics).length > 0) return true;
  const { values } = semantics;
  const isOfAll = values.qualifiedNames(name).some((each) => isShared(each, channel));
  const parts = isOfAll ? [] : values.elementsOf(name);
  return [name, ...parts].every((value) => isKnownPicklable(semantics, value, channel));
}

const LOGGERS = /^logging\.getLogger\(\)|^(loguru\.logger|structlog\.)/;

/** A logger is pickled by its name: a child finds the one that it has itself. */
function loggerDoubt({ name, references }: Binding, { values }: Semantics): string[] {
  const names = references.flatMap(({ node }) => values.qualifiedNames(node));
  return names.some((each) => LOGGERS.test(each))
    ? [
        `the handlers of \`${name}\` don't travel with it: children that are not forked have to set up logging`,
      ]
    : [];
}

/** Locks and queues can only go to processes of the context that they are made by. */
function contextDoubt(
  { name, references }: Binding,
  submissions: readonly Submission[],
  semantics: Semantics,
): string[] {
  const { values } = semantics;
  const [first] = references;
  if (!first || !values.qualifiedNames(first.node).some((each) => isShared(each, 'start'))) {
    return [];
  }
  const creations = submissions.flatMap((submission) => submission.creations);
  const isOther = values.sources(first.node).some((source) => {
    const callee = semantics.call(source)?.callee;
    const object = callee && semantics.attribute(callee)?.object;
    const made = object ? contextMethod(object, semantics) : null;
    return creations.some(({ method }) => method !== made);
  });
  return isOther
    ? [`\`${name}\` is made by another context than the processes: make both from one`]
    : [];
}
