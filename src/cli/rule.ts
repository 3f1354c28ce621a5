import { readFileSync } from 'node:fs';
import type { Rule } from '../../transforms/transform.ts';
import { didYouMean } from '../config/suggest.ts';
import { UsageError } from '../config/usage-error.ts';
import { byCode, rulePage } from '../report/rule-page.ts';
import type { RuleFlags } from './options/rule.ts';

/** What `mpfix rule` prints. Throws UsageError for a rule that does not exist. */
export function ruleCommand(flags: RuleFlags, rules: readonly Rule[]): string {
  if (flags.all || flags.code === null) {
    if (!flags.all) throw new UsageError('which rule? mpfix rule --all lists them');
    const all = byCode(rules);
    return flags.outputFormat === 'json' ? json(all.map(record)) : table(all);
  }
  const rule = findRule(flags.code, rules);
  return flags.outputFormat === 'json' ? json(record(rule)) : pageOf(rule);
}

function findRule(wanted: string, rules: readonly Rule[]): Rule {
  const found = rules.find(
    ({ code, name }) => code === wanted.toUpperCase() || name === wanted.toLowerCase(),
  );
  if (found) return found;
  const near = didYouMean(
    wanted,
    rules.flatMap(({ code, name }) => [code, name]),
  );
  throw new UsageError(`there is no rule "${wanted}"${near}`);
}

// The generated page has an example, which the metadata lacks.
function pageOf(rule: Rule): string {
  for (const docs of ['../docs/rules/', '../../docs/rules/']) {
    try {
      return readFileSync(new URL(`${docs}${rule.name}.md`, import.meta.url), 'utf8');
    } catch {}
  }
  return rulePage(rule);
}

function table(rules: readonly Rule[]): string {
  const widest = Math.max(...rules.map(({ name }) => name.length));
  return rules
    .map(({ code, name, summary }) => `${code}  ${name.padEnd(widest)}  ${summary}\n`)
    .join('');
}

function record(rule: Rule): object {
  return {
    code: rule.code,
    name: rule.name,
    summary: rule.summary,
    why: rule.why,
    advice: rule.advice ?? null,
    on_request: rule.onRequest ?? false,
    start_methods: rule.startMethods,
    fixable: rule.fixable,
    fix_safety: rule.fixSafety,
    references: rule.references,
  };
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
