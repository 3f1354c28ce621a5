import type { Binding } from '../semantics/scopes.ts';
import type { Semantics } from '../semantics/semantics.ts';
import type { Node } from '../syntax/node.ts';
import { type FileFacts, SINGLE_FILE } from './facts.ts';
import type { Creation, Submission } from './model.ts';
import { ownName, type Target } from './targets.ts';

/** The code of this file that runs in children, and the names of the module that it reads. */
export interface WorkerReach {
  readonly code: ReadonlySet<Node>;
  readonly names: ReadonlySet<Binding>;
}

/**
 * Follows workers through all that they call or mention. A function that is merely mentioned may be called, and a
 * class that is mentioned may be made, so both count: too much rather than too little.
 */
export function reachOfWorkers(
  semantics: Semantics,
  creations: readonly Creation[],
  submissions: readonly Submission[],
  facts: FileFacts = SINGLE_FILE,
): WorkerReach {
  const code = new Set<Node>();
  const names = new Set<Binding>();
  const queue: Node[] = [];
  const enter = (node: Node) => {
    if (code.has(node)) return;
    code.add(node);
    queue.push(node);
  };
  const mention = (binding: Binding) => {
    if (binding.scope === semantics.scopes.module) names.add(binding);
    for (const definition of binding.definitions) {
      if (definition.kind === 'function' || definition.kind === 'class') enter(definition.node);
      else if (definition.value) {
        for (const source of semantics.values.definitions(definition.value)) enter(source);
      }
    }
  };
  for (const node of definitionsNamed(facts.workers, semantics)) enter(node);
  for (const creation of creations) if (creation.processClass) enter(creation.processClass);
  for (const { argument, workers } of submissions) {
    for (const { definition } of workers) if (definition) enter(definition);
    for (const reference of semantics.referencesIn(argument.value)) {
      if (reference.binding) mention(reference.binding);
    }
  }
  for (let node = queue.shift(); node; node = queue.shift()) {
    for (const reference of semantics.referencesIn(node)) {
      if (reference.binding) mention(reference.binding);
    }
    // A method's instance travels with it: all of its class may run.
    const owner = semantics.scopeOf(node);
    if (owner.kind === 'class') enter(owner.node);
    for (const member of node.descendants('MemberExpression')) {
      for (const definition of semantics.values.definitions(member)) enter(definition);
    }
  }
  return { code, names };
}

function definitionsNamed(names: ReadonlyMap<Target, unknown>, semantics: Semantics): Node[] {
  if (names.size === 0) return [];
  const { root } = semantics.tree;
  return [...root.descendants('FunctionDefinition'), ...root.descendants('ClassDefinition')].filter(
    (node) => names.has(ownName(node, semantics) ?? ''),
  );
}
