import type { ReportedFinding } from '../../engine/result.ts';
import type { Answer, Explanation } from '../../explain/explain.ts';

/** What is known of a rule: one that does not exist yet has no summary. */
export interface NamedRule {
  readonly code: string;
  readonly name: string;
  readonly summary: string | null;
}

/** What a rule finds in the files that a text speaks of. */
export interface ShownFinding {
  readonly finding: ReportedFinding;
  /** The patch of its fix; empty where there is none. */
  readonly patch: string;
  /** How many more findings of the candidates there are in these files. */
  readonly more: number;
}

export interface Explained extends Explanation {
  readonly rules: readonly (NamedRule & { readonly because: string | null })[];
  /** The files that were searched. */
  readonly searched: readonly string[];
  readonly shown: ShownFinding | null;
}

/** An answer with its rules named, and with what they find. */
export interface Answered extends Omit<Answer, 'explanations' | 'consequences'> {
  readonly explanations: readonly Explained[];
  readonly consequences: readonly Explained[];
}
