/** Which start methods the files of a project use. */
import path from 'node:path';
import { buildModel } from '../processes/build.ts';
import type { ProcessModel } from '../processes/model.ts';
import type { Settings } from '../processes/settings.ts';
import { START_METHODS, type StartMethod } from '../processes/start-method.ts';
import type { InputFile } from '../project/discover.ts';
import { concernsUs, readSource } from '../project/read.ts';
import { factsOfProject, type Listener } from '../project/run.ts';
import { isUnreadable } from '../syntax/decode.ts';
import type { Node } from '../syntax/node.ts';
import { parse } from '../syntax/parse.ts';

/** A place in a file of the project; the row starts at 1. */
export interface Place {
  readonly path: string;
  readonly row: number;
}

export interface ProjectStarts {
  /** Where processes are started, by the start method that they are pinned to. */
  readonly starts: readonly {
    readonly method: StartMethod | 'default';
    readonly places: readonly Place[];
  }[];
  /** Calls of `set_start_method`; the method is null where it is no literal. */
  readonly settings: readonly (Place & { readonly method: StartMethod | null })[];
  /** The set-up files that freeze programs of the project, with the programs. */
  readonly frozen: readonly { readonly setup: string; readonly programs: readonly string[] }[];
  /** The files that could not be read as Python. */
  readonly skipped: readonly string[];
}

/** Reads the files that may start processes. */
export async function projectStarts(
  files: readonly InputFile[],
  settings: Settings,
  listener: Listener,
): Promise<ProjectStarts> {
  const facts = await factsOfProject(files, listener);
  const starts = new Map<StartMethod | 'default', Place[]>();
  const chosen: (Place & { method: StartMethod | null })[] = [];
  const frozen = new Map<string, string[]>();
  const skipped: string[] = [];
  for (const file of files) {
    const own = facts.of(file);
    if (own.frozenBy !== null) {
      const setup = path.relative('', own.frozenBy);
      frozen.set(setup, [...(frozen.get(setup) ?? []), file.path]);
    }
    if (!(await concernsUs(file.path))) continue;
    const source = await readSource(file.path);
    const tree = isUnreadable(source) ? null : parse(source.text, source.notebook);
    if (!tree || tree.firstError) {
      skipped.push(file.path);
      continue;
    }
    const model = buildModel(file.path, tree, own, settings);
    for (const { creations, method, node, behind } of model.starts) {
      if (behind !== null) continue;
      const key = creations[0]?.method ?? method ?? 'default';
      starts.set(key, [...(starts.get(key) ?? []), placeOf(node, model)]);
    }
    for (const { call, method } of model.startMethodCalls) {
      chosen.push({ ...placeOf(call.node, model), method });
    }
  }
  return {
    starts: (['default', ...START_METHODS] as const).flatMap((method) => {
      const places = starts.get(method);
      return places ? [{ method, places }] : [];
    }),
    settings: chosen,
    frozen: [...frozen].map(([setup, programs]) => ({ setup, programs })),
    skipped,
  };
}

function placeOf(node: Node, { path: file, tree }: ProcessModel): Place {
  return { path: file, row: tree.lines.positionOf(node.from).row };
}
