import { apiOf, type Library } from '../../processes/libraries.ts';
import type { StartMethod } from '../../processes/start-method.ts';
import type { ModuleSummary } from '../../processes/summary.ts';
import type { Target } from '../../processes/targets.ts';
import { tokensOf } from '../modules.ts';
import { type CodeRef, keyOf, type Run } from './code.ts';
import { isCallingDecorator } from './decorators.ts';
import type { Program } from './program.ts';

/** What a name stands for, as far as the project's own files tell. */
type Meaning = { readonly kind: 'module'; readonly file: string } | Definition | ProcessStart;

interface Definition extends CodeRef {
  readonly kind: 'function' | 'class' | 'instance';
}

/** A library's `Process.start`. */
interface ProcessStart {
  readonly kind: 'start';
  readonly library: Library;
  /** Where it is a context's. */
  readonly method: StartMethod | null;
}

/** What Python runs to make an instance of a class. */
const MAKERS = ['__new__', '__init__', '__post_init__'];

/** How far names are followed that lead to names: further, they go round in a circle. */
const MAX_DEPTH = 20;

/** Follows names from file to file. What it can't follow is unknown, and gives nothing. */
export class Names {
  private readonly known = new Map<string, readonly Meaning[]>();
  private readonly lineages = new Map<string, readonly (Definition | ProcessStart)[]>();

  constructor(private readonly program: Program) {}

  /** What calling a target runs, seen from the file that calls it. */
  runsOf(target: Target, file: string): Run[] {
    return this.lookUp(target, file).flatMap((meaning): Run[] => {
      switch (meaning.kind) {
        case 'function':
          return [meaning];
        case 'class':
          return MAKERS.flatMap((name) => this.method(meaning, name, 0)).filter(isFunction);
        case 'instance':
          return this.method(meaning, '__call__', 0).filter(isFunction);
        case 'start':
          return [
            {
              file: '',
              name: `${processName(meaning)}.start`,
              library: meaning.library,
              method: meaning.method,
            },
          ];
        default:
          return [];
      }
    });
  }

  /** As `runsOf`, without functions of which a decorator may make something else. */
  certainRunsOf(target: Target, file: string): Run[] {
    return this.runsOf(target, file).filter((run) => run.library || !this.isDisguised(run));
  }

  /** The functions and classes that a callable handed to children may be. */
  definitionsOf(target: Target, file: string): CodeRef[] {
    return this.lookUp(target, file).filter(isDefinition);
  }

  /** Whether a target leads into the project, but not to anything that is found there. */
  isLost(target: Target, file: string): boolean {
    if (target.startsWith(':')) return false;
    const { rest = [] } = this.program.modules.split(target, file) ?? {};
    return rest.length > 0 && this.lookUp(target, file).length === 0;
  }

  private lookUp(target: Target, file: string): readonly Meaning[] {
    const key = keyOf({ file, name: target });
    let meanings = this.known.get(key);
    if (!meanings) {
      meanings = this.meaningsOf(target, file, 0);
      this.known.set(key, meanings);
    }
    return meanings;
  }

  private isDisguised({ file, name }: CodeRef): boolean {
    const decorators = this.program.summaryOf(file)?.code.get(name)?.decorators ?? [];
    return decorators.some(
      (targets) =>
        !targets.some((target) => isCallingDecorator(target) || this.callsGiven(target, file)),
    );
  }

  private callsGiven(decorator: Target, file: string): boolean {
    return this.lookUp(decorator.replace(/\(\)$/, ''), file).some(
      (meaning) =>
        meaning.kind === 'function' &&
        this.program.summaryOf(meaning.file)?.code.get(meaning.name)?.callsGiven,
    );
  }

  private meaningsOf(target: Target, file: string, depth: number): Meaning[] {
    const summary = depth < MAX_DEPTH ? this.program.summaryOf(file) : null;
    if (!summary) return [];
    if (target.startsWith(':')) {
      const own = ownMeaning(target, file, summary);
      if (own) return [own];
      const [first = '', ...rest] = tokensOf(target.slice(1));
      return this.follow(this.member(file, first, depth), rest, depth);
    }
    const { file: module, rest } = this.program.modules.split(target, file) ?? {};
    return module && rest ? this.follow([{ kind: 'module', file: module }], rest, depth) : [];
  }

  private follow(from: readonly Meaning[], tokens: readonly string[], depth: number): Meaning[] {
    return tokens.reduce(
      (meanings, token) => meanings.flatMap((meaning) => this.step(meaning, token, depth)),
      [...from],
    );
  }

  private step(meaning: Meaning, token: string, depth: number): Meaning[] {
    if (token === '()') return meaning.kind === 'class' ? [{ ...meaning, kind: 'instance' }] : [];
    switch (meaning.kind) {
      case 'module':
        return this.member(meaning.file, token, depth);
      case 'class':
      case 'instance':
        return this.method(meaning, token, depth);
      default:
        return [];
    }
  }

  /** What a module's name stands for: its own, one that it imports, one behind a star import, or a module in it. */
  private member(file: string, name: string, depth: number): Meaning[] {
    const summary = this.program.summaryOf(file);
    if (!summary || depth >= MAX_DEPTH) return [];
    const own = ownMeaning(`:${name}`, file, summary);
    const named = (summary.names.get(name) ?? []).flatMap((t) =>
      this.meaningsOf(t, file, depth + 1),
    );
    if (own) return [own, ...named];
    if (named.length > 0 || summary.names.has(name)) return named;
    const starred = summary.starImports.flatMap((module) => {
      const found = this.program.modules.resolve(module, file);
      return found && found !== file ? this.member(found, name, depth + 1) : [];
    });
    if (starred.length > 0) return starred;
    const inside = /[\\/]__init__\.pyw?$/.test(file)
      ? this.program.modules.resolve(`.${name}`, file)
      : null;
    return inside ? [{ kind: 'module', file: inside }] : [];
  }

  /** The method of this name that an instance of a class has, its own or a base's. */
  private method(owner: CodeRef, name: string, depth: number): Meaning[] {
    for (const ancestor of this.lineage(owner, depth)) {
      if (ancestor.kind === 'start') {
        if (name === 'start') return [ancestor];
        continue;
      }
      const summary = this.program.summaryOf(ancestor.file);
      const own = summary && ownMeaning(`${ancestor.name}.${name}`, ancestor.file, summary);
      if (own) return [own];
      if (summary?.classes.get(ancestor.name)?.attributes.has(name)) return [];
    }
    return [];
  }

  /** A class and those that it derives from, in the order in which Python looks for an attribute, but for rare cases. */
  private lineage(owner: CodeRef, depth: number): readonly (Definition | ProcessStart)[] {
    const known = this.lineages.get(keyOf(owner));
    if (known || depth >= MAX_DEPTH) return known ?? [];
    const lineage = this.findLineage(owner, depth);
    this.lineages.set(keyOf(owner), lineage);
    return lineage;
  }

  private findLineage(owner: CodeRef, depth: number): (Definition | ProcessStart)[] {
    const lines = this.basesOf(owner, depth).flatMap((base) =>
      base.kind === 'start' ? [base] : this.lineage(base, depth + 1),
    );
    const all = [{ kind: 'class' as const, file: owner.file, name: owner.name }, ...lines];
    const keys = all.map((one) => (one.kind === 'start' ? processName(one) : keyOf(one)));
    // What several classes derive from comes behind the last of them.
    return all.filter((_, index) => keys.lastIndexOf(keys[index] ?? '') === index);
  }

  private basesOf({ file, name }: CodeRef, depth: number): (Definition | ProcessStart)[] {
    const bases = this.program.summaryOf(file)?.classes.get(name)?.bases ?? [];
    return bases.flatMap((base): (Definition | ProcessStart)[] => {
      const api = apiOf(base);
      if (api?.kind === 'process')
        return [{ kind: 'start', library: api.library, method: api.method }];
      return this.meaningsOf(base, file, depth + 1).filter(isClass);
    });
  }
}

function ownMeaning(name: Target, file: string, summary: ModuleSummary): Definition | null {
  if (summary.code.has(name)) return { kind: 'function', file, name };
  return summary.classes.has(name) ? { kind: 'class', file, name } : null;
}

function isFunction(meaning: Meaning): meaning is Definition {
  return meaning.kind === 'function';
}

function isClass(meaning: Meaning): meaning is Definition {
  return meaning.kind === 'class';
}

function isDefinition(meaning: Meaning): meaning is Definition {
  return meaning.kind !== 'module' && meaning.kind !== 'start';
}

/** `multiprocessing.Process`, or a context's. */
function processName({ library, method }: ProcessStart): string {
  return `${library.name}.${method === null ? '' : `${method}.`}Process`;
}
