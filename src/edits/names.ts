import type { SyntaxTree } from '../syntax/parse.ts';

/** Keywords, and the builtins that a new local variable might hide. */
const RESERVED: ReadonlySet<string> = new Set(
  (
    'False None True and as assert async await break class continue def del elif else except finally for from ' +
    'global if import in is lambda nonlocal not or pass raise return try while with yield match case type print ' +
    'abs aiter all anext any ascii bin bool breakpoint bytearray bytes callable chr classmethod compile complex ' +
    'copyright credits delattr dict dir divmod enumerate eval exec exit filter float format frozenset getattr ' +
    'globals hasattr hash help hex id input int isinstance issubclass iter len license list locals map max ' +
    'memoryview min next object oct open ord pow property quit range repr reversed round set setattr slice sorted ' +
    'staticmethod str sum super tuple vars zip'
  ).split(' '),
);

/** Whether a name is a keyword or a builtin that a new name should not hide. */
export function isReserved(name: string): boolean {
  return RESERVED.has(name);
}

const namesOfTrees = new WeakMap<SyntaxTree, ReadonlySet<string>>();

/** All names that are used anywhere in the file, whatever they mean; attributes are not among them. */
export function namesIn(tree: SyntaxTree): ReadonlySet<string> {
  let names = namesOfTrees.get(tree);
  if (!names) {
    const found = new Set<string>();
    for (const node of tree.root.walk()) {
      if (node.kind === 'VariableName') found.add(tree.text.slice(node.from, node.to));
    }
    names = found;
    namesOfTrees.set(tree, names);
  }
  return names;
}

/**
 * A private name for something new at module level: `_double`, or `_double_2` and so on where that is taken.
 * `taken` is the tree that it goes into, or a set of names; a fix that makes several names adds each to its set.
 */
export function freshName(taken: SyntaxTree | ReadonlySet<string>, wish: string): string {
  return firstFree(taken, `_${snakeCase(wish) || 'worker'}`);
}

/** A public name for a new local variable: `pool`, or `pool_2` and so on. */
export function freshLocal(taken: SyntaxTree | ReadonlySet<string>, wish: string): string {
  const name = snakeCase(wish) || 'value';
  return firstFree(taken, /^\d/.test(name) ? `value_${name}` : name);
}

function firstFree(taken: SyntaxTree | ReadonlySet<string>, name: string): string {
  const names = 'root' in taken ? namesIn(taken) : taken;
  const isFree = (candidate: string) => !names.has(candidate) && !RESERVED.has(candidate);
  if (isFree(name)) return name;
  let number = 2;
  while (!isFree(`${name}_${number}`)) number++;
  return `${name}_${number}`;
}

/**
 * A wish for `freshName` from what is around, in snake case: `wishFrom('Trainer', 'run', 'worker')` is
 * `trainer_run_worker`. Parts that are null or say nothing fall out.
 */
export function wishFrom(...parts: (string | null | undefined)[]): string {
  return parts
    .map((part) => snakeCase(part ?? ''))
    .filter((part) => part !== '' && part !== 'lambda')
    .join('_');
}

/** `HTTPServer.runAll` as `http_server_run_all`; no underscores at the ends. */
export function snakeCase(text: string): string {
  return text
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1_$2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1_$2')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_+|_+$/g, '');
}
