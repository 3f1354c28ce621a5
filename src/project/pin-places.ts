import { existsSync } from 'node:fs';
import path from 'node:path';
import { contextsIn } from '../processes/contexts.ts';
import type { PinObstacle, PinPlace } from '../processes/facts.ts';
import { isStandardModule } from '../processes/import-time/standard-modules.ts';
import { isTest } from '../processes/role.ts';
import { importsIn } from './imports.ts';
import type { Modules } from './modules.ts';

/** What the function is called that gives the context, where the module does not exist yet. */
const FUNCTION = 'context';

/** What is known of a file's part in its project. Paths are absolute. */
export interface Membership {
  readonly file: string;
  readonly importers: Iterable<string>;
  /** Whether a console script calls it. */
  readonly isInstalled: boolean;
}

/** Where the modules that pin fork have their places: one for each package, one for the scripts of a folder. */
export class PinPlaces {
  /** `wanted` is the module's dotted name in a package; `textOf` reads a file. */
  constructor(
    private readonly wanted: string,
    private readonly modules: Modules,
    private readonly textOf: (file: string) => string,
  ) {}

  of(member: Membership): PinPlace | PinObstacle {
    const folder = path.dirname(member.file);
    const packages = packagesOf(folder);
    const prefix =
      packages.length > 0 ? this.packagePrefix(member, packages) : this.scriptPrefix(member);
    if (typeof prefix !== 'string') return prefix;
    const isScript = prefix === '';
    const top = isScript ? folder : path.join(folder, '../'.repeat(packages.length - 1));
    return this.place(prefix, top, isScript ? null : (packages[0] ?? null));
  }

  private place(prefix: string, top: string, owner: string | null): PinPlace | PinObstacle {
    const file = `${path.join(top, ...this.wanted.split('.'))}.py`;
    const relative = path.relative('', file);
    const place = { module: prefix + this.wanted, path: relative, package: owner };
    if (!existsSync(file)) {
      return existsSync(path.dirname(file))
        ? { ...place, function: FUNCTION, exists: false }
        : { obstacle: `${relative} would need a folder that is not there` };
    }
    const name = pinIn(this.textOf(file));
    return name === null
      ? {
          obstacle: `${relative} exists already, and has no function that says "mpfix: gives fork"`,
        }
      : { ...place, function: name, exists: true };
  }

  /** What stands before the module's name in a file of a package. */
  private packagePrefix(member: Membership, packages: readonly string[]): string | PinObstacle {
    const { file, importers } = member;
    const [top = ''] = packages;
    const folder = path.dirname(file);
    const relative = '.'.repeat(packages.length);
    const imported = this.importsOf(file);
    if (imported.some(({ module }) => module.startsWith('.'))) return relative;
    const topFolder = path.join(folder, '../'.repeat(packages.length - 1), path.sep);
    if (imported.some(({ module, found }) => isIn(module, top) && found.startsWith(topFolder))) {
      return `${top}.`;
    }
    if (imported.some(({ found }) => path.dirname(found) === folder))
      return this.scriptPrefix(member);
    const isImported = [...importers].length > 0;
    return isModule(path.basename(file), this.textOf(file), isImported)
      ? relative
      : {
          obstacle: `nothing shows whether this program is run as a file or as a module of ${packages.join('.')}`,
        };
  }

  private scriptPrefix({ file, importers, isInstalled }: Membership): string | PinObstacle {
    const folder = path.dirname(file);
    const other = [...importers].find((importer) => path.dirname(importer) !== folder);
    // A package without __init__.py may be the file's, if it takes something from there.
    const own = this.importsOf(file).find(({ module, found }) => {
      const [top = ''] = module.split('.');
      const part = path.sep + top + path.sep;
      return module.startsWith('.') || ((folder + path.sep).includes(part) && found.includes(part));
    });
    if (!other && !own && !isInstalled) return '';
    const why = other
      ? `${path.relative('', other)} imports it`
      : own
        ? `it imports ${own.module}`
        : 'a console script calls it';
    return { obstacle: `the file is in no package with an __init__.py, but ${why}` };
  }

  /** The modules of the project that a file imports. */
  private importsOf(file: string): { readonly module: string; readonly found: string }[] {
    return importsIn(this.textOf(file)).flatMap(({ module }) => {
      const found = isStandardModule(module) ? null : this.modules.resolve(module, file);
      return found || module.startsWith('.') ? [{ module, found: found ?? '' }] : [];
    });
  }
}

function isIn(module: string, top: string): boolean {
  return module === top || module.startsWith(`${top}.`);
}

/** The names of the packages that a folder belongs to, outermost first. */
function packagesOf(folder: string): string[] {
  return existsSync(path.join(folder, '__init__.py'))
    ? [...packagesOf(path.dirname(folder)), path.basename(folder)]
    : [];
}

/** Whether a file of a package is sure to be its module when it runs. */
function isModule(name: string, text: string, isImported: boolean): boolean {
  if (name === '__main__.py') return true;
  if (text.startsWith('#!') || /\b__main__\b/.test(text)) return false;
  return isImported || !RUN_PART.test(text) || (isTest(name) && TESTS.test(text));
}

/** Module-level code that does something, rather than define something. */
const RUN_PART = /^(with|for|while)\b|^[\p{L}\p{N}_.]+\(/mu;
const TESTS = /^[ \t]*((async )?def test|class \w*Test)/m;

/** The function of a module that gives contexts with fork. */
function pinIn(text: string): string | null {
  const pin = [...contextsIn(text)].find(
    ([name, method]) => name.endsWith('()') && method === 'fork',
  );
  return pin ? pin[0].slice(1, -2) : null;
}
