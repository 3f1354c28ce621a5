import type { Node } from '../../../src/syntax/node.ts';
import { COMPOUND, TUPLES } from './tables.ts';
import {
  endOf,
  partsOf,
  type Rule,
  type Rules,
  splitAtCommas,
  type Translation,
  visitElements,
  visitTuples,
} from './translation.ts';

/** Statements whose nodes are not the same in both trees. */
export const STATEMENT_RULES: Rules = {
  AssignStatement(translation, node) {
    const kind = node.child('TypeDef') ? 'AnnAssign' : 'Assign';
    translation.emit(kind, node.from, node.to);
    visitParts(translation, node);
  },
  YieldStatement(translation, node) {
    translation.emit('Expr', node.from, node.to);
    translation.emit(node.child('from') ? 'YieldFrom' : 'Yield', node.from, node.to);
    visitParts(translation, node);
  },
  ImportStatement(translation, node) {
    translation.emit(node.child('from') ? 'ImportFrom' : 'Import', node.from, node.to);
    const parts = partsOf(node);
    const names = parts.slice(parts.findIndex(({ kind }) => kind === 'import') + 1);
    for (const name of splitAtCommas(names.filter(({ kind }) => kind !== '(' && kind !== ')'))) {
      emitGroup(translation, 'alias', name);
    }
  },
  ScopeStatement(translation, node) {
    translation.emit(node.child('global') ? 'Global' : 'Nonlocal', node.from, node.to);
  },
  IfStatement(translation, node) {
    const end = endOf(node);
    for (const { kind, from } of node.children) {
      if (kind === 'if' || kind === 'elif') translation.emit('If', from, end);
    }
    visitParts(translation, node);
  },
  WhileStatement: compound,
  ForStatement: compound,
  WithStatement: compound,
  MatchStatement: compound,
  TryStatement(translation, node) {
    const parts = partsOf(node);
    const isStar = parts.some(({ kind }, i) => kind === '*' && parts[i - 1]?.kind === 'except');
    translation.emit(isStar ? 'TryStar' : 'Try', node.from, endOf(node));
    for (const [i, part] of parts.entries()) {
      const body = parts.slice(i).find(({ kind }) => kind === 'Body');
      if (part.kind === 'except' && body) translation.emit('ExceptHandler', part.from, endOf(body));
    }
    const named = parts.filter((_, i) => parts[i - 1]?.kind !== 'as');
    visitTuples(translation, named, TUPLES[node.kind] ?? []);
  },
  FunctionDefinition: definition,
  ClassDefinition: definition,
  TypeParam(translation, node) {
    const parts = partsOf(node);
    const kinds: Readonly<Record<string, string>> = { '*': 'TypeVarTuple', '**': 'ParamSpec' };
    translation.emit(kinds[parts[0]?.kind ?? ''] ?? 'TypeVar', node.from, node.to);
    visitElements(translation, withoutName(parts).slice(parts[0]?.kind.startsWith('*') ? 1 : 0));
  },
  ParamList(translation, node) {
    for (const parameter of splitAtCommas(partsOf(node))) {
      const name = parameter.find(({ kind }) => kind === 'VariableName');
      const annotation = parameter.find(({ kind }) => kind === 'TypeDef');
      if (!name) continue;
      translation.emit('arg', name.from, (annotation ?? name).to);
      translation.visitAll(withoutName(parameter));
    }
  },
};

function compound(translation: Translation, node: Node): void {
  emitCompound(translation, node);
  visitParts(translation, node);
}

function definition(translation: Translation, node: Node): void {
  emitCompound(translation, node);
  translation.visitAll(withoutName(partsOf(node)));
}

function emitCompound(translation: Translation, node: Node): void {
  const [plain, asynchronous] = COMPOUND[node.kind] ?? ['', ''];
  const kind = node.firstChild?.kind === 'async' ? asynchronous : plain;
  translation.emit(kind, node.from, endOf(node));
}

/** The parts but for the first name, which is what the node binds. */
function withoutName(parts: readonly Node[]): Node[] {
  const name = parts.find(({ kind }) => kind === 'VariableName');
  return parts.filter((part) => part !== name);
}

function emitGroup(translation: Translation, kind: string, group: readonly Node[]): void {
  const first = group[0];
  const last = group[group.length - 1];
  if (first && last) translation.emit(kind, first.from, last.to);
}

/** Visits what is below a node, by what commas mean there. */
export const visitParts: Rule = (translation, node) => {
  const separators = TUPLES[node.kind];
  if (separators) visitTuples(translation, partsOf(node), separators);
  else visitElements(translation, partsOf(node));
};
