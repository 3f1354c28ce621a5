import type { Edit, Refusal } from '../../src/edits/fix.ts';
import { namedImport } from '../../src/edits/named-import.ts';
import { lineOf } from '../../src/processes/import-time/call-words.ts';
import type { ProcessModel } from '../../src/processes/model.ts';
import type { UnseenChange } from '../../src/processes/state/unseen/unseen-changes.ts';
import { isTarget, outermostMember } from '../../src/processes/state/unseen/uses.ts';
import type { Node } from '../../src/syntax/node.ts';
import { subscriptOf, unparenthesized } from '../../src/syntax/shapes.ts';

const KINDS: ReadonlyMap<string, string> = new Map([
  ['[]', 'list'],
  ['list()', 'list'],
  ['{}', 'dict'],
  ['dict()', 'dict'],
]);

/** Makes the list or dict that a worker is given one of a manager's. Null where it is neither. */
export function managed(
  change: UnseenChange,
  model: ProcessModel,
): readonly Edit[] | Refusal | null {
  const { slot, initial, changes, task, isArgument, isReadByChildren, parentReads } = change;
  const { semantics, tree } = model;
  const [value, ...others] = initial;
  const kind = KINDS.get(semantics.textOf(value).replace(/\s/g, ''));
  if (
    !kind ||
    !isArgument ||
    !/^(multiprocessing|concurrent\.futures)$/.test(task.submission?.library.name ?? '')
  ) {
    return null;
  }
  if (others.length > 0) return { refusal: `\`${slot.text}\` is set in several places` };
  if (!semantics.enclosingFunction(value) && !model.isGuarded(value)) {
    return {
      refusal: `\`${slot.text}\` is made by each import: a manager's ${kind} belongs under the main guard`,
    };
  }
  const odd = changes.find(({ node }) => !isForProxies(node, model));
  if (odd) {
    return {
      refusal: `${lineOf(odd.node, model)} changes a part of it, or what it has read first, which a manager's ${kind} does not see as one step: return the values instead`,
    };
  }
  if (isReadByChildren) {
    return { refusal: `the workers also read it, and a manager's ${kind} is no real one` };
  }
  const read = parentReads.find(({ node }) => !isReadOfProxy(node, model));
  if (read) {
    return {
      refusal: `${lineOf(read.node, model)} may need a real ${kind}, which a manager's is not`,
    };
  }
  const { edits, expression } = namedImport(
    tree,
    semantics.scopes,
    { module: 'multiprocessing', name: 'Manager' },
    [value],
  );
  const shown = unparenthesized(value);
  return [...edits, { from: shown.from, to: shown.to, text: `${expression}().${kind}()` }];
}

/** `X[k] = v`, `X.append(v)`: changes that a manager makes in one step. */
function isForProxies(place: Node, { semantics }: ProcessModel): boolean {
  const member = outermostMember(place);
  if (member.firstChild !== place) return false;
  if (isTarget(member))
    return subscriptOf(member) !== null && member.parent?.kind === 'AssignStatement';
  return ONE_STEP.test(semantics.attribute(member)?.name ?? '');
}

const ONE_STEP = /^(append|extend|insert|update|setdefault|pop|remove|clear|popitem)$/;

const METHODS = /^(items|keys|values|get|copy|count|index)$/;

const TAKERS =
  /^builtins\.(len|sum|min|max|sorted|list|dict|tuple|set|frozenset|any|all|print|str|enumerate|zip|reversed)$/;

/** Whether a manager's list or dict gives the same here as a list or dict. */
function isReadOfProxy(place: Node, { semantics }: ProcessModel): boolean {
  const { parent } = place;
  switch (parent?.kind) {
    case 'MemberExpression': {
      const name = semantics.attribute(parent)?.name;
      return subscriptOf(parent) !== null || METHODS.test(name ?? '');
    }
    case 'ArgList': {
      const callee = parent.parent?.firstChild;
      return !!callee && TAKERS.test(semantics.values.qualifiedName(callee) ?? '');
    }
    case 'ForStatement':
    case 'FormatReplacement':
    case 'IfStatement':
      return true;
    case 'BinaryExpression':
      return place.previous?.kind === 'in';
    default:
      return /Comprehension/.test(parent?.kind ?? '') && place.previous?.kind === 'in';
  }
}
