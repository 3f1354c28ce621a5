import { existsSync } from 'node:fs';
import path from 'node:path';
import { isStandardModule } from '../processes/import-time/standard-modules.ts';
import { attributesUsed, type ImportMention, importsIn } from './imports.ts';

/** Who imports a file, and what of it. Paths are absolute. */
export interface Importers {
  readonly by: Set<string>;
  names: Set<string> | 'all';
}

/** Collects, file by file, which of the target files the others import. */
export class ImportLinks {
  private readonly importers = new Map<string, Importers>();
  /** Targets by the last part of their module's name. */
  private readonly byStem = new Map<string, Target[]>();

  /** `targets` are the absolute paths of the files that matter, `root` is the project's. */
  constructor(
    targets: Iterable<string>,
    private readonly root: string,
  ) {
    for (const file of targets) {
      const target = targetOf(file);
      if (!target) continue;
      const stem = target.parts[target.parts.length - 1] as string;
      this.byStem.set(stem, [...(this.byStem.get(stem) ?? []), target]);
    }
  }

  /** Adds what one file of the project imports. */
  add(importer: string, text: string): void {
    for (const mention of importsIn(text)) {
      for (const target of this.targetsOf(mention, importer)) {
        if (target.file !== importer) this.record(target.file, importer, mention, text);
      }
    }
  }

  /** Null for a file that nobody imports. */
  importersOf(file: string): Importers | null {
    return this.importers.get(file) ?? null;
  }

  private record(target: string, importer: string, mention: ImportMention, text: string): void {
    const entry = this.importers.get(target) ?? { by: new Set(), names: new Set() };
    this.importers.set(target, entry);
    entry.by.add(importer);
    const used = mention.handle === null ? mention.names : attributesUsed(text, mention.handle);
    entry.names =
      entry.names === 'all' || used === 'all' ? 'all' : new Set([...entry.names, ...used]);
  }

  private targetsOf(mention: ImportMention, importer: string): Target[] {
    const [, dots = '', dotted = ''] = /^(\.*)(.*)$/.exec(mention.module) ?? [];
    const parts = dotted === '' ? [] : dotted.split('.');
    if (dots === '') return this.absolute(parts, path.dirname(importer));
    const package_ = path.join(path.dirname(importer), '../'.repeat(dots.length - 1));
    const wanted = path.join(package_, ...parts);
    return this.named(parts[parts.length - 1] ?? path.basename(package_)).filter(
      (target) => target.module === wanted,
    );
  }

  private absolute(parts: readonly string[], folder: string): Target[] {
    return this.named(parts[parts.length - 1] ?? '').filter(
      (target) => endsWith(target.parts, parts) && this.reachable(target, parts.length, folder),
    );
  }

  // A neighbour's name comes before the standard library's, another folder's does not.
  // Inside a package a bare name is not the neighbour's, unless the neighbour runs as a script.
  private reachable(target: Target, length: number, folder: string): boolean {
    const top = path.resolve(target.module, '../'.repeat(length));
    if (top === folder || top === this.root) return true;
    return (
      !isStandardModule(target.parts.slice(-length).join('.')) && (length > 1 || !isPackage(top))
    );
  }

  private named(stem: string): readonly Target[] {
    return this.byStem.get(stem) ?? [];
  }
}

interface Target {
  readonly file: string;
  /** The path without suffix; a package's folder for its `__init__.py`. */
  readonly module: string;
  readonly parts: readonly string[];
}

function targetOf(file: string): Target | null {
  const suffix = path.extname(file);
  if (suffix !== '.py' && suffix !== '.pyw') return null;
  const stem = file.slice(0, -suffix.length);
  const module = path.basename(stem) === '__init__' ? path.dirname(stem) : stem;
  return { file, module, parts: module.split(path.sep) };
}

function endsWith(parts: readonly string[], end: readonly string[]): boolean {
  return end.every((part, index) => parts[parts.length - end.length + index] === part);
}

function isPackage(folder: string): boolean {
  return existsSync(path.join(folder, '__init__.py'));
}
