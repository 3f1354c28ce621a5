import path from 'node:path';
import { isStandardModule } from '../processes/import-time/standard-modules.ts';
import { isProjectRoot, projectRoot } from './discover.ts';

/** A file that can be imported. Paths are absolute. */
interface Module {
  readonly file: string;
  /** The path without suffix; a package's folder for its `__init__.py`. */
  readonly path: string;
  readonly parts: readonly string[];
}

/** What a dotted name is made of that begins with a module of the project. */
export interface ModuleMember {
  readonly file: string;
  /** What follows the module's name, as `tokensOf` gives it. */
  readonly rest: readonly string[];
}

/** The modules of a project: which files the name in an import statement may mean. */
export class Modules {
  /** By the last part of their names. */
  private readonly byStem = new Map<string, Module[]>();
  /** The folders with an `__init__.py`. */
  private readonly packages = new Set<string>();
  private readonly tops = new Map<string, string>();
  private readonly projects = new Map<string, string>();
  private readonly sourceRoots = new Map<string, boolean>();
  private readonly resolved = new Map<string, string | null>();

  /** `files` are absolute paths, `root` is the folder that they lie in. */
  constructor(
    files: Iterable<string>,
    private readonly root: string,
  ) {
    for (const file of files) {
      const module = moduleOf(file);
      const stem = module?.parts.at(-1);
      if (!module || stem === undefined) continue;
      if (isInit(file)) this.packages.add(module.path);
      const others = this.byStem.get(stem);
      if (others) others.push(module);
      else this.byStem.set(stem, [module]);
    }
  }

  /** Every file that a module's name, with leading dots for a relative one, may mean where it is imported. */
  candidates(name: string, importer: string): string[] {
    return this.modulesNamed(name, importer).map(({ file }) => file);
  }

  /** The one file that it means, by Python's order of search; null where that can't be told. */
  resolve(name: string, importer: string): string | null {
    const key = `${path.dirname(importer)}\0${name}`;
    let file = this.resolved.get(key);
    if (file === undefined) {
      file = this.find(name, importer);
      this.resolved.set(key, file);
    }
    return file;
  }

  /** The longest part of a dotted name that is a module, and what follows it; null where none is. */
  split(dotted: string, importer: string): ModuleMember | null {
    const [, dots = '', names = ''] = /^(\.*)(.*)$/.exec(dotted) ?? [];
    const tokens = tokensOf(names);
    const call = tokens.indexOf('()');
    const longest = call < 0 ? tokens.length : call;
    for (let length = longest; length >= (dots ? 0 : 1); length--) {
      const file = this.resolve(dots + tokens.slice(0, length).join('.'), importer);
      if (file) return { file, rest: tokens.slice(length) };
    }
    return null;
  }

  private find(name: string, importer: string): string | null {
    const modules = this.modulesNamed(name, importer);
    const ranks = modules.map((module) =>
      name.startsWith('.') ? 0 : this.rank(module, name.split('.').length, importer),
    );
    const best = Math.min(...ranks);
    const first = modules.filter((_, index) => ranks[index] === best);
    const [only] = first;
    const isOne = best < Infinity && first.every(({ path: at }) => at === only?.path);
    // A package comes before a module of its name.
    return isOne ? ((first.find(({ file }) => isInit(file)) ?? only)?.file ?? null) : null;
  }

  private modulesNamed(name: string, importer: string): Module[] {
    const [, dots = '', dotted = ''] = /^(\.*)(.*)$/.exec(name) ?? [];
    const parts = dotted === '' ? [] : dotted.split('.');
    if (dots === '') return this.absolute(parts, path.dirname(importer));
    const package_ = path.join(path.dirname(importer), '../'.repeat(dots.length - 1));
    const wanted = path.join(package_, ...parts);
    return this.withStem(parts.at(-1) ?? path.basename(package_)).filter(
      (module) => module.path === wanted,
    );
  }

  private absolute(parts: readonly string[], folder: string): Module[] {
    return this.withStem(parts.at(-1) ?? '').filter(
      (module) => endsWith(module.parts, parts) && this.isReachable(module, parts.length, folder),
    );
  }

  // A neighbour's name comes before the standard library's, another folder's does not.
  // Inside a package a bare name is not the neighbour's, unless the neighbour runs as a script.
  private isReachable(module: Module, length: number, folder: string): boolean {
    const top = topOf(module, length);
    if (top === folder || top === this.projectOf(folder)) return true;
    return !isStandard(module, length) && (length > 1 || !this.packages.has(top));
  }

  /**
   * How early Python's search comes upon a module: in the folder on top of the importer's, which for a script is its
   * own, in those that are on the path where its project is installed, beside a script that lies in a package, where the
   * other projects of the repository have theirs.
   * Infinity where the search does not get there.
   */
  private rank(module: Module, length: number, importer: string): number {
    const top = topOf(module, length);
    const folder = path.dirname(importer);
    if (top === this.topFolder(folder)) return 0;
    if (isStandard(module, length)) return Infinity;
    const project = this.projectOf(folder);
    const rank = [project, path.join(project, 'src'), folder].indexOf(top);
    if (rank >= 0) return rank + 1;
    return this.isSourceRoot(top) ? 4 : Infinity;
  }

  private projectOf(folder: string): string {
    let project = this.projects.get(folder);
    if (project === undefined) {
      project = projectRoot(folder) ?? this.root;
      this.projects.set(folder, project);
    }
    return project;
  }

  /** Where another project in the same repository has its modules. */
  private isSourceRoot(folder: string): boolean {
    let known = this.sourceRoots.get(folder);
    if (known === undefined) {
      known = SOURCE_FOLDERS.has(path.basename(folder)) || isProjectRoot(folder);
      this.sourceRoots.set(folder, known);
    }
    return known;
  }

  /** The folder above the outermost package that a folder belongs to. */
  private topFolder(folder: string): string {
    let top = this.tops.get(folder);
    if (top === undefined) {
      top = this.packages.has(folder) ? this.topFolder(path.dirname(folder)) : folder;
      this.tops.set(folder, top);
    }
    return top;
  }

  private withStem(stem: string): readonly Module[] {
    return this.byStem.get(stem) ?? [];
  }
}

/** `a.B().c` as `a`, `B`, `()`, `c`. */
export function tokensOf(dotted: string): string[] {
  return dotted.match(/\(\)|[^.()]+/g) ?? [];
}

const SOURCE_FOLDERS: ReadonlySet<string> = new Set(['src', 'lib', 'python', 'source']);

function moduleOf(file: string): Module | null {
  const suffix = path.extname(file);
  if (suffix !== '.py' && suffix !== '.pyw') return null;
  const stem = file.slice(0, -suffix.length);
  const at = isInit(file) ? path.dirname(stem) : stem;
  return { file, path: at, parts: at.split(path.sep) };
}

function isInit(file: string): boolean {
  return /^__init__\.pyw?$/.test(path.basename(file));
}

function topOf(module: Module, length: number): string {
  return path.resolve(module.path, '../'.repeat(length));
}

function endsWith(parts: readonly string[], end: readonly string[]): boolean {
  return end.every((part, index) => parts[parts.length - end.length + index] === part);
}

function isStandard(module: Module, length: number): boolean {
  return isStandardModule(module.parts.slice(-length).join('.'));
}
