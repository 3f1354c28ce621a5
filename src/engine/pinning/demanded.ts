import type { PinDemand } from '../../processes/facts.ts';
import { callText } from '../../processes/import-time/call-words.ts';
import type { Creation, ProcessModel, Start, Submission } from '../../processes/model.ts';
import { ownName } from '../../processes/targets.ts';

/** What makes the processes that are demanded of this file. */
export function creationsAt({ at }: PinDemand, model: ProcessModel): Creation[] {
  const isThere = (node: Start['node']) =>
    callText(node, model) === at.text && insideOf(node, model) === at.inside;
  const starting: readonly (Start | Pick<Submission, 'creations'>)[] = [
    ...model.starts.filter(({ node }) => isThere(node)),
    ...model.submissions.filter(({ call }) => isThere(call.node)),
  ];
  return [...new Set(starting.flatMap(({ creations }) => creations))];
}

function insideOf(node: Start['node'], { semantics }: ProcessModel): string | null {
  const owner = semantics.enclosingFunction(node);
  return (owner && ownName(owner, semantics)?.slice(1)) ?? null;
}
