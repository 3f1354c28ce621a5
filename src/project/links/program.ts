import { buildModel } from '../../processes/build.ts';
import { type FileFacts, SINGLE_FILE } from '../../processes/facts.ts';
import { DEFAULT_SETTINGS } from '../../processes/settings.ts';
import { type CodeSummary, type ModuleSummary, summarise } from '../../processes/summary.ts';
import type { Target } from '../../processes/targets.ts';
import { decode, isUnreadable } from '../../syntax/decode.ts';
import { parse } from '../../syntax/parse.ts';
import { bytesOfSync } from '../bytes.ts';
import type { Contexts } from '../contexts.ts';
import type { Modules } from '../modules.ts';

/** The modules of a project that somebody asked for, each read once. */
export class Program {
  private readonly summaries = new Map<string, ModuleSummary | null>();

  constructor(
    readonly modules: Modules,
    private readonly contexts: Pick<Contexts, 'usedBy'>,
  ) {}

  /** The files read so far. */
  get files(): Iterable<string> {
    return this.summaries.keys();
  }

  /** The code of the files read so far: file, own name, and what it does. */
  *code(): Iterable<readonly [file: string, name: Target, code: CodeSummary]> {
    for (const [file, summary] of this.summaries) {
      for (const [name, code] of summary?.code ?? []) yield [file, name, code];
    }
  }

  isRead(file: string): boolean {
    return this.summaries.has(file);
  }

  /** Null for a file that can't be read or has errors: nothing is known of what it does. */
  summaryOf(file: string): ModuleSummary | null {
    let summary = this.summaries.get(file);
    if (summary === undefined) {
      summary = read(file, this.contexts.usedBy(file));
      this.summaries.set(file, summary);
    }
    return summary;
  }
}

function read(file: string, contexts: FileFacts['contexts']): ModuleSummary | null {
  try {
    const source = decode(file, bytesOfSync(file));
    if (isUnreadable(source)) return null;
    const tree = parse(source.text, source.notebook);
    const facts = { ...SINGLE_FILE, contexts };
    return tree.firstError ? null : summarise(buildModel(file, tree, facts, DEFAULT_SETTINGS));
  } catch {
    return null;
  }
}
