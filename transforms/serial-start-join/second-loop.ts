import type { Edit } from '../../src/edits/fix.ts';
import { insertBefore } from '../../src/edits/insert.ts';
import { freshLocal } from '../../src/edits/names.ts';
import type { ProcessLife } from '../../src/processes/process-life/process-life.ts';
import type { Semantics } from '../../src/semantics/semantics.ts';
import type { Node } from '../../src/syntax/node.ts';
import { simpleAssignment, statementsOf } from '../../src/syntax/shapes.ts';

/** A loop that starts processes. */
export interface StartLoop {
  readonly loop: Node;
  readonly iterated: Node;
  /** The statement `p.start()`. */
  readonly start: Node;
  /** `p` in it. */
  readonly process: Node;
  readonly lives: readonly ProcessLife[];
}

/** A loop over the same processes, to stand behind the one that starts them. */
export interface SecondLoop {
  /** Up to the colon. */
  readonly header: string;
  /** What keeps the processes in a list, where the first loop does not. */
  readonly edits: readonly Edit[];
  /** The names that are bound by it. */
  readonly rebinds: readonly string[];
}

/** How a second loop goes over the processes of the first; null where that can't be told. */
export function secondLoop(first: StartLoop, semantics: Semantics): SecondLoop | null {
  const { loop, start, process } = first;
  const target = semantics.textOf(process);
  const rebinds = [...boundBy(loop, semantics), target];
  const again = headerAgain(first, semantics);
  if (again !== null) return { header: again, edits: [], rebinds };
  if (!isMadeHere(first, semantics)) return null;
  const list = listOf(first, semantics);
  const name = list ?? freshList(loop, semantics);
  const { tree } = semantics;
  const edits =
    list === null
      ? [
          ...insertBefore(tree, loop, `${name} = []\n`),
          ...insertBefore(tree, start, `${name}.append(${target})\n`),
        ]
      : [];
  return { header: `for ${target} in ${name}:`, edits, rebinds: [...rebinds, name] };
}

/** The names that a loop gives values to. */
function boundBy(loop: Node, semantics: Semantics): string[] {
  const targets = loop.parts.slice(
    1,
    loop.parts.findIndex(({ kind }) => kind === 'in'),
  );
  return targets
    .flatMap((target) => [...target.walk()])
    .filter(({ kind }) => kind === 'VariableName')
    .map((name) => semantics.textOf(name));
}

/** The loop's own header, where it can go over the same processes again. */
function headerAgain(
  { loop, iterated, process, lives }: StartLoop,
  semantics: Semantics,
): string | null {
  const isMade = lives.some(({ creation }) => loop.contains(creation.call.node));
  const body = loop.child('Body');
  if (isMade || !body) return null;
  const source = sourceOf(iterated, semantics);
  const isList = source.every(({ kind }) => /^Array(Comprehension)?Expression$/.test(kind));
  const named = [...process.walk()].filter(({ kind }) => kind === 'VariableName');
  const isBoundHere = named.some((node) =>
    semantics.bindingOf(node)?.definitions.some((d) => body.contains(d.nameNode)),
  );
  return isList && source.length > 0 && !isBoundHere
    ? semantics.tree.text.slice(loop.from, body.from + 1)
    : null;
}

/** What a loop's list comes from, behind `enumerate` and the like; nothing for what is not known. */
function sourceOf(iterated: Node, semantics: Semantics): Node[] {
  const call = semantics.call(iterated);
  const name = call ? semantics.values.qualifiedName(call.callee) : null;
  if (!call) return semantics.values.sources(iterated);
  const [argument, ...others] = call.args;
  return argument && others.length === 0 && /^builtins\.(enumerate|range|len)$/.test(name ?? '')
    ? sourceOf(argument.value, semantics)
    : [];
}

/** Whether each turn makes a process and gives it the name that it is started by. */
function isMadeHere({ loop, process, lives }: StartLoop, semantics: Semantics): boolean {
  const binding = semantics.bindingOf(process);
  const body = loop.child('Body');
  return (
    process.kind === 'VariableName' &&
    body !== null &&
    lives.length === 1 &&
    statementsOf(body).some((s) => {
      const assigned = simpleAssignment(s);
      return (
        assigned !== null &&
        assigned.value === lives[0]?.creation.call.node &&
        semantics.bindingOf(assigned.target) === binding
      );
    })
  );
}

/** The list that the loop already keeps its processes in, and that is empty before. */
function listOf({ loop, process }: StartLoop, semantics: Semantics): string | null {
  const body = loop.child('Body');
  for (const statement of body ? statementsOf(body) : []) {
    const call = statement.firstChild && semantics.call(statement.firstChild);
    const method = call ? semantics.attribute(call.callee) : null;
    const isKept =
      method?.name === 'append' &&
      call?.args.length === 1 &&
      semantics.bindingOf(call.args[0]?.value ?? statement) === semantics.bindingOf(process);
    if (!isKept || method.object.kind !== 'VariableName') continue;
    const made = semantics.values.sources(method.object);
    const binding = semantics.bindingOf(method.object);
    const appends = binding?.references.filter(
      ({ node }) => node.parent && semantics.attribute(node.parent)?.object === node,
    );
    const isOnly = appends?.length === 1 && binding?.definitions.length === 1;
    if (
      isOnly &&
      made.length === 1 &&
      made[0]?.kind === 'ArrayExpression' &&
      made[0].children.length === 2
    ) {
      return semantics.textOf(method.object);
    }
  }
  return null;
}

function freshList(loop: Node, semantics: Semantics): string {
  const scope = semantics.scopeOf(loop).frame;
  const taken = new Set(semantics.scopes.references.map(({ name }) => name));
  for (const inner of semantics.scopes.all) {
    for (const name of [...inner.bindings.keys(), ...inner.declared.keys()]) {
      if (scope.kind === 'module' || scope.encloses(inner)) taken.add(name);
    }
  }
  return freshLocal(taken, 'processes');
}
