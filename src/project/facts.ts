import { readdirSync } from 'node:fs';
import path from 'node:path';
import { globby } from 'globby';
import { type FileFacts, SINGLE_FILE } from '../processes/facts.ts';
import type { Target } from '../processes/targets.ts';
import { isNotebookName } from '../syntax/decode.ts';
import { bytesOf } from './bytes.ts';
import { consoleScripts } from './console-scripts.ts';
import { Contexts } from './contexts.ts';
import type { InputFile } from './discover.ts';
import { frozenScripts, isNamed, SETUP_PATTERNS } from './frozen.ts';
import { ImportGraph } from './importers.ts';
import { handlersIn, type LambdaHandler, lambdaHandlers } from './lambda-handlers.ts';
import { Links } from './links/links.ts';
import type { Way } from './links/ways.ts';
import { Modules } from './modules.ts';
import { PinPlaces } from './pin-places.ts';
import { type Project, projectsOf } from './projects.ts';
import { mayStartProcesses, namesProcesses, roughText, roughTextOf } from './read.ts';
import { LEFT_OUT } from './walk.ts';

/** What the projects round some files say of them. */
export interface ProjectFacts {
  /** Whether other files make a file start processes, or run in them. */
  isLinked(file: InputFile): boolean;
  of(file: InputFile): FileFacts;
  /** How a program of the project gets to some code of a file, by the code's own name; null where none is seen to. */
  wayTo(file: InputFile, code: Target): Way | null;
  /** The folders that have more files than are searched. */
  readonly cut: ReadonlySet<string>;
}

/** Is told how many files a step of the work has done with. */
export type Tell = (step: string, done: number) => void;

/**
 * Finds what the projects round some files say of them. Reads every Python file of a project's root. `pinModule` is what
 * the modules that pin fork are called, where their places are asked for.
 */
export async function projectFacts(
  files: readonly InputFile[],
  tell: Tell = () => {},
  pinModule: string | null = null,
): Promise<ProjectFacts> {
  const scans = new Map<string, Scan>();
  const facts = new Map<string, FileFacts>();
  const cut = new Set<string>();
  const done = new Map<string, number>();
  const count = (step: string) => {
    const files = (done.get(step) ?? 0) + 1;
    done.set(step, files);
    tell(step, files);
  };
  for await (const project of projectsOf(files)) {
    const scan = await scanProject(project, pinModule, count);
    if (project.cut !== null) cut.add(project.cut);
    for (const file of project.members) scans.set(file.real, scan);
  }
  return {
    isLinked: ({ real }) => scans.get(real)?.isLinked(real) ?? false,
    of: ({ real }) => {
      const known = facts.get(real) ?? scans.get(real)?.factsOf(real) ?? SINGLE_FILE;
      facts.set(real, known);
      return known;
    },
    wayTo: ({ real }, code) => scans.get(real)?.wayTo(real, code) ?? null,
    cut,
  };
}

interface Scan extends Pick<Links, 'isLinked' | 'wayTo'> {
  factsOf(file: string): FileFacts;
}

async function scanProject(
  { root, depth, members, files }: Project,
  pinModule: string | null,
  count: (step: string) => void,
): Promise<Scan> {
  const modules = new Modules(files, root);
  const imports = new ImportGraph(modules, roughText);
  const starting: string[] = [];
  const freezers = new Map<string, string[]>();
  const handlers: LambdaHandler[] = [];
  const read = async (file: string) => {
    const bytes = await bytesOf(file).catch(() => Buffer.alloc(0));
    const text = roughTextOf(file, bytes);
    const scripts = frozenScripts(file, text);
    if (scripts.length > 0) freezers.set(file, scripts);
    handlers.push(...lambdaHandlers(file, text));
    count('Looking for imports');
    return { bytes, text };
  };
  for (const file of files) {
    const { bytes, text } = await read(file);
    imports.add(file, text);
    if (isNotebookName(file) ? namesProcesses(text) : mayStartProcesses(bytes)) starting.push(file);
  }
  const setups = await setupFiles(root, depth);
  for (const file of setups) await read(file);
  const contexts = new Contexts(modules, imports, starting, roughText);
  const pins = pinModule === null ? null : new PinPlaces(pinModule, modules, roughText);
  const scripts = consoleScripts([...setups, ...files], modules);
  const scriptsOf = (file: string) => scripts.get(file) ?? [];
  // What has to do with the members: what they import, and what imports them.
  const own = members.map(({ real }) => real);
  const near = new Set([...imports.dependents(own), ...imports.dependencies(own)]);
  const begin = [...new Set([...starting, ...contexts.users])].filter((file) => near.has(file));
  const mayLead = [...imports.dependents(begin)].filter((file) => near.has(file));
  const known = { modules, imports, contexts, scriptsOf };
  const links = await Links.find(known, begin, mayLead, () => count('Following calls'));
  return {
    isLinked: (file) => links.isLinked(file) || contexts.usedBy(file).size > 0,
    wayTo: (file, code) => links.wayTo(file, code),
    factsOf: (file) => {
      const { by, names } = imports.importersOf(file);
      return {
        importedBy: [...by].map(relative).sort(),
        isImportedByChildren: links.isImportedByChildren(file),
        importedNames: names,
        frozenBy: freezerOf(file, freezers),
        lambdaHandlers: handlersIn(file, handlers),
        consoleScripts: scriptsOf(file),
        contexts: contexts.usedBy(file),
        demands: [],
        neighbours: isNotebookName(file) ? neighboursOf(file) : null,
        pin: pins?.of({ file, importers: by, isInstalled: scripts.has(file) }) ?? null,
        starts: links.startsFrom(file),
        workers: links.workersIn(file),
        programs: links.programsImportedBy(file),
        state: links.stateFor(file),
        get bareDecorators() {
          return links.bareDecoratorsOf(file);
        },
        get unresolved() {
          return links.unresolvedIn(file);
        },
      };
    },
  };
}

function freezerOf(file: string, freezers: ReadonlyMap<string, readonly string[]>): string | null {
  const freezer = [...freezers].find(([setup, scripts]) =>
    scripts.some((script) => isNamed(script, setup, file)),
  );
  return freezer && freezer[0] !== file ? relative(freezer[0]) : null;
}

function neighboursOf(file: string): ReadonlySet<string> | null {
  try {
    return new Set(readdirSync(path.dirname(file)));
  } catch {
    return null;
  }
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
