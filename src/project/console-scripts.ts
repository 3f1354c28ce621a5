import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'smol-toml';
import type { ConsoleScript } from '../processes/facts.ts';
import type { Modules } from './modules.ts';

/** Where projects say which commands their installation makes. */
const SETUP = /(^|[\\/])(pyproject\.toml|setup\.cfg|setup\.py)$/;

/** The console scripts that some of the files make, by the file whose function they call. Paths are absolute. */
export function consoleScripts(
  files: Iterable<string>,
  modules: Modules,
): Map<string, ConsoleScript[]> {
  const scripts = new Map<string, ConsoleScript[]>();
  for (const setup of [...files].filter((file) => SETUP.test(file))) {
    for (const { name, module, attribute } of entryPoints(setup)) {
      const file = modules.resolve(module, setup);
      if (!file) continue;
      const script = { name, attribute, definedIn: path.relative('', setup) };
      scripts.set(file, [...(scripts.get(file) ?? []), script]);
    }
  }
  return scripts;
}

interface EntryPoint {
  readonly name: string;
  readonly module: string;
  readonly attribute: string;
}

function entryPoints(setup: string): EntryPoint[] {
  try {
    const text = readFileSync(setup, 'utf8');
    return setup.endsWith('.toml') ? ofToml(parse(text)) : ofText(text);
  } catch {
    return [];
  }
}

/** `[project.scripts]`, and Poetry's own table. */
function ofToml(toml: unknown): EntryPoint[] {
  return [
    ['project', 'scripts'],
    ['project', 'gui-scripts'],
    ['tool', 'poetry', 'scripts'],
  ].flatMap((keys) =>
    Object.entries(keys.reduce<unknown>(tableAt, toml) as object).flatMap(([name, value]) => {
      const reference = typeof value === 'string' ? value : tableAt(value, 'reference');
      return typeof reference === 'string' ? ofText(`${name} = ${reference}`, true) : [];
    }),
  );
}

function tableAt(value: unknown, key: string): unknown {
  const inner = typeof value === 'object' && value !== null ? Reflect.get(value, key) : null;
  return inner ?? {};
}

/** `name = package.module:function`, as in setup.cfg and in the strings of setup.py. */
function ofText(text: string, isOne = false): EntryPoint[] {
  if (!isOne && !/console_scripts|gui_scripts/.test(text)) return [];
  return [
    ...text.matchAll(/([\w.-]+)[ \t]*=[ \t]*([A-Za-z_][\w.]*)[ \t]*:[ \t]*([A-Za-z_][\w.]*)/g),
  ].map(([, name = '', module = '', attribute = '']) => ({ name, module, attribute }));
}
