import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { globby } from 'globby';
import { type FileFacts, SINGLE_FILE } from '../processes/facts.ts';
import { type InputFile, projectRoot } from './discover.ts';
import { frozenScripts, isNamed, SETUP_PATTERNS } from './frozen.ts';
import { ImportLinks } from './link.ts';
import { LEFT_OUT, walk } from './walk.ts';

/** How many files of one project are searched for imports. */
export const SCAN_LIMIT = 20_000;

export interface ProjectFacts {
  of(file: InputFile): FileFacts;
  /** Roots of the projects that have more files than are searched. */
  readonly cut: readonly string[];
}

/** What the projects round some files say of them. Reads every Python file of a project's root. */
export async function projectFacts(
  files: readonly InputFile[],
  onFile: () => void = () => {},
): Promise<ProjectFacts> {
  const facts = new Map<string, FileFacts>();
  const cut: string[] = [];
  for (const { root, depth, members } of projectsOf(files)) {
    const scan = await scanProject(root, depth, members, onFile);
    if (scan.cut) cut.push(root);
    for (const file of members) facts.set(file.real, scan.factsOf(file.real));
  }
  return { of: (file) => facts.get(file.real) ?? SINGLE_FILE, cut };
}

interface Project {
  readonly root: string;
  /** How deep its folders are searched. */
  readonly depth: number;
  readonly members: InputFile[];
}

// A lone script outside any project has only its neighbours: its root could be a whole disk.
function projectsOf(files: readonly InputFile[]): Iterable<Project> {
  const projects = new Map<string, Project>();
  for (const file of files) {
    const own = path.dirname(file.real);
    const found = projectRoot(own) ?? file.folder;
    const root = found ?? own;
    const project = projects.get(root) ?? { root, depth: found ? Infinity : 1, members: [] };
    projects.set(root, project);
    project.members.push(file);
  }
  return projects.values();
}

interface Scan {
  readonly cut: boolean;
  factsOf(file: string): FileFacts;
}

async function scanProject(
  root: string,
  depth: number,
  members: readonly InputFile[],
  onFile: () => void,
): Promise<Scan> {
  const links = new ImportLinks(
    members.map((file) => file.real),
    root,
  );
  const freezers = new Map<string, string[]>();
  const { files, cut } = await walk(root, SCAN_LIMIT, depth);
  for (const file of [...files, ...(await setupFiles(root, depth))]) {
    const text = await readFile(file, 'utf8').catch(() => '');
    if (/\.pyw?$/.test(file)) links.add(file, text);
    const scripts = frozenScripts(file, text);
    if (scripts.length > 0) freezers.set(file, scripts);
    onFile();
  }
  return { cut, factsOf: (file) => factsOf(file, links, freezers) };
}

function factsOf(
  file: string,
  links: ImportLinks,
  freezers: ReadonlyMap<string, readonly string[]>,
): FileFacts {
  const importers = links.importersOf(file);
  const freezer = [...freezers].find(([setup, scripts]) =>
    scripts.some((script) => isNamed(script, setup, file)),
  );
  return {
    importedBy: [...(importers?.by ?? [])].map(relative).sort(),
    importedNames: importers?.names ?? new Set(),
    frozenBy: freezer && freezer[0] !== file ? relative(freezer[0]) : null,
  };
}

function relative(file: string): string {
  return path.relative('', file);
}

async function setupFiles(root: string, depth: number): Promise<string[]> {
  return globby([...SETUP_PATTERNS], {
    cwd: root,
    gitignore: true,
    dot: true,
    deep: depth,
    followSymbolicLinks: false,
    suppressErrors: true,
    absolute: true,
    ignore: [...LEFT_OUT],
  });
}
