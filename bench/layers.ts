import { parser as published } from '@lezer/python';
import { analyseFile } from '../src/engine/engine.ts';
import { buildModel } from '../src/processes/build.ts';
import { SINGLE_FILE } from '../src/processes/facts.ts';
import { DEFAULT_SETTINGS } from '../src/processes/settings.ts';
import { buildScopes } from '../src/semantics/scope-builder.ts';
import { Semantics } from '../src/semantics/semantics.ts';
import { parser } from '../src/syntax/generated/parser.ts';
import { invalidSyntax } from '../src/syntax/invalid.ts';
import { parse } from '../src/syntax/parse.ts';
import { transforms } from '../transforms/index.ts';

/** A step of the work on a file. `prepare` makes what it starts from, and is not timed. */
export interface Layer<Input = unknown> {
  readonly name: string;
  prepare(text: string): Input;
  /** Gives what it made, so that it can be kept and weighed. */
  run(input: Input): unknown;
}

/** Lets each layer have its own input while the list of all has one type. */
function layer<Input>(
  name: string,
  prepare: (text: string) => Input,
  run: (input: Input) => unknown,
): Layer {
  return { name, prepare, run: run as (input: unknown) => unknown };
}

const asIs = (text: string) => text;

export const LAYERS: readonly Layer[] = [
  layer('Lezer with the published grammar', asIs, (text) => published.parse(text)),
  layer('Lezer with our grammar', asIs, (text) => parser.parse(text)),
  layer('parse: tree, nodes, lines, errors', asIs, parse),
  layer('check for what the grammar lets through', parse, invalidSyntax),
  layer('scopes', parse, buildScopes),
  layer(
    'reaching bindings of all references, scopes apart',
    (text) => new Semantics(parse(text)),
    (semantics) => semantics.scopes.references.map(({ node }) => semantics.reaching(node)),
  ),
  layer(
    'qualified names of all names and members, what reaches them with it',
    (text) => new Semantics(parse(text)),
    ({ tree, values }) =>
      [...tree.root.walk()]
        .filter(({ kind }) => kind === 'VariableName' || kind === 'MemberExpression')
        .map((node) => values.qualifiedNames(node)),
  ),
  layer('process model, with the scopes, names and flow that it asks for', parse, (tree) =>
    buildModel('bench.py', tree, SINGLE_FILE, DEFAULT_SETTINGS),
  ),
  layer('all: parse, model, findings of all rules', asIs, (text) =>
    analyseFile({ path: 'bench.py', text, encoding: 'utf-8', hasBom: false }, SINGLE_FILE, {
      transforms,
      mode: 'report',
      unsafeFixes: false,
      settings: DEFAULT_SETTINGS,
    }),
  ),
];
