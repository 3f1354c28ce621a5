import type { Rule } from '../../../transforms/transform.ts';
import { append } from '../../edits/append.ts';
import type { Edit, Fix, Refusal } from '../../edits/fix.ts';
import { importEdit } from '../../edits/imports.ts';
import { withoutUnused } from '../../edits/unused-imports.ts';
import type { PinPlace } from '../../processes/facts.ts';
import type { ProcessModel } from '../../processes/model.ts';
import type { PinSite } from '../../processes/pin-sites.ts';
import { pinModule } from './pin-module.ts';
import { reasonEdits } from './reasons.ts';
import { sharedPrimitives } from './shared-primitives.ts';

/**
 * Takes the processes of some sites, and what they share, from the context that the helper module gives. Of several
 * sites, those are taken for which that is safe, or else all for which it is possible. `rulesFor` says which findings
 * come from a site.
 */
export function pinFix(
  all: readonly PinSite[],
  rulesFor: (site: PinSite) => readonly Rule[],
  model: ProcessModel,
): Fix | Refusal {
  const place = placeIn(model);
  if ('refusal' in place) return place;
  const possible = all.filter(({ obstacle }) => obstacle === null);
  const certain = possible.filter(({ risk }) => risk === null);
  const sites = certain.length > 0 ? certain : possible;
  if (sites.length === 0) return { refusal: `this can't be pinned to fork: ${all[0]?.obstacle}` };
  const members = [
    ...sites
      .filter(({ kind }) => kind !== 'executor')
      .map(({ node, member }) => ({ node, member })),
    ...sharedPrimitives(sites, model),
  ];
  const { tree, semantics } = model;
  const wanted = { module: place.module, name: place.function };
  const uses = [...sites, ...members].map(({ node }) => node);
  const gone = members.map(({ node }) => node);
  const imported = importEdit(tree, semantics.scopes, wanted, uses);
  const context = `${imported.expression}()`;
  const risks = new Set(sites.flatMap(({ risk }) => risk ?? []));
  return {
    applicability: risks.size > 0 ? 'unsafe' : 'safe',
    message: [orderOf(place), ...risks].join('; '),
    edits: [
      ...withoutUnused(
        imported.edits,
        semantics,
        'multiprocessing',
        gone,
        model.facts.importedNames,
      ),
      ...members.map(({ node, member }) => replaced(node, `${context}.${member}`)),
      ...sites
        .filter(({ kind }) => kind === 'executor')
        .flatMap((site) => given(site, context, model)),
      ...reasonEdits(sites, rulesFor, model),
    ],
    ...(!place.exists && { creates: pinModule(place, model.settings) }),
  };
}

function placeIn({ facts: { pin } }: ProcessModel): PinPlace | Refusal {
  if (!pin)
    return { refusal: 'there is no place for a module that pins fork: name the file itself' };
  return 'obstacle' in pin ? { refusal: `this can't be pinned to fork: ${pin.obstacle}` } : pin;
}

function orderOf({ path, exists, function: name }: PinPlace): string {
  return `keep fork where it exists and is safe, by ${name}() of ${exists ? '' : 'the new '}${path}`;
}

function replaced({ from, to }: { from: number; to: number }, text: string): Edit {
  return { from, to, text };
}

/** An executor takes its context as an argument. */
function given({ node, given: before }: PinSite, context: string, { tree }: ProcessModel): Edit[] {
  const list = node.child('ArgList');
  if (before) return [replaced(before.value, context)];
  return list ? append(tree, list, [`mp_context=${context}`]) : [];
}
