import { basename } from 'node:path';
import type { SyntaxTree } from '../syntax/parse.ts';
import type { FileFacts } from './facts.ts';
import type { MainGuard, ModuleRole } from './model.ts';

/**
 * Whether a module is run as a program. Evidence for it: a guard, a shebang, the name `__main__.py`, nobody who
 * imports it, but for tests. Evidence against: it is a package's `__init__.py`, a console script calls a function of
 * it, or another file imports it.
 */
export function roleOf(
  path: string,
  tree: SyntaxTree,
  guards: readonly MainGuard[],
  facts: FileFacts,
): ModuleRole {
  if (tree.notebook) {
    return { isMain: true, isImported: false, isNotebook: true, evidence: 'it is a notebook' };
  }
  return { ...roleOfModule(path, tree, guards, facts), isNotebook: false };
}

function roleOfModule(
  path: string,
  tree: SyntaxTree,
  guards: readonly MainGuard[],
  facts: FileFacts,
): Omit<ModuleRole, 'isNotebook'> {
  const name = basename(path);
  const [script] = facts.consoleScripts;
  const isImported = facts.importedBy.length > 0 || script !== undefined || name === '__init__.py';
  const evidence =
    name === '__main__.py'
      ? 'it is named __main__.py'
      : guards.length > 0
        ? 'it has a main guard'
        : tree.text.startsWith('#!')
          ? 'it begins with #!'
          : null;
  if (evidence) return { isMain: true, isImported, evidence };
  if (name === '__init__.py') {
    return { isMain: false, isImported, evidence: "it is a package's __init__.py" };
  }
  if (script) {
    const evidence = `the command ${script.name} of ${script.definedIn} calls its ${script.attribute}()`;
    return { isMain: false, isImported, evidence };
  }
  const importer = facts.importedBy.find((file) => !isTest(file));
  return importer
    ? { isMain: false, isImported, evidence: `${importer} imports it` }
    : { isMain: true, isImported, evidence: 'no other file imports it, but for tests' };
}

/** Whether a test runner imports a file of this name. */
export function isTest(path: string): boolean {
  return TEST_FILE.test(path);
}

const TEST_FILE = /(^|[\\/])(test_[^\\/]*|[^\\/]*_test|conftest)\.py$/;
