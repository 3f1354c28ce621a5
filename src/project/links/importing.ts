import path from 'node:path';
import { isTest } from '../../processes/role.ts';
import type { Program } from './program.ts';

/** What has to be known of a project to tell what children import. */
interface Imports {
  /** Those that import a file, wherever in it. */
  importersOf(file: string): Iterable<string>;
  /** Whether children or programs elsewhere import a file by themselves: for a worker in it, or by a console script. */
  isWanted(file: string): boolean;
}

/**
 * Whether children that import their program again, or the module of a worker, import a file with it. They do not where
 * the imports that lead there stand in functions or under a main guard.
 */
export function isImportedByChildren(file: string, program: Program, imports: Imports): boolean {
  const found = new Set([file]);
  for (const imported of found) {
    const importers = [...imports.importersOf(imported)].filter((importer) => !isTest(importer));
    const isTop = importers.length === 0 || path.basename(imported) === '__init__.py';
    if (isTop || imports.isWanted(imported) || program.summaryOf(imported)?.isProgram) return true;
    for (const importer of importers) {
      if (importsAtOnce(importer, imported, program)) found.add(importer);
    }
  }
  return false;
}

/** What can't be read may import anything. */
function importsAtOnce(importer: string, imported: string, program: Program): boolean {
  const names = program.summaryOf(importer)?.importsAtOnce;
  return names?.some((name) => program.modules.resolve(name, importer) === imported) ?? true;
}
