import type { FileResult } from '../engine/result.ts';
import type { FileFacts, PinDemand } from '../processes/facts.ts';
import { startKey, withForkedStarts } from '../processes/forked-starts.ts';
import type { InputFile } from './discover.ts';
import { shownPath } from './links/step.ts';

/**
 * Hands on, from the files that have the findings to those that start the processes, what has to be pinned to fork.
 * Gives the facts of all files with what others need of them, and with what others will pin for them. `report` analyses
 * a file and changes nothing; null where that fails.
 */
export async function withDemands(
  files: ReadonlyMap<InputFile, FileFacts>,
  report: (file: InputFile, facts: FileFacts) => Promise<FileResult | null>,
): Promise<ReadonlyMap<InputFile, FileFacts>> {
  const demands = new Map<string, PinDemand[]>();
  for (const [file, facts] of files) {
    for (const demand of (await report(file, facts))?.demands ?? []) {
      const { path } = demand.at;
      demands.set(path, [...(demands.get(path) ?? []), demand]);
    }
  }
  if (demands.size === 0) return files;
  const asked = new Map(files);
  const met = new Set<string>();
  for (const [file, facts] of files) {
    const own = demands.get(shownPath(file.real));
    if (!own) continue;
    const wanted = { ...facts, demands: own };
    asked.set(file, wanted);
    for (const { at } of (await report(file, wanted))?.met ?? []) met.add(startKey(at));
  }
  for (const [file, facts] of asked) {
    if (facts.starts.size > 0) asked.set(file, withForkedStarts(facts, met));
  }
  return asked;
}
