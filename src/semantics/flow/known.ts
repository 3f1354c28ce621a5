/** What is known of expressions before the flow is: which tests are constant, which calls end a run or pass errors on. */
import type { Node } from '../../syntax/node.ts';
import type { SyntaxTree } from '../../syntax/parse.ts';
import {
  attributeOf,
  callOf,
  importedName,
  subscriptOf,
  unparenthesized,
} from '../../syntax/shapes.ts';
import type { Scopes } from '../scopes.ts';
import { holdsInPython3 } from './other-pythons.ts';
import type { Unseen } from './unseen.ts';

const INTEGER = /^(0|[1-9]\d*)$/;

const EMPTY_STRING = /^[a-z]*("|'|"""|''')\1$/i;

const FALSE_NAMES = /^typing(_extensions)?\.TYPE_CHECKING$/;

const ENDING = /^(sys\.exit|os\.(_exit|abort|exec[lv]\w*)|builtins\.(exit|quit))$/;

/** Modules whose context managers let every exception through. */
const PASSING_ON =
  /^(builtins\.open|bz2|concurrent\.futures|contextlib\.(chdir|closing|nullcontext|redirect_std\w+)|decimal|gzip|io|lzma|mmap|multiprocessing|os|shelve|shutil|socket|sqlite3|subprocess|tarfile|tempfile|threading|urllib|warnings|zipfile)\b/;

/** Functions that take a generator to its end, or drop it, before they return. */
const CONSUMERS =
  /^builtins\.(all|any|bytes|dict|frozenset|list|max|min|set|sorted|sum|tuple)$|^collections\.(Counter|OrderedDict|deque)$/;

export class Known {
  constructor(
    private readonly tree: SyntaxTree,
    private readonly scopes: Scopes,
    private readonly unseen: Unseen,
  ) {}

  /** Whether a test always comes out the same; null where it is not known. */
  truth(test: Node): boolean | null {
    const node = unparenthesized(test);
    switch (node.kind) {
      case 'Boolean':
        return this.text(node) === 'True';
      case 'None':
        return false;
      case 'Number':
        return INTEGER.test(this.text(node)) ? this.text(node) !== '0' : null;
      case 'String':
        return !EMPTY_STRING.test(this.text(node));
      case 'UnaryExpression': {
        const operand = node.firstChild?.kind === 'not' && node.lastChild;
        const truth = operand ? this.truth(operand) : null;
        return truth === null ? null : !truth;
      }
      case 'BinaryExpression':
        return this.truthOfPair(node) ?? this.truthInPython3(node);
      case 'CallExpression':
        return this.truthInPython3(node);
      case 'VariableName':
      case 'MemberExpression':
        return this.isFalseName(node) ? false : this.truthInPython3(node);
      default:
        return null;
    }
  }

  private truthInPython3(node: Node): boolean | null {
    const call = callOf(node, this.tree.text);
    const [first] = call?.args ?? [];
    const left = node.kind === 'BinaryExpression' ? node.firstChild : node;
    const name = left && this.testedName(left);
    if (!left || name === null) return null;
    const test = first ? this.text(first.value) : this.tree.text.slice(left.to, node.to).trim();
    return holdsInPython3(name, test);
  }

  /** `sys.version_info[0]` */
  private testedName(node: Node): string | null {
    const subscript = subscriptOf(node);
    if (!subscript) return this.nameOf(node);
    return suffixed(
      this.nameOf(subscript.object),
      `[${subscript.index.map((part) => this.text(part)).join('')}]`,
    );
  }

  private truthOfPair(node: Node): boolean | null {
    const decisive = node.child('and') ? false : node.child('or') ? true : null;
    if (decisive === null || !node.firstChild || !node.lastChild) return null;
    const truths = [this.truth(node.firstChild), this.truth(node.lastChild)];
    if (truths.includes(decisive)) return decisive;
    return truths.includes(null) ? null : !decisive;
  }

  /** `TYPE_CHECKING`, which is true for type checkers only; some write `TYPE_CHECKING = False` themselves. */
  private isFalseName(node: Node): boolean {
    if (FALSE_NAMES.test(this.nameOf(node) ?? '')) return true;
    if (this.text(node) !== 'TYPE_CHECKING') return false;
    const definitions = this.scopes.bindingAt.get(node)?.definitions ?? [];
    return (
      definitions.length > 0 &&
      definitions.every(({ value, imported }) =>
        imported
          ? FALSE_NAMES.test(importedName(imported))
          : value?.kind === 'Boolean' && this.text(value) === 'False',
      )
    );
  }

  /** Whether a call never comes back, as `sys.exit()`. */
  ends(node: Node): boolean {
    const call = callOf(node, this.tree.text);
    return call !== null && ENDING.test(this.nameOf(call.callee) ?? '');
  }

  /** Whether a context manager lets every exception out of its block through. */
  passesOn(context: Node): boolean {
    return PASSING_ON.test(this.nameOf(context) ?? '');
  }

  /** Whether the generator that is a call's only argument has run when the call returns. */
  consumes(argList: Node): boolean {
    const callee = argList.parent?.kind === 'CallExpression' && argList.parent.firstChild;
    return callee !== false && callee !== null && CONSUMERS.test(this.nameOf(callee) ?? '');
  }

  /** The dotted name that an expression stands for whatever happens; null where it may be anything else. */
  private nameOf(expression: Node, isInner = false): string | null {
    const node = unparenthesized(expression);
    const call = callOf(node, this.tree.text);
    if (call) return suffixed(this.nameOf(call.callee, isInner), '()');
    const attribute = attributeOf(node, this.tree.text);
    if (attribute) return suffixed(this.nameOf(attribute.object, isInner), `.${attribute.name}`);
    if (node.kind !== 'VariableName') return null;
    const binding = this.scopes.bindingAt.get(node);
    if (!binding) return this.unseen.mayBindOthers ? null : `builtins.${this.text(node)}`;
    const names = binding.definitions.map(({ kind, imported, value }) => {
      if (imported) return importedName(imported);
      // One step is enough for `lock = threading.Lock()`, and can't go round in a circle.
      return kind === 'assignment' && value && !isInner ? this.nameOf(value, true) : null;
    });
    const [first] = names;
    return first && names.every((name) => name === first) ? first : null;
  }

  private text(node: Node): string {
    return this.tree.text.slice(node.from, node.to);
  }
}

function suffixed(name: string | null, suffix: string): string | null {
  return name === null ? null : name + suffix;
}
