import type { Rule } from '../../transforms/transform.ts';
import { didYouMean } from './suggest.ts';
import { UsageError } from './usage-error.ts';

/** Codes, names, code prefixes and `ALL`, and the words for where they stand: `--select`, or a config key. */
export interface Selectors {
  readonly values: readonly string[];
  readonly origin: string;
}

/**
 * The codes that hold in a run. The longer selector wins, `--select MP201 --ignore MP2` keeps MP201; of two that
 * are as long, `ignore` wins. `always` holds unless it is ignored, a rule on request only where its own code or name
 * is selected. Throws UsageError for an unknown selector.
 */
export function selectRules(
  rules: readonly Rule[],
  always: readonly Rule[],
  select: Selectors | null,
  ignore: Selectors | null,
): ReadonlySet<string> {
  const all = [...always, ...rules];
  for (const selectors of [select, ignore]) checkKnown(all, selectors);
  const chosen = all.filter((rule) => {
    const wanted = select === null || always.includes(rule) ? 0 : longest(rule, select.values);
    const needed = rule.onRequest ? rule.code.length : 0;
    return wanted >= needed && wanted > longest(rule, ignore?.values ?? []);
  });
  return new Set(chosen.map((rule) => rule.code));
}

/** The length of the longest selector that matches, 0 for `ALL`, -1 for none. */
function longest(rule: Rule, selectors: readonly string[]): number {
  return Math.max(-1, ...selectors.map((selector) => strength(rule, selector)));
}

function strength(rule: Rule, selector: string): number {
  const wanted = selector.toUpperCase();
  if (wanted === 'ALL') return 0;
  if (wanted === rule.name.toUpperCase()) return rule.code.length;
  return /^[A-Z]+\d*$/.test(wanted) && rule.code.startsWith(wanted) ? wanted.length : -1;
}

function checkKnown(rules: readonly Rule[], selectors: Selectors | null): void {
  for (const value of selectors?.values ?? []) {
    if (rules.some((rule) => strength(rule, value) >= 0)) continue;
    const known = rules.flatMap((rule) => [rule.code, rule.name]);
    throw new UsageError(
      `${selectors?.origin}: there is no rule "${value}"${didYouMean(value, known)}`,
    );
  }
}
