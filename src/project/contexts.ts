import { contextsIn } from '../processes/contexts.ts';
import type { StartMethod } from '../processes/start-method.ts';
import type { Target } from '../processes/targets.ts';
import { memberOf } from '../syntax/shapes.ts';
import type { ImportGraph } from './importers.ts';
import { importsIn } from './imports.ts';
import type { Modules } from './modules.ts';

/** The contexts that modules of a project make for each other. */
export class Contexts {
  private readonly made = new Map<string, ReadonlyMap<Target, StartMethod>>();
  /** The files that import a module which makes contexts. */
  readonly users: ReadonlySet<string>;

  /** `starting` are the files that mention a library with contexts, `textOf` reads a file; paths are absolute. */
  constructor(
    private readonly modules: Modules,
    imports: ImportGraph,
    starting: Iterable<string>,
    private readonly textOf: (file: string) => string,
  ) {
    for (const file of starting) {
      const contexts = contextsIn(textOf(file));
      if (contexts.size > 0) this.made.set(file, contexts);
    }
    this.users = new Set([...this.made.keys()].flatMap((file) => imports.directImporters(file)));
  }

  /** What contexts of other files can be called in a file, `._start_method.context()`, with their start methods. */
  usedBy(file: string): ReadonlyMap<string, StartMethod> {
    const used = new Map<string, StartMethod>();
    if (!this.users.has(file)) return used;
    for (const { module } of importsIn(this.textOf(file))) {
      const maker = this.modules.resolve(module, file);
      if (!maker || maker === file) continue;
      for (const [name, method] of this.made.get(maker) ?? [])
        used.set(memberOf(module, name.slice(1)), method);
    }
    return used;
  }
}
