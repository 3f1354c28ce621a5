/**
 * What the files of a project do that code in other files can notice, read with regular expressions: quicker than
 * parsing, and they err on the side of seeing too much.
 */
import path from 'node:path';
import { type ImportMention, importsIn } from '../project/imports.ts';
import { CONFIGURED_BY_NAME, type ProcessSetting, SETTINGS } from './settings.ts';

/** A line of a file. */
export interface Place {
  /** An absolute path. */
  readonly file: string;
  /** From 1. */
  readonly row: number;
}

/** A line that sets an attribute of some object. */
export interface AttributeSet extends Place {
  /** The object as it is written, with imported names in full: `settings`, `os.path`. */
  readonly object: string;
  readonly name: string;
  /** The package that it is imported from; null for other objects. */
  readonly package: string | null;
}

/** What some files do that only the parent does, as their texts tell. */
export class TextFacts {
  /** The methods that classes define, with the files. */
  readonly methods = new Map<string, Set<string>>();
  readonly properties = new Map<string, Set<string>>();
  /** Where attributes are set, of anything but `self`. */
  readonly attributes = new Map<string, AttributeSet[]>();
  /** Where something is registered with a function or class, by its name. */
  readonly registered = new Map<string, Place[]>();
  /** Where something that belongs to a package is changed in place. */
  readonly changed: AttributeSet[] = [];
  /** Where modules of packages are imported, by their dotted names. */
  readonly imported = new Map<string, Place[]>();
  /** Where something may be set by a name that is not written out. */
  readonly unnamed: Place[] = [];
  /** Where something is set up that belongs to the whole process. */
  readonly settings = new Map<ProcessSetting, Place[]>();
  /** Where something is called that sounds as if it set up a package, by the package's name. */
  readonly packages = new Map<string, Place[]>();

  add(other: TextFacts): void {
    for (const [name, files] of other.methods) addAll(this.methods, name, files);
    for (const [name, files] of other.properties) addAll(this.properties, name, files);
    for (const [name, sets] of other.attributes) push(this.attributes, name, ...sets);
    for (const [name, places] of other.registered) push(this.registered, name, ...places);
    for (const [setting, places] of other.settings) push(this.settings, setting, ...places);
    for (const [name, places] of other.packages) push(this.packages, name, ...places);
    for (const [name, places] of other.imported) push(this.imported, name, ...places);
    this.changed.push(...other.changed);
    this.unnamed.push(...other.unnamed);
  }
}

/** What one file does. */
export interface FileText {
  /** What its functions do, and what is under its guard: the parent does that on its own. */
  readonly inside: TextFacts;
  /** What each import of the file does again. */
  readonly atImport: TextFacts;
  /** What it imports in functions: then children may not have imported it. */
  readonly lateImports: readonly ImportMention[];
  /** Whether its import may do something that shows, so that it is worth to look. */
  readonly actsAtImport: boolean;
  /** Whether it imports files by names that are not written out. */
  readonly importsAny: boolean;
  /** Whether it is run as a program. */
  readonly isProgram: boolean;
}

/** Reads the text of a file. */
export function fileText(file: string, text: string): FileText {
  const inside = new TextFacts();
  const atImport = new TextFacts();
  for (const [, name = ''] of text.matchAll(METHOD)) addAll(inside.methods, name, [file]);
  for (const [, name = ''] of text.matchAll(PROPERTY)) addAll(inside.properties, name, [file]);
  const found = {
    inside,
    atImport,
    lateImports: [],
    importsAny: false,
    isProgram: PROGRAM.test(text),
    actsAtImport: ACTS_AT_IMPORT.test(text),
  };
  if (isTest(file) || text === '') return found;
  const aliases = aliasesIn(text);
  const late: string[] = [];
  const rows = text.split('\n');
  for (const [index, row] of rows.entries()) {
    const line = row.replace(/(^|\s)#.*$/, '');
    if (line === '') continue;
    const isInside = /^\s/.test(line);
    readLine(line, { file, row: index + 1 }, isInside ? inside : atImport, aliases);
    for (const target of targetsAbove(index, rows)) {
      readLine(target, { file, row: index + 1 }, isInside ? inside : atImport, aliases);
    }
    const full = inFull(line, aliases);
    for (const setting of SETTINGS) {
      if (setting.anywhere && !isInside && setting.set.test(full)) {
        push(inside.settings, setting, { file, row: index + 1 });
      }
    }
    if (!isInside || !/^\s+(from|import)\b/.test(line)) continue;
    late.push(line);
    for (const { module } of importsIn(line)) {
      if (/^\w+\./.test(module)) push(inside.imported, module, { file, row: index + 1 });
    }
  }
  return {
    ...found,
    lateImports: importsIn(late.join('\n')),
    importsAny: IMPORTS_ANY.test(text),
  };
}

const PROGRAM = /^#!|^if __name__ *== *["']__main__["']/m;

/** Calls, `with` and loops outside of functions, and files that are opened there. */
const ACTS_AT_IMPORT =
  /^(?:(?!def\b|class\b)[A-Za-z_][\w.]*\(|with\s|for\s|while\s)|^\w[^\n]*=[^\n]*\b(open|Popen|run|urlopen|check_output|get|post)\(/m;

const IMPORTS_ANY =
  /\b(import_module|__import__)\(\s*(?!["'])|\bentry_points\(|\bpkgutil\.(iter|walk)_|\brunpy\.|\bspec_from_file_location\(/;

/** Whether a file belongs to a project's tests: what it does, programs don't notice. */
export function isTest(file: string): boolean {
  return /(^|[\\/])(tests?|testing)[\\/]|(^|[\\/])(test_[^\\/]*|[^\\/]*_test|conftest)\.py$/.test(
    file,
  );
}

function readLine(
  line: string,
  place: Place,
  found: TextFacts,
  aliases: ReadonlyMap<string, string>,
): void {
  const full = inFull(line, aliases);
  const spelled = (object: string) =>
    object.replace(/^\w+/, (first) => aliases.get(first) ?? first);
  const set = (object: string, name: string) => {
    const isImported = aliases.has(object.split('.', 1)[0] ?? '');
    const path = spelled(object);
    const package_ = isImported && !path.startsWith('.') ? (path.split('.', 1)[0] ?? null) : null;
    if (object !== 'self') {
      push(found.attributes, name, { ...place, object: path, name, package: package_ });
    }
  };
  for (const [object, name] of attributesSet(line)) set(object, name);
  for (const [, object = '', name] of line.matchAll(BY_NAME)) {
    if (name) set(object, name);
    else if (object !== 'self') found.unnamed.push(place);
  }
  if (UNNAMED.test(line)) found.unnamed.push(place);
  for (const [, path = ''] of line.matchAll(CHANGES)) {
    const [, object, name = ''] = /^(\w.*)\.(\w+)$/.exec(spelled(path)) ?? [];
    if (object && aliases.has(path.split('.', 1)[0] ?? '')) {
      found.changed.push({ ...place, object, name, package: object.split('.', 1)[0] ?? null });
    }
  }
  for (const setting of SETTINGS) if (setting.set.test(full)) push(found.settings, setting, place);
  for (const [, owner = ''] of line.matchAll(REGISTERS)) push(found.registered, owner, place);
  const [, object, verb = ''] = CALL.exec(line) ?? [];
  if (object && CONFIGURED_BY_NAME.test(verb)) {
    push(found.packages, spelled(object).split('.', 1)[0] ?? '', place);
  }
}

/** `work.register(…)`, also as a decorator. */
const REGISTERS = /(\w+)\.register\b/g;

const METHOD = /^[ \t]+(?:async[ \t]+)?def[ \t]+(\w+)/gm;
const PROPERTY =
  /^[ \t]+@(?:\w+\.)*(?:cached_)?property[ \t]*\r?\n(?:[ \t]+@.*\n)*[ \t]+def[ \t]+(\w+)/gm;

/** The attributes that a line assigns to, with what they belong to: those in front of each `=`, behind `as` and `for`. */
function* attributesSet(line: string): Generator<readonly [object: string, name: string]> {
  for (const target of targetsIn(line)) {
    for (const [, object = '', name = ''] of target.matchAll(MEMBER)) yield [object, name];
  }
  for (const [, object = '', name = ''] of line.matchAll(BOUND)) yield [object, name];
  const [, deleted = ''] = DELETE.exec(line) ?? [];
  for (const [, object = '', name = ''] of deleted.matchAll(MEMBER)) yield [object, name];
}

/** The lines of a tuple that a line ends and assigns to, each as an assignment. */
function targetsAbove(index: number, rows: readonly string[]): string[] {
  if (!/^\s*[)\]]\s*=(?!=)/.test(rows[index] ?? '')) return [];
  const start = rows.findLastIndex((row, at) => at < index && /^\s*[([]\s*$/.test(row));
  return rows.slice(start + 1, index).map((row) => `${row} =`);
}

/** What stands in front of the assignment signs of a line, outside of brackets and strings. */
function targetsIn(line: string): string[] {
  const targets: string[] = [];
  let depth = 0;
  let start = 0;
  for (const { 0: sign, index } of line.matchAll(SIGNS)) {
    if (/^[([{]/.test(sign)) depth++;
    else if (/^[)\]}]/.test(sign)) depth--;
    else if (depth <= 0 && /=$/.test(sign) && !/^([=!<>:]=|=.)/.test(sign)) {
      targets.push(line.slice(start, index));
      start = index + sign.length;
    }
  }
  return targets;
}

const SIGNS =
  /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[=!<>:]=|(?:\*\*|\/\/|<<|>>|[-+*/%@&|^])?=|[()[\]{}]/g;

/** `a.b[0].name`, and `.name[…]`, which changes what it holds. */
const MEMBER =
  /(?<![\w.])((?:\w+|\w+\([^()]*\))(?:\.\w+|\[[^\]]*\]|\([^()]*\))*)\.(\w+)(?:\[[^\]]*\])*\s*(?=$|[,:)\]])/g;
const BOUND = /\b(?:as|for)\s+([\w.]+)\.(\w+)/g;

const DELETE = /^\s*del\s+(.*)/;

/** `setattr(module, "name", …)`, `monkeypatch.setattr(…)`; the name where it is written out. */
const BY_NAME =
  /(?:\b(?:set|del)attr|\b(?:type|object)\.__(?:set|del)attr__)\(\s*([\w.]+)\s*,\s*(?:["'](\w+)["'])?/g;

/** `globals()[…] = …`, `exec(…)`, `names = vars(Class)`: whether it sets something is looked at later. */
const UNNAMED =
  /(?<!\*\*)\b(globals|locals|vars)\(\)|(?<![\w.])exec\(|(?<!\b(?:self|_))\.__(dict|globals)__\b|\bvars\((?!self\))\w[\w.]*\)|\b__(defaults|kwdefaults|code|class)__\s*=(?!=)/;

/** `warnings.filters.insert(…)` */
const CHANGES =
  /(?<![\w.])(\w+(?:\.\w+)*)\.(?:append|appendleft|extend|insert|update|setdefault|pop|popitem|remove|discard|clear)\(/g;

/** A statement that calls a function of something: `plt.style.use(…)`. */
const CALL = /^\s*(\w+)(?:\.\w+)*\.(\w+)\(/;

/** A line with the names that the file imports in full: `os.environ[…] = …` for `env[…] = …`. */
function inFull(line: string, aliases: ReadonlyMap<string, string>): string {
  return line.replace(/(?<![\w."'])[A-Za-z_]\w*(?=[.([])/g, (name) => aliases.get(name) ?? name);
}

/** What names stand for, by the imports of a file. */
function aliasesIn(text: string): Map<string, string> {
  const aliases = new Map<string, string>();
  for (const [, from = '', names, modules] of text.matchAll(IMPORT)) {
    for (const item of (names ?? modules ?? '').replace(/[()]/g, '').split(',')) {
      const [name = '', , alias] = item.trim().split(/\s+/);
      if (name === '') continue;
      const first = name.split('.')[0] as string;
      if (from) aliases.set(alias ?? name, `${from}.${name}`);
      else aliases.set(alias ?? first, alias ? name : first);
    }
  }
  for (const [, name = ''] of text.matchAll(MODULE_OBJECT)) aliases.set(name, 'sys.modules[…]');
  return aliases;
}

/** `this = sys.modules[__name__]` */
const MODULE_OBJECT =
  /^[ \t]*(\w+)[ \t]*=[ \t]*(?:sys\.modules\[|(?:importlib\.)?import_module\(|__import__\()/gm;

const IMPORT = /^[ \t]*(?:from[ \t]+([\w.]+)[ \t]+import[ \t]+(\([^)]*\)|.*)|import[ \t]+(.*))/gm;

function addAll(map: Map<string, Set<string>>, key: string, files: Iterable<string>): void {
  const known = map.get(key) ?? new Set();
  map.set(key, known);
  for (const file of files) known.add(file);
}

function push<Key, T>(map: Map<Key, T[]>, key: Key, ...items: T[]): void {
  const known = map.get(key);
  if (known) known.push(...items);
  else map.set(key, items);
}

/** `line 3`, or `line 3 of lib/a.py` for what stands in another file. */
export function lineOf({ file, row }: Place, seenFrom: string): string {
  return file === seenFrom ? `line ${row}` : `line ${row} of ${path.relative('', file)}`;
}
