import { existsSync } from 'node:fs';
import path from 'node:path';
import { contextsIn } from '../processes/contexts.ts';
import type { PinObstacle, PinPlace } from '../processes/facts.ts';
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
      packages.length > 0 ? this.packagePrefix(member.file, packages) : this.scriptPrefix(member);
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
  private packagePrefix(file: string, packages: readonly string[]): string | PinObstacle {
    const [top = ''] = packages;
    const modules = this.importedBy(file);
    if (modules.some((module) => module.startsWith('.'))) return '.'.repeat(packages.length);
    if (modules.some((module) => module.split('.')[0] === top)) return `${top}.`;
    const folder = path.dirname(file);
    const isNeighbour = (module: string) => {
      const found = this.modules.resolve(module, file);
      return found !== null && path.dirname(found) === folder;
    };
    if (modules.some(isNeighbour)) return '';
    if (path.basename(file) === '__main__.py' || !isProgram(this.textOf(file))) {
      return '.'.repeat(packages.length);
    }
    return {
      obstacle: `nothing shows whether this program is run as a file or as a module of ${packages.join('.')}`,
    };
  }

  private scriptPrefix({ file, importers, isInstalled }: Membership): string | PinObstacle {
    const folder = path.dirname(file);
    const other = [...importers].find((importer) => path.dirname(importer) !== folder);
    const isOfNamespace = this.importedBy(file).some((module) => module.startsWith('.'));
    if (!other && !isOfNamespace && !isInstalled) return '';
    const how = other ? `${path.relative('', other)} imports it` : 'it is installed';
    return { obstacle: `the file is in no package with an __init__.py, but ${how} from elsewhere` };
  }

  private importedBy(file: string): string[] {
    return importsIn(this.textOf(file)).map(({ module }) => module);
  }
}

/** The names of the packages that a folder belongs to, outermost first. */
function packagesOf(folder: string): string[] {
  return existsSync(path.join(folder, '__init__.py'))
    ? [...packagesOf(path.dirname(folder)), path.basename(folder)]
    : [];
}

function isProgram(text: string): boolean {
  return text.startsWith('#!') || /\b__name__\b/.test(text);
}

/** The function of a module that gives contexts with fork. */
function pinIn(text: string): string | null {
  const pin = [...contextsIn(text)].find(
    ([name, method]) => name.endsWith('()') && method === 'fork',
  );
  return pin ? pin[0].slice(1, -2) : null;
}
