import { attributesUsed, type ImportMention, importsIn } from './imports.ts';
import type { Modules } from './modules.ts';

/** Who imports a file, and what of it. Paths are absolute. */
export interface Importers {
  readonly by: ReadonlySet<string>;
  readonly names: ReadonlySet<string> | 'all';
}

interface Mention {
  readonly importer: string;
  readonly mention: ImportMention;
}

/** Who imports whom in a project. It errs on the side of seeing too many. */
export class ImportGraph {
  private readonly mentions = new Map<string, Mention[]>();

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
        const mentions = this.mentions.get(file);
        if (mentions) mentions.push({ importer, mention });
        else this.mentions.set(file, [{ importer, mention }]);
      }
    }
  }

  importersOf(file: string): Importers {
    const mentions = this.mentions.get(file) ?? [];
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

  /** The files given and all that import them, directly or through others. */
  dependents(files: Iterable<string>): Set<string> {
    const found = new Set(files);
    for (const file of found) {
      for (const { importer } of this.mentions.get(file) ?? []) found.add(importer);
    }
    return found;
  }
}
