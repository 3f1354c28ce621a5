import type { Semantics } from '../../semantics/semantics.ts';
import type { Node } from '../../syntax/node.ts';
import { statementOf, statementsOf, wholeStatement } from '../../syntax/shapes.ts';
import type { ProcessModel } from '../model.ts';

/**
 * Whether the program ends when a statement is done: nothing follows but output, in its block and in those around
 * it, up to the end of the main module, through functions that are called from one place only.
 */
export function endsProgram(
  statement: Node,
  model: ProcessModel,
  seen: ReadonlySet<Node> = new Set(),
): boolean {
  for (let inner = statement, outer = inner.parent; outer; inner = outer, outer = outer.parent) {
    switch (outer.kind) {
      case 'Script':
      case 'Body':
      case 'StatementGroup':
        if (!isLast(inner, outer, model.semantics)) return false;
        break;
      case 'IfStatement':
      case 'WithStatement':
        break;
      case 'FunctionDefinition': {
        const call = onlyCall(outer, model);
        if (!call || seen.has(outer)) return false;
        return endsProgram(statementOf(call), model, new Set([...seen, outer]));
      }
      default:
        return false;
    }
  }
  // What another file imports runs before that file goes on, and a cell before whatever the user runs next.
  return model.isGuarded(statement) || !(model.role.isImported || model.role.isNotebook);
}

function isLast(statement: Node, block: Node, semantics: Semantics): boolean {
  return statementsOf(block)
    .filter((other) => other.index > statement.index)
    .every((other) => isQuick(other, semantics));
}

/** Definitions, and output of what is there already. */
function isQuick(statement: Node, semantics: Semantics): boolean {
  if (
    /^(FunctionDefinition|ClassDefinition|DecoratedStatement|PassStatement)$/.test(statement.kind)
  )
    return true;
  const call = statement.kind === 'ExpressionStatement' ? statement.firstChild : null;
  const callee = call ? semantics.call(call)?.callee : null;
  return callee ? semantics.values.qualifiedName(callee) === 'builtins.print' : false;
}

/** The one place that calls a plain function, as a statement or as `sys.exit(main())`. */
function onlyCall(definition: Node, { semantics, facts }: ProcessModel): Node | null {
  const name = definition.child('VariableName');
  const binding = name ? semantics.bindingOf(name) : null;
  if (!binding || definition.child('async') || wholeStatement(definition) !== definition) {
    return null;
  }
  if (facts.importedNames === 'all' || facts.importedNames.has(binding.name)) return null;
  const [reference, ...others] = binding.references;
  if (!reference || others.length > 0 || binding.definitions.length > 1) return null;
  const call = reference.node.parent;
  return call?.kind === 'CallExpression' && statementOf(call).kind === 'ExpressionStatement'
    ? call
    : null;
}
