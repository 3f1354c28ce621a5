import path from 'node:path';
import { VERDICTS, type Verdict, type VerdictKind } from '../../impact/verdicts.ts';

/** How many start sites there are of each kind. */
export interface Counts {
  readonly name: string;
  readonly sites: number;
  readonly of: Readonly<Record<VerdictKind, number>>;
}

export function countsOf(name: string, verdicts: readonly Verdict[]): Counts {
  const of = Object.fromEntries(
    VERDICTS.map((kind) => [kind, verdicts.filter((v) => v.kind === kind).length]),
  ) as Record<VerdictKind, number>;
  return { name, sites: verdicts.length, of };
}

/** One entry a package, which is a folder of files, by name. */
export function countsByPackage(verdicts: readonly Verdict[]): Counts[] {
  const folders = new Set(verdicts.map((verdict) => path.dirname(verdict.path)));
  return [...folders].sort().map((folder) =>
    countsOf(
      folder,
      verdicts.filter((v) => path.dirname(v.path) === folder),
    ),
  );
}

/** `3 of 5 start sites are proven safe when the start method changes from fork to forkserver.` */
export function conclusion(verdicts: readonly Verdict[], from: string, to: string): string {
  const { sites, of } = countsOf('', verdicts);
  if (sites === 0) return 'Nothing here starts processes.';
  const verb = sites === 1 ? 'start site is' : 'start sites are';
  return `${of.safe} of ${sites} ${verb} proven safe when the start method changes from ${from} to ${to}.`;
}
