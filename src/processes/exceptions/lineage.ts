/** What an exception class of a file inherits, down to one of Python's own. */
import type { Semantics } from '../../semantics/semantics.ts';
import type { Node } from '../../syntax/node.ts';
import { argumentsOf, type FunctionShape } from '../../syntax/shapes.ts';

/** Classes that pickle handles as `BaseException` says: by the class, its `args` and its attributes. */
export interface Lineage {
  /** The class, and those of the file that it derives from, nearest first. */
  readonly classes: readonly [Node, ...Node[]];
  /** The dotted names of Python's own that it derives from. */
  readonly builtins: ReadonlySet<string>;
}

/** Python's exceptions without an `__init__` or a `__reduce__` of their own, with their bases below `Exception`. */
const PLAIN: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ['Exception', []],
  ['ArithmeticError', []],
  ['AssertionError', []],
  ['BufferError', []],
  ['EOFError', []],
  ['FloatingPointError', ['ArithmeticError']],
  ['IndexError', ['LookupError']],
  ['KeyError', ['LookupError']],
  ['LookupError', []],
  ['MemoryError', []],
  ['NotImplementedError', ['RuntimeError']],
  ['OverflowError', ['ArithmeticError']],
  ['RecursionError', ['RuntimeError']],
  ['ReferenceError', []],
  ['RuntimeError', []],
  ['TypeError', []],
  ['ValueError', []],
  ['ZeroDivisionError', ['ArithmeticError']],
]);

/** Methods with which a class says itself how it is made or pickled. */
const OWN_WAYS =
  /^__(new|reduce|reduce_ex|getstate|setstate|getnewargs|getnewargs_ex|getattribute|getattr|setattr)__$/;

/** The lineage of a class with one base each; null for what is no exception, or is pickled in a way of its own. */
export function lineageOf(classNode: Node, semantics: Semantics): Lineage | null {
  const classes: [Node, ...Node[]] = [classNode];
  for (let last: Node = classNode; isOrdinary(last, semantics); ) {
    const [base, ...others] = semantics.values.bases(last);
    if (!base || others.length > 0) return null;
    const builtins = builtinsOf(base, semantics);
    if (builtins) return { classes, builtins };
    const [next, ...more] = semantics.values.baseClasses(last);
    if (!next || more.length > 0 || classes.includes(next)) return null;
    classes.push(next);
    last = next;
  }
  return null;
}

function builtinsOf(base: Node, semantics: Semantics): ReadonlySet<string> | null {
  const name = /^builtins\.(\w+)$/.exec(semantics.values.qualifiedName(base) ?? '')?.[1];
  const bases = name === undefined ? undefined : PLAIN.get(name);
  return name !== undefined && bases
    ? new Set([name, ...bases, 'Exception', 'BaseException'].map((each) => `builtins.${each}`))
    : null;
}

function isOrdinary(classNode: Node, semantics: Semantics): boolean {
  const list = classNode.child('ArgList');
  const names = [...(semantics.scopes.opened.get(classNode)?.bindings.keys() ?? [])];
  return (
    classNode.parent?.kind !== 'DecoratedStatement' &&
    (!list ||
      argumentsOf(list, semantics.tree.text).every(
        ({ name, star }) => name === null && star === '',
      )) &&
    !names.some((name) => OWN_WAYS.test(name) || name === 'args') &&
    !semantics.values.attributesOf(classNode).has('args')
  );
}

/** The `__init__` that a class itself defines, once and without decorators; null for none, or another. */
export function ownInit(classNode: Node, semantics: Semantics): FunctionShape | null {
  const definitions =
    semantics.scopes.opened.get(classNode)?.bindings.get('__init__')?.definitions ?? [];
  const [only] = definitions;
  const shape = only?.kind === 'function' ? semantics.functionShape(only.node) : null;
  return definitions.length === 1 && shape?.decorators.length === 0 ? shape : null;
}

/** Whether a class has an `__init__` of any kind. */
export function hasInit(classNode: Node, semantics: Semantics): boolean {
  return semantics.scopes.opened.get(classNode)?.bindings.has('__init__') === true;
}
