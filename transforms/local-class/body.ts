/** What of a class is evaluated where it stands: once at module level, but whenever its function runs before. */
import type { Binding } from '../../src/semantics/scopes.ts';
import type { Semantics } from '../../src/semantics/semantics.ts';
import type { Node } from '../../src/syntax/node.ts';
import { argumentsOf, assignmentOf, statementsOf } from '../../src/syntax/shapes.ts';
import type { Move } from './move.ts';

/** Why its bases or decorators can't be evaluated at module level; null where they can. */
export function headerObstacle({ model, subject, before, name, scope }: Move): string | null {
  const { semantics, tree } = model;
  const { classNode } = subject;
  if (classNode.child('TypeParamList')) return `\`${name}\` has type parameters`;
  const list = classNode.child('ArgList');
  const odd = list && argumentsOf(list, tree.text).find((a) => a.name !== null || a.star !== '');
  if (odd) return `\`${semantics.textOf(odd)}\` may do more than to make the class \`${name}\``;
  const decorators = decoratorsOf(classNode);
  const unknown = decorators.find((d) => !KNOWN_DECORATORS.test(decoratorName(d, semantics)));
  if (unknown) {
    return `\`${semantics.textOf(unknown).trim()}\` would decorate \`${name}\` when the module is imported`;
  }
  const effect = effectOfDeriving(classNode, semantics);
  if (effect) return `\`${effect}\` would see \`${name}\` when the module is imported`;
  const missing = [...(list ? [list] : []), ...decorators]
    .flatMap((part) => semantics.referencesIn(part))
    .find((reference) => !isKnownAt(before, reference.binding) && !scope.encloses(reference.scope));
  return missing
    ? `\`${missing.name}\`, which \`${name}\` is made with, is not there at module level`
    : null;
}

/** What of the classes of the file from which a class derives runs when it is made. */
function effectOfDeriving(classNode: Node, semantics: Semantics): string | null {
  const { values } = semantics;
  if (values.method(classNode, '__init_subclass__').length > 0) return '__init_subclass__';
  const waiting = [classNode];
  const seen = new Set(waiting);
  for (let each = waiting.pop(); each; each = waiting.pop()) {
    const list = each.child('ArgList');
    const metaclass = list && argumentsOf(list, semantics.tree.text).find((a) => a.name !== null);
    if (metaclass) return semantics.textOf(metaclass);
    const bases = values.bases(each).flatMap((base) => values.definitions(base));
    for (const base of bases) {
      if (!seen.has(base)) waiting.push(base);
      seen.add(base);
    }
  }
  return null;
}

const KNOWN_DECORATORS =
  /^(dataclasses\.dataclass|functools\.total_ordering|enum\.unique|typing\.(final|runtime_checkable))$/;

const KNOWN_METHOD_DECORATORS =
  /^(builtins\.(property|staticmethod|classmethod)|abc\.abstractmethod|functools\.(cached_property|wraps|singledispatchmethod)|typing\.(override|final|overload)|contextlib\.contextmanager)$/;

/** Why a statement of its body can't be run at module level; null where all can. */
export function bodyObstacle(move: Move): string | null {
  const { subject, name, model } = move;
  const body = subject.classNode.lastChild;
  for (const statement of body ? statementsOf(body) : []) {
    const reason = statementObstacle(statement, move);
    if (reason) {
      return `\`${name}\`, ${model.tree.lines.lineName(statement.from)}, ${reason}`;
    }
  }
  return null;
}

function statementObstacle(statement: Node, move: Move): string | null {
  const { semantics } = move.model;
  switch (statement.kind) {
    case 'PassStatement':
      return null;
    case 'ExpressionStatement':
      return isConstant(statement.firstChild) ? null : RUNS;
    case 'AssignStatement': {
      const assignment = assignmentOf(statement);
      const annotation = assignment?.annotation;
      if (annotation && missingIn(annotation, move)) return NEEDS_LOCAL;
      if (!assignment?.values.every(isConstant)) return RUNS;
      return null;
    }
    case 'DecoratedStatement':
    case 'FunctionDefinition': {
      const decorators = statement.childrenOf('Decorator');
      const unknown = decorators.find(
        (d) =>
          !KNOWN_METHOD_DECORATORS.test(decoratorName(d, semantics)) &&
          !/^@\s*\w+\.(setter|deleter|getter)\s*$/.test(semantics.textOf(d)),
      );
      if (unknown)
        return `has the decorator \`${semantics.textOf(unknown).trim()}\`, which would run when the module is imported`;
      const method =
        statement.kind === 'FunctionDefinition' ? statement : statement.child('FunctionDefinition');
      return method ? methodObstacle(method, move) : RUNS;
    }
    default:
      return RUNS;
  }
}

const RUNS = 'is run for each class that its function makes, and would be run once';
const NEEDS_LOCAL = 'needs a name that is not there at module level';

function methodObstacle(method: Node, move: Move): string | null {
  const shape = move.model.semantics.functionShape(method);
  const params = shape?.params ?? [];
  if (params.some(({ defaultValue }) => defaultValue && !isConstant(defaultValue))) return RUNS;
  const annotations = [
    ...params.flatMap(({ annotation }) => annotation ?? []),
    ...method.childrenOf('TypeDef'),
  ];
  return annotations.some((annotation) => missingIn(annotation, move)) ? NEEDS_LOCAL : null;
}

/** Whether an annotation, evaluated with the class, reads a name that the module only binds further down. */
function missingIn(annotation: Node, { model, before, binding }: Move): boolean {
  const { semantics, tree } = model;
  if (/^from\s+__future__\s+import\b.*\bannotations\b/m.test(tree.text)) return false;
  return semantics
    .referencesIn(annotation)
    .some((reference) => reference.binding === binding || !isKnownAt(before, reference.binding));
}

/** Whether a name can be read where the class would be defined. */
function isKnownAt(before: Node, binding: Binding | null): boolean {
  return (
    !binding ||
    binding.scope.kind === 'class' ||
    (binding.scope.kind === 'module' &&
      binding.definitions.length > 0 &&
      binding.definitions.every((d) => d.scope.kind === 'module' && d.nameNode.to <= before.from))
  );
}

const CONSTANTS: ReadonlySet<string> = new Set([
  'Number',
  'String',
  'ContinuedString',
  'Boolean',
  'None',
  'Ellipsis',
]);

function isConstant(value: Node | null): boolean {
  if (!value) return false;
  if (CONSTANTS.has(value.kind)) return true;
  const isGroup = /^(Tuple|Parenthesized|Unary|Binary)Expression$/.test(value.kind);
  return (
    isGroup &&
    value.parts.every(
      (part) => (part.children.length === 0 && !/Name$/.test(part.kind)) || isConstant(part),
    )
  );
}

function decoratorsOf(definition: Node): Node[] {
  const { parent } = definition;
  return parent?.kind === 'DecoratedStatement' ? parent.childrenOf('Decorator') : [];
}

function decoratorName(decorator: Node, semantics: Semantics): string {
  const expression = decorator.parts[1];
  const callee = expression && (semantics.call(expression)?.callee ?? expression);
  return (callee && semantics.values.qualifiedName(callee)) ?? '';
}
