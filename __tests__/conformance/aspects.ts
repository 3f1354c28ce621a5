import type { SyntaxTree } from '../../src/syntax/parse.ts';
import { scopeFacts } from './scope-facts.ts';
import { treeFacts } from './trees/tree-facts.ts';

/** What is compared: facts of ours about a file that CPython, of this version ("3.12"), must tell too. */
export const ASPECTS = { trees: treeFacts, scopes: scopeFacts } as const satisfies Readonly<
  Record<string, (tree: SyntaxTree, version: string) => string[]>
>;

export type Aspect = keyof typeof ASPECTS;
