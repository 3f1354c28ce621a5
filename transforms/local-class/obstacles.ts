/** Why a local class can't become one of the module's, in words for the user. */
import { isFreeFor } from '../../src/edits/imports.ts';
import { isReserved } from '../../src/edits/names.ts';
import { capturesOf, channelOf } from '../../src/processes/hand-over/hoist.ts';
import { heldBy } from '../../src/processes/hand-over/pickling.ts';
import type { Binding, Scope } from '../../src/semantics/scopes.ts';
import type { Semantics } from '../../src/semantics/semantics.ts';
import type { Node } from '../../src/syntax/node.ts';
import { wholeStatement } from '../../src/syntax/shapes.ts';
import { bodyObstacle, headerObstacle } from './body.ts';
import type { Move } from './move.ts';

type Check = (move: Move) => string | null;

/** The first thing that keeps a class where it is; null where it can move. */
export function obstacleTo(move: Move): string | null {
  for (const check of CHECKS) {
    const reason = check(move);
    if (reason) return reason;
  }
  return null;
}

const definedTwice: Check = ({ binding, name }) =>
  binding.definitions.length > 1
    ? `\`${name}\` is bound more than once here; give each class a name of its own`
    : null;

const isTaken: Check = ({ model, binding, name }) => {
  const { scopes } = model.semantics;
  const around = binding.scope.node.parent ?? scopes.module.node;
  // Test runners collect what is called `Test…`.
  const isOdd = isReserved(name) || /^test/i.test(name);
  return isOdd || !isFreeFor(scopes, name, [around])
    ? `the module can't have a class \`${name}\`, as that name means something else; rename the class`
    : null;
};

const capturesLocals: Check = ({ model, subject, binding, name }) => {
  const { semantics } = model;
  const captured = [...semantics.captures(subject.classNode).keys()].find((b) => b !== binding);
  if (!captured) return null;
  const parent = nameOf(captured.scope.node, semantics);
  const isImport = captured.definitions.every(({ imported }) => imported);
  const advice = isImport ? 'import it at module level' : `hand it to \`${name}\` as an argument`;
  return `\`${name}\` uses \`${captured.name}\`, a local variable of \`${parent}\`; ${advice}`;
};

const rebindsLocals: Check = ({ scope, name }) => {
  const found = scopesIn(scope).find((inner) =>
    [...inner.declared].some(
      ([each, kind]) => kind === 'nonlocal' && !isBoundWithin(inner.parent, scope, each),
    ),
  );
  return found
    ? `\`${name}\` rebinds a local variable with \`nonlocal\`, which can't reach the parent from a child`
    : null;
};

function scopesIn(scope: Scope): Scope[] {
  return [scope, ...scope.children.flatMap(scopesIn)];
}

function isBoundWithin(inner: Scope | null, outer: Scope, name: string): boolean {
  for (let scope = inner; scope && scope !== outer; scope = scope.parent) {
    if (scope.bindings.has(name)) return true;
  }
  return false;
}

/** A global that only the parent sets: children would miss it, or find another value, without an error. */
const readsParentsGlobals: Check = ({ model, subject, name }) => {
  const { classNode, submissions } = subject;
  const global = capturesOf(classNode, submissions, model).find(
    ({ binding, importStatement }) => binding.scope.kind === 'module' && !importStatement,
  );
  return global
    ? `\`${name}\` reads the global \`${global.name}\`, whose value only the parent has; hand it to \`${name}\` as an argument`
    : null;
};

const NAMESPACE_READERS = /^builtins\.(locals|vars|dir|eval|exec)$/;

const readsNamespace: Check = ({ model, binding, name }) => {
  const { semantics } = model;
  const call = semantics.allCalls().find(({ node, callee, args }) => {
    const called = semantics.values.qualifiedName(callee) ?? '';
    if (!NAMESPACE_READERS.test(called) || !binding.scope.encloses(semantics.scopeOf(node))) {
      return false;
    }
    return /(eval|exec)$/.test(called) || args.length === 0;
  });
  return call
    ? `\`${semantics.textOf(call.callee)}\` is called around or in \`${name}\`, and it may use names that would move`
    : null;
};

/** What is said of the class itself: each call of the function made a new one, and from then on there is one. */
const isUsedAsObject: Check = ({ model, binding, name }) => {
  const { semantics } = model;
  for (const { node } of binding.references) {
    const parent = node.parent as Node;
    const attribute = semantics.attribute(parent);
    const isSet = /^(Assign|Update|Delete)Statement$/.test(parent.parent?.kind ?? '');
    if (attribute?.object === node && isSet && parent.parent?.lastChild !== parent) {
      return `\`${name}.${attribute.name}\` is set, which a child would not see`;
    }
    if (parent.kind === 'ReturnStatement' || parent.kind === 'YieldStatement') {
      return `\`${nameOf(binding.scope.node, semantics)}\` makes a new class \`${name}\` for each caller, and gives it back; define it at module level`;
    }
  }
  const own = OWN_ATTRIBUTE.exec(semantics.textOf(classNodeOf(binding)));
  return own
    ? `\`${own[0].trim()} …\` sets an attribute of the class, which a child would not see`
    : null;
};

const OWN_ATTRIBUTE = /\b(cls|self\.__class__|type\(self\))\.\w+\s*[-+*/|&]?=(?!=)/;

function classNodeOf({ definitions }: Binding): Node {
  return definitions[0]?.node as Node;
}

const holdsUnpicklable: Check = ({ model, subject, name }) => {
  const { classNode, submissions, as } = subject;
  if (as === 'class') return null;
  const channel = as === 'process' ? 'start' : channelOf(submissions);
  const own = new Set(submissions.map(({ call }) => call.node));
  const held = heldBy(model.semantics, classNode, channel, own);
  return held && `at module level \`${name}\` could not be pickled either: its ${held}`;
};

/** Code that is taken out of its module to run on its own would miss what moves. */
const runsOnItsOwn: Check = ({ model, binding, name }) => {
  const { semantics } = model;
  for (let scope: Scope | null = binding.scope; scope; scope = scope.parent) {
    const decorators = semantics.functionShape(scope.node)?.decorators ?? [];
    if (decorators.some((decorator) => /subprocess|isolat/i.test(semantics.textOf(decorator)))) {
      return `\`${nameOf(scope.node, semantics)}\` may run on its own, without the rest of the module, so \`${name}\` must stay in it`;
    }
  }
  return null;
};

/** A part of a `;` group or of a one-line body has no lines of its own. */
const hasNoLines: Check = ({ subject, name }) =>
  wholeStatement(subject.classNode).kind === 'StatementGroup'
    ? `\`${name}\` shares its line with other statements`
    : null;

function nameOf(definition: Node, semantics: Semantics): string {
  return semantics.textOf(definition.child('VariableName') ?? definition);
}

const CHECKS: readonly Check[] = [
  definedTwice,
  capturesLocals,
  rebindsLocals,
  headerObstacle,
  bodyObstacle,
  readsParentsGlobals,
  readsNamespace,
  isUsedAsObject,
  holdsUnpicklable,
  runsOnItsOwn,
  hasNoLines,
  isTaken,
];
