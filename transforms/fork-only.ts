import { encloseInIf } from '../src/edits/enclose.ts';
import type { Edit, Fix, Refusal } from '../src/edits/fix.ts';
import type { ImportOutcome } from '../src/edits/imports.ts';
import { indentUnit } from '../src/edits/indent.ts';
import { newlineAt } from '../src/edits/layout.ts';
import { siblingImport } from '../src/edits/sibling-import.ts';
import { leadingComments, statementRange } from '../src/edits/statements.ts';
import type { Library } from '../src/processes/libraries.ts';
import type { Creation, ProcessModel } from '../src/processes/model.ts';
import { isPackage, packageOf } from '../src/processes/packages.ts';
import { contextCalls, methodArgument } from '../src/processes/start-methods/calls.ts';
import { leansOnFork } from '../src/processes/start-methods/leans-on-fork.ts';
import { isForkCertain } from '../src/processes/start-methods/platform-tests.ts';
import type { Node } from '../src/syntax/node.ts';
import { type Call, statementOf } from '../src/syntax/shapes.ts';
import { defineTransform, type Finding } from './transform.ts';

/** Lines are not made longer than this, in code units. */
const LINE_LIMIT = 88;

interface Subject {
  readonly call: Call;
  readonly library: Library;
  readonly kind: 'context' | 'setter';
}

export default defineTransform<Subject>({
  code: 'MP603',
  name: 'fork-only',
  summary: 'fork is asked for without a look whether the platform has it',
  why: `\`get_context("fork")\` and \`set_start_method("fork")\` raise \`ValueError: cannot find context for 'fork'\` on
Windows, which has no \`fork\`: a library that takes such a context at module level can't even be imported there.
\`get_all_start_methods()\` says what a platform has.

To pin \`fork\` is legitimate, and stays: it is how a program that leans on inherited state keeps working where Python
3.14 made \`forkserver\` the default. The fix keeps \`fork\` wherever it exists and leaves the choice to Python where it
does not. On macOS \`fork\` exists, but is not safe with the system's own libraries, which is why the default there has
been \`spawn\` since Python 3.8; this rule does not change what a program does there.

A call is left alone that stands behind a test of the platform, in a \`try\` that catches \`ValueError\`, in a test, in a
function or file whose name says \`fork\`, \`posix\`, \`linux\` and the like, in a file that uses what only POSIX has
(\`import fcntl\`, \`os.fork()\`, \`signal.SIGKILL\`), and in a project whose classifiers name no system but POSIX ones.`,
  startMethods: ['fork'],
  fixable: 'unsafe',
  fixSafety: `Nothing changes where \`fork\` exists. Where it does not, the error makes way for the default start method,
whose children inherit nothing: where this file shows that they would have to, there is no fix, and the message says
why. Other files may lean on fork too, so the fix is unsafe.`,
  references: [
    'https://docs.python.org/3/library/multiprocessing.html#contexts-and-start-methods',
    'https://docs.python.org/3/library/multiprocessing.html#multiprocessing.get_all_start_methods',
    'https://docs.python.org/3/library/multiprocessing.html#multiprocessing.get_context',
  ],

  find(model) {
    return forkCalls(model)
      .filter(({ call }) => !isCompared(call) && !isForkCertain(call.node, model))
      .map((subject) => finding(subject, model));
  },

  fix({ subject }, model) {
    if (isExplained(subject.call, model)) {
      return {
        refusal: 'the comment above says why it is fork: weigh what the program does without',
      };
    }
    const obstacle = leansOnFork((creation) => isForked(creation, subject), model);
    if (obstacle) {
      return {
        refusal: `the children lean on fork: ${obstacle}. Mend that first, or say where fork is missing that the program needs it`,
      };
    }
    return subject.kind === 'context' ? chooseContext(subject, model) : setIfThere(subject, model);
  },
});

function forkCalls(model: ProcessModel): Subject[] {
  const contexts = contextCalls(model.semantics).filter(({ method }) => method === 'fork');
  const setters = model.startMethodCalls.filter(({ method }) => method === 'fork');
  return [
    ...contexts.map(({ call, library }): Subject => ({ call, library, kind: 'context' })),
    ...setters.map(({ call, library }): Subject => ({ call, library, kind: 'setter' })),
  ];
}

/** `context is get_context("fork")` asks for nothing that would be used. */
function isCompared({ node }: Call): boolean {
  return node.parent?.kind === 'BinaryExpression' && !node.parent.child('and', 'or');
}

function isForked({ method }: Creation, { kind }: Subject): boolean {
  return method === 'fork' || (method === null && kind === 'setter');
}

function finding(subject: Subject, { semantics }: ProcessModel): Finding<Subject> {
  const { from, to } = subject.call.node;
  const callee = semantics.textOf(subject.call.callee);
  return {
    from,
    to,
    message:
      `${callee}("fork") fails with "ValueError: cannot find context for 'fork'" where there is no fork, as on ` +
      'Windows, and nothing here asks first',
    subject,
  };
}

const REASON =
  /\b(need|requir|rel(y|ies)|depend|incompatib|only|must|does ?n.t|do not|does not|can.t|cannot)/i;

/** Whether the comment above a call gives a reason. */
function isExplained({ node }: Call, { tree }: ProcessModel): boolean {
  const { from, to } = leadingComments(tree, statementOf(node));
  return REASON.test(tree.text.slice(from, to));
}

/** `"fork" if "fork" in get_all_start_methods() else None`: None is the default. */
function chooseContext(subject: Subject, model: ProcessModel): Fix | Refusal {
  const literal = methodArgument(subject.call);
  const methods = allMethods(subject, model);
  if (!literal || !methods) return NO_METHODS;
  const fork = model.semantics.textOf(literal);
  const text = `${fork} if ${fork} in ${methods.expression}() else None`;
  return lookFirst([...methods.edits, ...replaceOnly(subject.call, literal, text, model)]);
}

/** Replaces an argument; the only one of a line that would get too long, on a line of its own. */
function replaceOnly({ argList, args }: Call, value: Node, text: string, { tree }: ProcessModel) {
  const { lines } = tree;
  const line = lines.lineAt(argList.from);
  const length = lines.textOf(line).length - (value.to - value.from) + text.length;
  const [only, ...others] = args;
  const isWholeLine = /^[ \t]*(#.*)?$/.test(tree.text.slice(argList.to, lines.endOf(line)));
  if (!only || others.length > 0 || !isWholeLine || length <= LINE_LIMIT) {
    return [{ from: value.from, to: value.to, text }];
  }
  const newline = newlineAt(tree, argList.from);
  const indent = lines.indentAt(argList.from);
  const name = tree.text.slice(only.from, value.from);
  return [
    {
      from: argList.from + 1,
      to: argList.to - 1,
      text: newline + indent + indentUnit(tree, argList.from) + name + text + newline + indent,
    },
  ];
}

/** `if "fork" in get_all_start_methods():` before it. */
function setIfThere(subject: Subject, model: ProcessModel): Fix | Refusal {
  const { tree, semantics } = model;
  const { node } = subject.call;
  const literal = methodArgument(subject.call);
  const methods = allMethods(subject, model);
  if (!literal || !methods) return NO_METHODS;
  const statement = statementOf(node);
  const isAlone = statement.kind === 'ExpressionStatement' && statement.firstChild === node;
  if (!isAlone || !statementRange(tree, statement)) {
    return { refusal: 'give the call a line of its own first, which an `if` can stand before' };
  }
  const condition = `${semantics.textOf(literal)} in ${methods.expression}()`;
  return lookFirst([...methods.edits, ...encloseInIf(tree, statement, condition)]);
}

function allMethods({ call, library }: Subject, { semantics }: ProcessModel): ImportOutcome | null {
  const pkg = packageOf(library);
  const wanted = pkg && { ...pkg, name: 'get_all_start_methods' };
  return wanted && siblingImport(semantics, call.callee, wanted, isPackage);
}

const NO_METHODS: Refusal = { refusal: 'the package has no get_all_start_methods() to ask' };

function lookFirst(edits: readonly Edit[]): Fix {
  return {
    applicability: 'unsafe',
    message: 'ask for fork only where get_all_start_methods() has it',
    edits,
  };
}
