/**
 * Reads import statements with regular expressions: far quicker than parsing, and it errs on the side of seeing
 * too many, which only makes mpfix more careful.
 */

/** One module that a file mentions, and what it takes from it. */
export interface ImportMention {
  /** `a.b`, with the leading dots of a relative import. */
  readonly module: string;
  /** The names taken by `from module import …`; `all` for a star or where they can't be known. */
  readonly names: readonly string[] | 'all';
  /** Under which dotted name the module itself can be reached in this file, null for `from … import`. */
  readonly handle: string | null;
}

const STATEMENT =
  /(?:^|[\n\r;:])[ \t\f]*(?:(?:lazy[ \t]+)?from[ \t]*(\.*[ \t]*[^\s;,()#]*)[ \t]*\bimport\b[ \t]*(\([^)]*\)?|[^\n\r;#]*)|(?:lazy[ \t]+)?import[ \t]+([^\n\r;#()]*))/g;

const BY_STRING =
  /\b(?:import_module|__import__|run_module|patch|patch\.object)\(\s*["']([\w.]+)["']/g;

/** Every import that the text of a Python file makes, wherever it stands. */
export function importsIn(text: string): ImportMention[] {
  const joined = text.replace(/\\\r?\n|\\\r/g, '  ');
  const mentions: ImportMention[] = [];
  for (const [, from, names, modules] of joined.matchAll(STATEMENT)) {
    if (modules !== undefined) mentions.push(...plainImports(modules));
    else if (from) mentions.push(...fromImports(from.replace(/[ \t]/g, ''), names ?? ''));
  }
  for (const [, dotted] of joined.matchAll(BY_STRING)) {
    for (const module of prefixes(dotted as string))
      mentions.push({ module, names: 'all', handle: null });
  }
  return mentions;
}

function plainImports(list: string): ImportMention[] {
  return listed(list).map(({ name, bound }) => ({ module: name, names: [], handle: bound }));
}

// `from a import b` takes the name b of a, or the module a.b: both are told, and the files decide.
function fromImports(module: string, list: string): ImportMention[] {
  const items = listed(list.replace(/#[^\n\r]*/g, '').replace(/[()]/g, ''));
  if (items.some(({ name }) => name === '*')) return [{ module, names: 'all', handle: null }];
  const inside = module.endsWith('.') ? module : `${module}.`;
  return [
    { module, names: items.map(({ name }) => name), handle: null },
    ...items.map(({ name, bound }) => ({ module: inside + name, names: [], handle: bound })),
  ];
}

function listed(list: string): { name: string; bound: string }[] {
  return list.split(',').flatMap((item) => {
    const [name, as, alias] = item.trim().split(/\s+/);
    return name ? [{ name, bound: as === 'as' && alias ? alias : name }] : [];
  });
}

function prefixes(dotted: string): string[] {
  const parts = dotted.split('.');
  return parts.map((_, index) => parts.slice(0, index + 1).join('.'));
}

/** The attributes of a module that a file uses through a handle; `all` where the module itself travels. */
export function attributesUsed(text: string, handle: string): ReadonlySet<string> | 'all' {
  const code = text
    .replace(/\\\r?\n|\\\r/g, '  ')
    .replace(STATEMENT, (statement) => ' '.repeat(statement.length));
  const [first = '', ...rest] = handle.split('.');
  const names = new Set<string>();
  for (const match of code.matchAll(new RegExp(`(?<![\\w.])${escaped(first)}(?!\\w)`, 'gu'))) {
    const path = /^(?:\s*\.\s*[\w]+)*/.exec(
      code.slice(match.index + first.length),
    ) as RegExpExecArray;
    const parts = path[0]
      .split('.')
      .slice(1)
      .map((part) => part.trim());
    const shared = rest.findIndex((part, index) => parts[index] !== part);
    if (shared >= 0 && parts[shared] !== undefined) continue;
    const name = parts[rest.length];
    if (shared >= 0 || name === undefined) return 'all';
    names.add(name);
  }
  return names;
}

function escaped(name: string): string {
  return name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
