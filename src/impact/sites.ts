import { callText } from '../processes/import-time/call-words.ts';
import type { CreationKind, Library } from '../processes/libraries.ts';
import type { Creation, ProcessModel, Submission } from '../processes/model.ts';
import type { StartMethod } from '../processes/start-method.ts';
import { MODULE_CODE } from '../processes/summary.ts';
import { ownName, type Target } from '../processes/targets.ts';
import type { Position } from '../syntax/lines.ts';
import type { Node } from '../syntax/node.ts';
import { unlistedStarts } from './unlisted-starts.ts';

/** A place that starts processes, and what is handed to them there. */
export interface StartSite {
  readonly kind: CreationKind;
  readonly node: Node;
  readonly position: Position;
  /** `Pool(…)`. */
  readonly text: string;
  /** The own name of the function that it stands in, or the module's. */
  readonly inside: Target;
  readonly creation: Creation | null;
  readonly submissions: readonly Submission[];
  /** What its children run besides what submissions hand them. */
  readonly given: readonly Node[];
  /** Why it is not known what it runs, as far as the call itself tells; null where it may be. */
  readonly unseen: string | null;
  /** Why the default start method does not matter here, or null. */
  readonly settled: string | null;
}

/** The places of a file that start processes, in order. */
export function startSites(model: ProcessModel): StartSite[] {
  const chosen = chosenByProgram(model);
  const site = (
    node: Node,
    kind: CreationKind,
    library: Library | null,
    method: StartMethod | null,
    creation: Creation | null,
    { given, unseen }: Pick<StartSite, 'given' | 'unseen'> = { given: [], unseen: null },
  ): StartSite => ({
    kind,
    node,
    position: model.tree.lines.positionOf(node.from),
    text: callText(node, model),
    inside: insideOf(node, model),
    creation,
    submissions: model.submissions.filter(
      ({ creations, call }) => (creation && creations.includes(creation)) || call.node === node,
    ),
    given,
    unseen,
    settled: (library && settledBy(library, method)) ?? chosen,
  });
  const unlisted = unlistedStarts(model);
  return [
    ...model.creations.map((c) => site(c.call.node, c.kind, c.library, c.method, c)),
    ...model.starts
      // A process whose class has its base in another file starts here all the same: nothing is behind the call.
      .filter(
        ({ node, creations, behind }) =>
          creations.length === 0 && !behind?.length && !unlisted.some((each) => each.node === node),
      )
      .map(({ node, kind, library, method }) => site(node, kind, library, method, null, UNSEEN)),
    ...unlisted.map((start) => site(start.node, start.kind, null, null, null, start)),
  ].sort((a, b) => a.node.from - b.node.from);
}

const UNSEEN = { given: [], unseen: 'its class is in another file' };

function settledBy(library: Library, method: StartMethod | null): string | null {
  if (!library.importsMain) return `${library.name} starts its workers in a way of its own`;
  return method && `its context asks for ${method}`;
}

/** One method that the file sets whenever it sets one. */
function chosenByProgram({ startMethodCalls, chosenMethod, tree }: ProcessModel): string | null {
  const setter = startMethodCalls.find(({ method }) => method === chosenMethod);
  if (!setter || !chosenMethod) return null;
  const { row } = tree.lines.positionOf(setter.call.node.from);
  return `line ${row} sets the start method ${chosenMethod}`;
}

function insideOf(node: Node, { semantics }: ProcessModel): Target {
  for (let at = semantics.enclosingFunction(node); at; at = semantics.enclosingFunction(at)) {
    const name = ownName(at, semantics);
    if (name) return name;
  }
  return MODULE_CODE;
}
