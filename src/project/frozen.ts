import { existsSync } from 'node:fs';
import path from 'node:path';

/** How a tool that freezes programs is recognised in a file: its name must match, and its text. */
interface Freezer {
  readonly file: RegExp;
  readonly text: RegExp;
}

const FREEZERS: readonly Freezer[] = [
  { file: /\.spec$/, text: /\bAnalysis\s*\(/ },
  { file: /\.py$/, text: /\bcx_Freeze\b|\bpy2exe\b|\bPyInstaller\.__main__\b/ },
  { file: /^(setup\.cfg|pyproject\.toml)$/, text: /cx_?freeze|py2exe|nuitka|pyinstaller/i },
  {
    file: /^(Makefile|justfile|noxfile\.py|tox\.ini|.*\.(sh|bat|cmd|ps1|mk|ya?ml))$/,
    text: /nuitka|pyinstaller|cxfreeze/i,
  },
];

/** Glob patterns of the files, other than Python, in which a freezing tool is set up. */
export const SETUP_PATTERNS: readonly string[] = [
  '**/*.{spec,sh,bat,cmd,ps1,mk,yml,yaml}',
  '**/{setup.cfg,pyproject.toml,Makefile,justfile,tox.ini}',
];

/** The scripts that a set-up file freezes, as it names them: `../src/app.py`. Empty for all other files. */
export function frozenScripts(file: string, text: string): string[] {
  const name = path.basename(file);
  if (!FREEZERS.some((freezer) => freezer.file.test(name) && freezer.text.test(text))) return [];
  return [...text.matchAll(/["']([^"'\n]+\.pyw?)["']|[\w./\\-]*\w\.pyw?\b/g)]
    .map(([word, quoted]) => (quoted ?? word).replace(/\\+/g, '/'))
    .filter((script) => script !== name);
}

/**
 * Whether a script, as a set-up file names it, is this file: the one at that place beside the set-up, or where there is
 * none, one whose path ends so, since tools are run from other folders too.
 */
export function isNamed(script: string, setup: string, file: string): boolean {
  const beside = path.resolve(path.dirname(setup), script);
  if (existsSync(beside)) return beside === file;
  const parts = file.split(path.sep);
  const wanted = script.split('/').filter((part) => !/^\.{0,2}$/.test(part));
  return wanted.every((part, index) => parts[parts.length - wanted.length + index] === part);
}
