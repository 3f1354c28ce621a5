import { contextsOf, MAKES_CONTEXTS } from '../processes/contexts.ts';
import type { StartMethod } from '../processes/start-method.ts';
import type { Target } from '../processes/targets.ts';
import { Semantics } from '../semantics/semantics.ts';
import { parse } from '../syntax/parse.ts';
import { memberOf } from '../syntax/shapes.ts';
import { importsIn } from './imports.ts';
import type { Modules } from './modules.ts';

const NONE: ReadonlyMap<Target, StartMethod> = new Map();

/** The contexts that modules of a project make for each other. */
export class Contexts {
  private readonly made = new Map<string, ReadonlyMap<Target, StartMethod>>();

  /** `textOf` reads a file; paths are absolute. */
  constructor(
    private readonly modules: Modules,
    private readonly textOf: (file: string) => string,
  ) {}

  /** What contexts of other files can be called in a file, `._start_method.context()`, with their start methods. */
  usedBy(file: string): ReadonlyMap<string, StartMethod> {
    const used = new Map<string, StartMethod>();
    for (const { module } of importsIn(this.textOf(file))) {
      const maker = this.modules.resolve(module, file);
      if (!maker || maker === file) continue;
      for (const [name, method] of this.madeBy(maker))
        used.set(memberOf(module, name.slice(1)), method);
    }
    return used;
  }

  private madeBy(file: string): ReadonlyMap<Target, StartMethod> {
    let contexts = this.made.get(file);
    if (!contexts) {
      const text = this.textOf(file);
      contexts = MAKES_CONTEXTS.test(text) ? contextsIn(text) : NONE;
      this.made.set(file, contexts);
    }
    return contexts;
  }
}

function contextsIn(text: string): ReadonlyMap<Target, StartMethod> {
  const tree = parse(text);
  return tree.firstError ? NONE : contextsOf(new Semantics(tree));
}
