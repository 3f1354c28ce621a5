import { apiOf, type Library } from '../../processes/libraries.ts';
import type { ModuleSummary } from '../../processes/summary.ts';
import type { Target } from '../../processes/targets.ts';
import type { Program } from './program.ts';

/** A function of the project: a file's absolute path and its own name there. */
export interface CodeRef {
  readonly file: string;
  readonly name: Target;
}

/** What calling something runs: a function of the project, or, with a library and in no file, its `Process.start`. */
export interface Run extends CodeRef {
  readonly library?: Library;
}

/** What a name stands for, as far as the project's own files tell. */
type Meaning =
  | { readonly kind: 'module'; readonly file: string }
  | {
      readonly kind: 'function' | 'class' | 'instance';
      readonly file: string;
      readonly name: Target;
    }
  /** `start` of a class that derives from a library's Process. */
  | { readonly kind: 'start'; readonly library: Library };

/** What Python runs to make an instance of a class. */
const MAKERS = ['__new__', '__init__', '__post_init__'];

/** How far names are followed that lead to names: further, they go round in a circle. */
const MAX_DEPTH = 20;

/** Follows names from file to file. What it can't follow is unknown, and gives nothing. */
export class Names {
  constructor(private readonly program: Program) {}

  /** What calling a target runs, seen from the file that calls it. */
  runsOf(target: Target, file: string): Run[] {
    return this.meaningsOf(target, file, 0).flatMap((meaning): Run[] => {
      switch (meaning.kind) {
        case 'function':
          return [meaning];
        case 'class':
          return MAKERS.flatMap((name) => this.method(meaning, name, 0)).flatMap(runOf);
        case 'instance':
          return this.method(meaning, '__call__', 0).flatMap(runOf);
        case 'start':
          return [
            { file: '', name: `${meaning.library.name}.Process.start`, library: meaning.library },
          ];
        default:
          return [];
      }
    });
  }

  /** The functions and classes that a callable handed to children may be. */
  definitionsOf(target: Target, file: string): CodeRef[] {
    return this.meaningsOf(target, file, 0).flatMap((meaning) =>
      meaning.kind === 'function' || meaning.kind === 'class' || meaning.kind === 'instance'
        ? [{ file: meaning.file, name: meaning.name }]
        : [],
    );
  }

  /** Whether a target leads into the project, but not to anything that is found there. */
  isLost(target: Target, file: string): boolean {
    if (target.startsWith(':')) return false;
    const { rest = [] } = this.moduleOf(target, file) ?? {};
    return rest.length > 0 && this.meaningsOf(target, file, 0).length === 0;
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
    const { file: module, rest } = this.moduleOf(target, file) ?? {};
    return module && rest ? this.follow([{ kind: 'module', file: module }], rest, depth) : [];
  }

  /** The longest part of a dotted name that is a module of the project, and what follows it. */
  private moduleOf(target: Target, file: string) {
    const [, dots = '', dotted = ''] = /^(\.*)(.*)$/.exec(target) ?? [];
    const tokens = tokensOf(dotted);
    const call = tokens.indexOf('()');
    const longest = call < 0 ? tokens.length : call;
    for (let length = longest; length >= (dots ? 0 : 1); length--) {
      const name = dots + tokens.slice(0, length).join('.');
      const module = this.program.modules.resolve(name, file);
      if (module) return { file: module, rest: tokens.slice(length) };
    }
    return null;
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

  /** A class's method of this name, its own or a base's. */
  private method(
    owner: { readonly file: string; readonly name: Target },
    name: string,
    depth: number,
  ): Meaning[] {
    const summary = this.program.summaryOf(owner.file);
    if (!summary || depth >= MAX_DEPTH) return [];
    const own = ownMeaning(`${owner.name}.${name}`, owner.file, summary);
    if (own) return [own];
    return (summary.classes.get(owner.name) ?? []).flatMap((base): Meaning[] => {
      const api = apiOf(base);
      if (api?.kind === 'process') {
        return name === 'start' ? [{ kind: 'start', library: api.library }] : [];
      }
      return this.meaningsOf(base, owner.file, depth + 1).flatMap((meaning) =>
        meaning.kind === 'class' ? this.method(meaning, name, depth + 1) : [],
      );
    });
  }
}

function ownMeaning(name: Target, file: string, summary: ModuleSummary): Meaning | null {
  if (summary.code.has(name)) return { kind: 'function', file, name };
  return summary.classes.has(name) ? { kind: 'class', file, name } : null;
}

function runOf(meaning: Meaning): Run[] {
  return meaning.kind === 'function' ? [meaning] : [];
}

/** `a.B().c` as `a`, `B`, `()`, `c`. */
function tokensOf(dotted: string): string[] {
  return dotted.match(/\(\)|[^.()]+/g) ?? [];
}
