import path from 'node:path';
import { type InputFile, projectRoot, repositoryRoot } from './discover.ts';
import { walk } from './walk.ts';

/** How many files of one project are searched for imports. */
export const SCAN_LIMIT = 20_000;

/** Files that may import each other. Paths are absolute. */
export interface Project {
  readonly root: string;
  /** How deep the root's folders are searched. */
  readonly depth: number;
  /** Those of its files that are asked about. */
  readonly members: readonly InputFile[];
  readonly files: readonly string[];
  /** The folder round them that has more than are searched, or null. */
  readonly cut: string | null;
}

/**
 * The projects of some files: their repositories, or, of those that have too many files, the projects in them. A lone
 * script outside any project has only its neighbours: its root could be a whole disk.
 */
export async function* projectsOf(
  files: readonly InputFile[],
  limit = SCAN_LIMIT,
): AsyncGenerator<Project> {
  for await (const repository of projectsAt(repositoryRoot, files, limit)) {
    const { cut, root, members } = repository;
    if (cut === null || members.every((file) => projectRoot(path.dirname(file.real)) === root)) {
      yield repository;
      continue;
    }
    for await (const project of projectsAt(projectRoot, members, limit)) {
      yield { ...project, cut: project.cut ?? cut };
    }
  }
}

async function* projectsAt(
  rootOf: (folder: string) => string | null,
  files: readonly InputFile[],
  limit: number,
): AsyncGenerator<Project> {
  const groups = new Map<string, { readonly depth: number; readonly members: InputFile[] }>();
  for (const file of files) {
    const own = path.dirname(file.real);
    const found = rootOf(own) ?? file.folder;
    const group = groups.get(found ?? own) ?? { depth: found ? Infinity : 1, members: [] };
    groups.set(found ?? own, group);
    group.members.push(file);
  }
  for (const [root, { depth, members }] of groups) {
    const { files: all, cut } = await walk(root, limit, depth);
    yield { root, depth, members, files: all, cut: cut ? root : null };
  }
}
