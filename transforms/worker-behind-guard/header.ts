/** What else happens where a function or class is defined: its decorators, defaults and bases, a class's body. */
import { callText, rowOf } from '../../src/processes/import-time/call-words.ts';
import { type Effect, effectsIfRun } from '../../src/processes/import-time/effects.ts';
import type { ProcessModel } from '../../src/processes/model.ts';
import { functionsReachedFrom } from '../../src/processes/state/reads.ts';
import { codeOf } from '../../src/semantics/code.ts';
import type { Node } from '../../src/syntax/node.ts';

/** Why a definition can't be repeated in each child, or might do something unseen there; null if nothing is in it. */
export function headerDoubt(
  statement: Node,
  model: ProcessModel,
): { readonly refusal: string } | { readonly doubt: string } | null {
  const effects = effectsOfDefining(statement, model);
  const bad = effects.find(({ behaviour }) => behaviour !== 'unknown');
  const place = ({ node }: Effect) => `line ${rowOf(node, model)} (${callText(node, model)})`;
  if (bad) {
    return {
      refusal: `defining it does more than that: ${place(bad)}. Above the main guard, each child would do so too`,
    };
  }
  const [unknown] = effects;
  if (unknown) return { doubt: `each child will run ${place(unknown)} too` };
  const decorator = unknownDecorator(statement, model);
  if (!decorator) return null;
  const name = `the decorator \`${model.semantics.textOf(decorator)}\``;
  return model.semantics.values.definitions(decorator).length > 0
    ? { doubt: `${name} may give back something that pickle does not find by its name` }
    : { doubt: `each child will run ${name} too` };
}

function effectsOfDefining(statement: Node, model: ProcessModel): Effect[] {
  const { semantics } = model;
  const functions = [...codeOf(statement)].flatMap((node) => {
    const callee = semantics.call(node)?.callee ?? (isDecorator(node) ? node : null);
    return callee ? semantics.callGraph.functionsOf(callee) : [];
  });
  const bodies = functionsReachedFrom(functions, model).flatMap(({ lastChild }) => lastChild ?? []);
  return [statement, ...bodies].flatMap((code) => effectsIfRun(code, model));
}

function isDecorator({ parent, kind }: Node): boolean {
  return parent?.kind === 'Decorator' && (kind === 'VariableName' || kind === 'MemberExpression');
}

/** Decorators that only wrap or mark what they are given. */
const QUIET_DECORATORS =
  /^(builtins\.(staticmethod|classmethod|property)|abc|attr|attrs|contextlib|dataclasses|enum|functools|numba|typing|typing_extensions|torch\.(no_grad|inference_mode|jit\.\w+))(\.|$|\()/;

function unknownDecorator(statement: Node, model: ProcessModel): Node | null {
  return [...codeOf(statement)].find((node) => isDecorator(node) && !isQuiet(node, model)) ?? null;
}

/** Whether what a decorator of this file gives back goes by the name of what it got, so that pickle finds it. */
function keepsName(definition: Node, semantics: ProcessModel['semantics']): boolean {
  const text = semantics.textOf(definition);
  if (/\b(wraps|update_wrapper)\b/.test(text)) return true;
  const [parameter] = semantics.functionShape(definition)?.params ?? [];
  const returned = definition.descendants('ReturnStatement').map(({ lastChild }) => lastChild);
  return (
    parameter !== undefined &&
    returned.length > 0 &&
    returned.every((value) => value !== null && semantics.textOf(value) === parameter.name)
  );
}

function isQuiet(decorator: Node, { semantics }: ProcessModel): boolean {
  const own = semantics.values.definitions(decorator);
  if (own.length > 0) return own.every((definition) => keepsName(definition, semantics));
  if (/^(getter|setter|deleter)$/.test(semantics.attribute(decorator)?.name ?? '')) return true;
  const names = semantics.values.qualifiedNames(decorator);
  return names.length > 0 && names.every((name) => QUIET_DECORATORS.test(name));
}
