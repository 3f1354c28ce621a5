import { attributesUsed, type ImportMention, importsIn } from './imports.ts';
import type { Modules } from './modules.ts';

/** Who imports a file, and what of it. Paths are absolute. */
export interface Importers {
  readonly by: ReadonlySet<string>;
  readonly names: ReadonlySet<string> | 'all';
}

interface Taken {
  readonly files: Set<string>;
  readonly names: Set<string>;
  /** Whether it has a star import, or takes a module in a way that does not tell what of it. */
  isAll: boolean;
}

interface Mention {
  readonly importer: string;
  readonly mention: ImportMention;
}

/** Who imports whom in a project. It errs on the side of seeing too many. */
export class ImportGraph {
  /** By the file that is imported. */
  private readonly mentioning = new Map<string, Mention[]>();
  /** By the importer, the modules that it imports and the names that it takes from them. */
  private readonly taken = new Map<string, Taken>();

  constructor(
    private readonly modules: Modules,
    /** Reads a file again. */
    private readonly textOf: (file: string) => string,
  ) {}

  /** Adds what one file of the project imports. */
  add(importer: string, text: string): void {
    for (const mention of importsIn(text)) {
      for (const file of this.modules.candidates(mention.module, importer)) {
        if (file === importer) continue;
        const mentions = this.mentioning.get(file);
        if (mentions) mentions.push({ importer, mention });
        else this.mentioning.set(file, [{ importer, mention }]);
        this.take(importer, file, mention);
      }
    }
  }

  private take(importer: string, file: string, { names }: ImportMention): void {
    const taken = this.taken.get(importer) ?? { files: new Set(), names: new Set(), isAll: false };
    this.taken.set(importer, taken);
    taken.files.add(file);
    if (names === 'all') taken.isAll = true;
    else for (const name of names) taken.names.add(name);
  }

  importersOf(file: string): Importers {
    const mentions = this.mentioning.get(file) ?? [];
    const used = mentions.map(({ importer, mention }) =>
      mention.handle === null
        ? mention.names
        : attributesUsed(this.textOf(importer), mention.handle),
    );
    return {
      by: new Set(mentions.map(({ importer }) => importer)),
      names: used.includes('all') ? 'all' : new Set(used.flatMap((names) => [...names])),
    };
  }

  /** The files that import a file themselves. */
  directImporters(file: string): string[] {
    return (this.mentioning.get(file) ?? []).map(({ importer }) => importer);
  }

  /** Whether a file takes one of these names from a module of the project, or asks one for it. */
  mentions(file: string, names: Iterable<string>): boolean {
    const taken = this.taken.get(file);
    if (!taken) return false;
    const wanted = [...names];
    if (wanted.some((name) => taken.names.has(name))) return true;
    const before = taken.isAll ? '(?<!\\w)' : '\\.\\s*';
    return new RegExp(`${before}(?:${wanted.join('|')})(?!\\w)`, 'u').test(this.textOf(file));
  }

  /** The files given and all that import them, directly or through others. */
  dependents(files: Iterable<string>): Set<string> {
    return closure(files, (file) => this.directImporters(file));
  }

  /** The files given and all that they import, directly or through others. */
  dependencies(files: Iterable<string>): Set<string> {
    return closure(files, (file) => this.taken.get(file)?.files);
  }
}

function closure(
  files: Iterable<string>,
  next: (file: string) => Iterable<string> | undefined,
): Set<string> {
  const found = new Set(files);
  for (const file of found) for (const other of next(file) ?? []) found.add(other);
  return found;
}
