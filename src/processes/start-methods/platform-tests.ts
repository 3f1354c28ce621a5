/** Whether code has made sure that the platform has fork before it asks for it. */
import { basename, dirname } from 'node:path';
import { isJump } from '../../semantics/code.ts';
import type { Semantics } from '../../semantics/semantics.ts';
import type { Node } from '../../syntax/node.ts';
import { type Clause, clausesOf, statementsOf } from '../../syntax/shapes.ts';
import type { ProcessModel } from '../model.ts';
import { isTest } from '../role.ts';
import { isCaught } from './caught.ts';
import { usesPosix } from './posix.ts';

/** Words of a test that may be about the platform: too many rather than too few. */
const PLATFORM =
  /platform|os\.name|\bsystem\b|fork|windows|win(32|64|dows)?\b|\bnt\b|posix|linux|darwin|mac_?os|\bmac\b|unix|start_method|\bwsl/i;

/** Names of functions, classes and files that say for which platforms they are. */
const PLATFORM_NAME = /fork|posix|unix|linux|darwin|macos|(^|_)nix/i;

const PLATFORM_FACT =
  /\b(sys\.platform|os\.name|platform\.system|get_all_start_methods)\b|\bhasattr\(\s*os\b/;

const CATCHES = /\b(ValueError|Exception|BaseException)\b/;

/**
 * Whether a place is only reached where fork exists, as far as can be told, or what fails there is dealt with: a test
 * of the platform round it or before it, a name that says so, POSIX functions that the file could not do without.
 */
export function isForkCertain(place: Node, model: ProcessModel): boolean {
  return (
    model.settings.isPosixOnly ||
    isForTests(model.path) ||
    PLATFORM_NAME.test(basename(model.path, '.py')) ||
    tellsPlatforms(model.semantics) ||
    isChecked(place, model.semantics, new Set()) ||
    usesPosix(model.semantics, (node) => isChecked(node, model.semantics, new Set()))
  );
}

/** What a test does on a platform that lacks what it tests is its own business. */
function isForTests(path: string): boolean {
  return isTest(path) || /(^|[\\/])tests?([\\/]|$)/.test(dirname(path));
}

/** `HAS_FORK = hasattr(os, "fork")`: what the module offers is for those who ask that first. */
function tellsPlatforms(semantics: Semantics): boolean {
  return [...semantics.scopes.module.bindings.values()].some(({ definitions }) =>
    definitions.some(({ value }) => value !== null && PLATFORM_FACT.test(semantics.textOf(value))),
  );
}

function isChecked(place: Node, semantics: Semantics, seen: Set<Node>): boolean {
  return (
    isInCheckedCode(place, semantics) ||
    callersCheck(semantics.enclosingFunction(place), semantics, seen)
  );
}

/** Whether each call of a function, of which there is one at least, stands in checked code. */
function callersCheck(fn: Node | null, semantics: Semantics, seen: Set<Node>): boolean {
  if (!fn || seen.has(fn)) return false;
  seen.add(fn);
  const calls = semantics.callGraph.callsOf(fn);
  return calls.length > 0 && calls.every(({ node }) => isChecked(node, semantics, seen));
}

function isInCheckedCode(place: Node, semantics: Semantics): boolean {
  if (isCaught(place, CATCHES, semantics)) return true;
  for (let inner = place, outer = place.parent; outer; inner = outer, outer = outer.parent) {
    if (isTestedBy(outer, inner, semantics)) return true;
  }
  return false;
}

function isTestedBy(outer: Node, inner: Node, semantics: Semantics): boolean {
  switch (outer.kind) {
    case 'IfStatement':
    case 'WhileStatement':
      return clausesOf(outer).some(({ header }) => isAnyPlatformTest(header, semantics));
    case 'MatchStatement':
      return isAnyPlatformTest(outer.children.slice(0, -1), semantics);
    case 'ConditionalExpression':
    case 'BinaryExpression':
      return outer.children.some((c) => c !== inner && isPlatformTest(c, semantics));
    case 'FunctionDefinition':
    case 'ClassDefinition': {
      const name = outer.child('VariableName');
      const words = name ? semantics.textOf(name) : '';
      return PLATFORM_NAME.test(words) || /^test/i.test(words);
    }
    case 'DecoratedStatement':
      return isAnyPlatformTest(outer.childrenOf('Decorator'), semantics);
    case 'Body':
    case 'Script':
      return statementsOf(outer).some(
        (earlier) => earlier.to <= inner.from && leavesOtherPlatforms(earlier, semantics),
      );
    default:
      return false;
  }
}

function isAnyPlatformTest(nodes: readonly Node[], semantics: Semantics): boolean {
  return nodes.some((node) => isPlatformTest(node, semantics));
}

/** Whether an expression, or what its names are assigned, speaks of platforms. */
function isPlatformTest(expression: Node, semantics: Semantics): boolean {
  const names = [...expression.walk()].filter((node) => node.kind === 'VariableName');
  const sources = names.flatMap((name) => semantics.values.sources(name));
  return [expression, ...sources.filter((node) => !/Definition$/.test(node.kind))].some((node) =>
    PLATFORM.test(semantics.textOf(node)),
  );
}

const LEAVING_CALL = /exit|skip|fail|abort|die|error|usage|fatal/i;
const CHECKING_CALL =
  /(skip|require|check|ensure|assert)\w*(posix|fork|unix|linux|platform|windows)/i;

/** `if sys.platform == "win32": raise …`, `assert os.name == "posix"`, `require_posix()`. */
function leavesOtherPlatforms(statement: Node, semantics: Semantics): boolean {
  switch (statement.kind) {
    case 'AssertStatement':
      return isPlatformTest(statement, semantics);
    case 'ExpressionStatement':
      return CHECKING_CALL.test(semantics.textOf(statement));
    case 'IfStatement':
      return clausesOf(statement).some(
        (clause) => isAnyPlatformTest(clause.header, semantics) && leaves(clause, semantics),
      );
    default:
      return false;
  }
}

function leaves({ body }: Clause, semantics: Semantics): boolean {
  const last = statementsOf(body).at(-1);
  const call =
    last?.kind === 'ExpressionStatement' ? semantics.call(last.firstChild as Node) : null;
  if (call) return LEAVING_CALL.test(semantics.textOf(call.callee));
  return last !== undefined && isJump(last);
}
