import { apiOf } from '../../processes/libraries.ts';
import type { ModuleSummary } from '../../processes/summary.ts';
import { isHiddenName, type Target } from '../../processes/targets.ts';

/**
 * The words in which some code is asked for, wherever that is: its own, and those that modules and derived classes
 * give it. A call without them does not lead to it.
 */
export class Leads {
  /** Functions, and names that stand for them. */
  private readonly functions = new Set<string>();
  /** Classes, and names that stand for them or for instances. */
  private readonly owners = new Set<string>();
  private readonly methods = new Set<string>();

  /** Adds the words for some code, by its own name. */
  addCode(name: Target): void {
    const words = wordsOf(name);
    const last = words.pop();
    if (last === undefined) return;
    if (isHiddenName(name) || words.length === 0) this.functions.add(last);
    else {
      this.methods.add(last);
      for (const word of words) this.owners.add(word);
    }
  }

  /** Adds what a module calls by other names, and the classes that it derives. */
  addNamesOf({ names, classes }: ModuleSummary): void {
    for (let size = -1; size < this.size; ) {
      size = this.size;
      for (const [name, targets] of names) {
        if (targets.some((target) => this.functions.has(lastWord(target))))
          this.functions.add(name);
        if (targets.some((target) => this.isOwned(target))) this.owners.add(name);
      }
      for (const [name, { bases }] of classes) {
        if (bases.some((base) => this.owners.has(lastWord(base)) || isProcess(base))) {
          for (const word of wordsOf(name)) this.owners.add(word);
          if (bases.some(isProcess)) this.methods.add('start');
        }
      }
    }
  }

  /** How many words there are. */
  get size(): number {
    return this.functions.size + this.owners.size + this.methods.size;
  }

  /** What the last word of a call may be that leads to the code. */
  get all(): readonly string[] {
    return [...this.functions, ...this.owners, ...this.methods];
  }

  /** Whether a call may lead to the code. */
  includes(target: Target): boolean {
    const last = lastWord(target);
    return (
      this.functions.has(last) ||
      this.owners.has(last) ||
      (this.methods.has(last) && this.isOwned(target))
    );
  }

  private isOwned(target: Target): boolean {
    return wordsOf(target).some((word) => this.owners.has(word));
  }

  /** What another file has to import, or to ask a module for. */
  get imported(): Iterable<string> {
    return [...this.functions, ...this.owners];
  }
}

function isProcess(base: Target): boolean {
  return apiOf(base)?.kind === 'process';
}

/** `f` of `package.module.f`. */
export function lastWord(target: Target): string {
  return wordsOf(target).at(-1) ?? '';
}

function wordsOf(target: Target): string[] {
  return target.match(/[^.:<>()]+/g) ?? [];
}
