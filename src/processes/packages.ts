import { apiOf, type Library } from './libraries.ts';

/** The package whose `set_start_method` and `freeze_support` hold for a library's processes. */
export interface ProcessPackage {
  readonly module: string;
  /** Modules that hand on the same functions. */
  readonly alike: readonly string[];
}

const STANDARD: ProcessPackage = {
  module: 'multiprocessing',
  alike: ['torch.multiprocessing'],
};

const PACKAGES: Readonly<Record<string, ProcessPackage>> = {
  multiprocessing: STANDARD,
  'torch.multiprocessing': STANDARD,
  'concurrent.futures': STANDARD,
  pebble: STANDARD,
  billiard: { module: 'billiard', alike: [] },
  multiprocess: { module: 'multiprocess', alike: [] },
};

/** Null for libraries that start their processes in ways of their own. */
export function packageOf(library: Library): ProcessPackage | null {
  return PACKAGES[library.name] ?? null;
}

/** Whether a dotted name is that of a package with the interface of `multiprocessing`. */
export function isPackage(module: string): boolean {
  return !module.includes('()') && apiOf(`${module}.get_all_start_methods`)?.kind === 'function';
}
