/** The order of arguments and parameters. */

import { type Check, type Fault, fault, firstFault, repeated } from '../fault.ts';
import type { Node } from '../node.ts';
import { splitByComma } from '../shapes.ts';
import { debug } from './targets.ts';

const argumentList: Check = (list, text) => {
  const parts = partsOf(list);
  const names = parts.flatMap((part) => keywordOf(part) ?? []);
  return (
    generators(list, parts) ??
    repeated(names, text, 'a call can give an argument once only:') ??
    firstFault(names, (name) => debug(name, text)) ??
    argumentOrder(parts)
  );
};

/** The arguments with what belongs to them; the commas between a generator's targets part nothing. */
function partsOf(list: Node): Node[][] {
  const parts: Node[][] = [[]];
  let isTarget = false;
  for (const child of list.parts.slice(1, -1)) {
    if (child.kind === 'for') isTarget = true;
    else if (child.kind === 'in') isTarget = false;
    if (child.kind === ',' && !isTarget) parts.push([]);
    else parts[parts.length - 1]?.push(child);
  }
  return parts;
}

function generators(list: Node, parts: readonly Node[][]): Fault | null {
  const generator = parts.find((part) => part.some((node) => node.kind === 'for'))?.[0];
  if (!generator) return null;
  if (list.parent?.kind === 'ClassDefinition')
    return fault(generator, 'a generator is no base class');
  return parts.length > 1
    ? fault(generator, 'a generator that is not the only argument needs parentheses')
    : null;
}

function keywordOf(part: readonly Node[]): Node | null {
  const [first, second] = part;
  return first?.kind === 'VariableName' && second?.kind === 'AssignOp' ? first : null;
}

function argumentOrder(parts: readonly Node[][]): Fault | null {
  let before: 'keyword' | 'double star' | null = null;
  for (const part of parts) {
    const [first] = part;
    if (!first) continue;
    if (first.kind === '**') before = 'double star';
    else if (first.kind === '*') {
      if (before === 'double star') return fault(first, "`*` can't stand behind `**` in a call");
    } else if (keywordOf(part)) before ??= 'keyword';
    else if (before === 'keyword')
      return fault(first, "a positional argument can't stand behind a keyword argument");
    else if (before) return fault(first, "a positional argument can't stand behind `**`");
  }
  return null;
}

const DEFAULT_BEFORE = "a parameter without a default can't stand behind one that has a default";

const parameterList: Check = (list, text) => {
  const inner = list.parts.filter((child) => child.kind !== '(' && child.kind !== ')');
  const parts = splitByComma(inner);
  const names = parts.flatMap((part) => part.find((node) => node.kind === 'VariableName') ?? []);
  return (
    parameterOrder(parts) ??
    repeated(names, text, 'two parameters have the name') ??
    firstFault(names, (name) => debug(name, text))
  );
};

function parameterOrder(parts: readonly Node[][]): Fault | null {
  let slash = false;
  let star = false;
  let doubleStar = false;
  let hasDefault = false;
  return firstFault(parts, (part, index) => {
    const [first, second] = part;
    if (!first) return null;
    if (doubleStar) return fault(first, 'no parameter can stand behind `**`');
    if (first.kind === 'ArithOp') {
      if (slash) return fault(first, 'there can be one `/` only');
      if (star) return fault(first, '`/` has to stand before `*`');
      if (index === 0) return fault(first, '`/` needs a parameter before it');
      slash = true;
    } else if (first.kind === '*') {
      if (star) return fault(first, 'there can be one `*` only');
      if (!second && !isNamed(parts[index + 1]))
        return fault(first, '`*` needs a named parameter behind it');
      star = true;
    } else if (first.kind === '**') doubleStar = true;
    else if (part.some((node) => node.kind === 'AssignOp')) hasDefault = true;
    else if (hasDefault && !star) {
      return fault(first, DEFAULT_BEFORE);
    }
    return null;
  });
}

function isNamed(part: readonly Node[] | undefined): boolean {
  return part?.[0]?.kind === 'VariableName';
}

const typeParameterList: Check = (list, text) => {
  const params = list.childrenOf('TypeParam');
  const hasDefault = (param: Node) => param.child('AssignOp') !== null;
  const first = params.findIndex(hasDefault);
  const late = first < 0 ? undefined : params.slice(first).find((param) => !hasDefault(param));
  if (late) return fault(late, DEFAULT_BEFORE);
  const names = params.flatMap((param) => param.child('VariableName') ?? []);
  return repeated(names, text, 'two type parameters have the name');
};

/** The checks of this file, by the kind of node that they look at. */
export const ARGUMENT_CHECKS: Readonly<Record<string, Check>> = {
  ArgList: argumentList,
  ParamList: parameterList,
  TypeParamList: typeParameterList,
};
