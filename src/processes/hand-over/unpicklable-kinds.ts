import { UNPICKLABLE_KINDS, type UnpicklableKind } from './unpicklable-table.ts';

/** The kind of what a call of this dotted name gives; null where it is none of them. */
export function unpicklableKind(callee: string): UnpicklableKind | null {
  return (
    KINDS.get(callee.split('.')[0] ?? '')?.find((kind) => patternOf(kind).test(callee)) ?? null
  );
}

const KINDS = new Map<string, UnpicklableKind[]>();
for (const kind of UNPICKLABLE_KINDS) {
  const root = kind.module.split('.')[0] ?? '';
  KINDS.set(root, [...(KINDS.get(root) ?? []), kind]);
}

const patterns = new Map<UnpicklableKind, RegExp>();

function patternOf(kind: UnpicklableKind): RegExp {
  let pattern = patterns.get(kind);
  if (!pattern) {
    pattern = new RegExp(`^${kind.module.replaceAll('.', '\\.')}\\.(${kind.names})$`);
    patterns.set(kind, pattern);
  }
  return pattern;
}
