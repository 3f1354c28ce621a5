import type { Transform } from '../../transforms/transform.ts';
import { applyEdits } from '../edits/apply.ts';
import { selectCompatible } from '../edits/conflicts.ts';
import { type Fix, isRefusal } from '../edits/fix.ts';
import { buildModel } from '../processes/build.ts';
import type { FileFacts } from '../processes/facts.ts';
import type { ProcessModel } from '../processes/model.ts';
import type { Settings } from '../processes/settings.ts';
import { invalidSyntax } from '../syntax/invalid.ts';
import { parse, type SyntaxTree } from '../syntax/parse.ts';
import type { Source } from '../syntax/source.ts';
import { type Outcome, problemResult, reportFinding } from './reported.ts';
import type { FileResult, ReportedFinding } from './result.ts';
import { isSuppressed } from './suppress.ts';
import { verify } from './verify.ts';

export interface EngineOptions {
  /** The transforms to run, most upstream first. */
  readonly transforms: readonly Transform[];
  /** `report` finds and fixes once, to say what would be done; `fix` goes on to the fixpoint. */
  readonly mode: 'report' | 'fix';
  readonly unsafeFixes: boolean;
  readonly settings: Settings;
}

/** More passes than any program needs: each hands its result to the transforms again. */
const MAX_PASSES = 10;

/** Finds the mistakes in one file and works out the text with the fixes applied. Writes nothing. */
export function analyseFile(source: Source, facts: FileFacts, options: EngineOptions): FileResult {
  const tree = parse(source.text);
  const problem = invalidSyntax(tree);
  if (problem) return problemResult(source.path, source, problem, tree.lines);

  const run = new FileRun(source.path, facts, options);
  const first = run.pass(tree);
  const findings = first.candidates.map((candidate) => candidate.finding);
  const untouched = { path: source.path, source, problem: null, findings, fixedText: null };
  if (options.mode === 'report') return { ...untouched, applied: [], remaining: findings };

  const outcome = run.toFixpoint(first);
  if ('undoing' in outcome) {
    const reason = `the fixes of ${outcome.undoing} undo each other, so none was applied`;
    return { ...untouched, applied: [], remaining: findings.map((f) => withheld(f, reason)) };
  }
  const { text, applied, remaining } = outcome;
  return { ...untouched, fixedText: text === source.text ? null : text, applied, remaining };
}

/** What the transforms find in one text. */
interface Pass {
  readonly model: ProcessModel;
  readonly candidates: readonly Candidate[];
}

/** A finding, and its fix where it has one that passed verification on its own. */
interface Candidate {
  readonly finding: ReportedFinding;
  readonly fix: Fix | null;
}

interface Fixed {
  readonly text: string;
  readonly applied: readonly ReportedFinding[];
  readonly remaining: readonly ReportedFinding[];
}

class FileRun {
  constructor(
    private readonly path: string,
    private readonly facts: FileFacts,
    private readonly options: EngineOptions,
  ) {}

  pass(tree: SyntaxTree): Pass {
    const model = buildModel(this.path, tree, this.facts, this.options.settings);
    return {
      model,
      candidates: this.options.transforms.flatMap((transform) => candidatesOf(transform, model)),
    };
  }

  /** Applies fixes, pass by pass, until none is left; names the transforms when that never ends. */
  toFixpoint(first: Pass): Fixed | { undoing: string } {
    const applied: ReportedFinding[] = [];
    const seen = new Set<string>();
    let { model, candidates } = first;
    for (;;) {
      const { text } = model.tree;
      const accepted = compatible(
        candidates.filter((c) => this.isWanted(c.fix)),
        model,
      );
      if (accepted.length === 0) {
        return { text, applied, remaining: candidates.map((c) => c.finding) };
      }
      const next = applyEdits(text, editsOf(accepted));
      seen.add(text);
      if (seen.has(next) || seen.size > MAX_PASSES) {
        return { undoing: [...new Set(accepted.map((c) => c.finding.rule.name))].join(' and ') };
      }
      applied.push(...accepted.map((c) => c.finding));
      ({ model, candidates } = this.pass(parse(next)));
    }
  }

  private isWanted(fix: Fix | null): boolean {
    return (
      fix?.applicability === 'safe' || (fix?.applicability === 'unsafe' && this.options.unsafeFixes)
    );
  }
}

function candidatesOf(transform: Transform, model: ProcessModel): Candidate[] {
  return [...transform.find(model)]
    .filter((finding) => !isSuppressed(finding.from, transform, model.tree))
    .sort((a, b) => a.from - b.from)
    .map((found) => {
      const proposed = transform.fix(found, model);
      const outcome = isRefusal(proposed)
        ? { kind: 'refused' as const, reason: proposed.refusal }
        : verified(proposed, model);
      return {
        finding: reportFinding(transform, found, outcome, model),
        fix: outcome.kind === 'fix' ? outcome.fix : null,
      };
    });
}

/** A fix as it is, or the reason for which it is withheld. */
function verified(fix: Fix, model: ProcessModel): Outcome {
  const reason = verify(model.semantics, [fix]);
  return reason ? { kind: 'withheld', reason } : { kind: 'fix', fix };
}

/** The candidates that can be applied in one pass. Right alone but wrong together: the first, then the next pass. */
function compatible(candidates: readonly Candidate[], model: ProcessModel): Candidate[] {
  const withEdits = candidates.map((c) => ({ ...c, edits: c.fix?.edits ?? [] }));
  const { kept } = selectCompatible(withEdits);
  const fixes = kept.flatMap((c) => c.fix ?? []);
  return fixes.length > 1 && verify(model.semantics, fixes) ? kept.slice(0, 1) : kept;
}

function editsOf(candidates: readonly Candidate[]) {
  return candidates.flatMap((candidate) => candidate.fix?.edits ?? []);
}

function withheld(finding: ReportedFinding, reason: string): ReportedFinding {
  return finding.outcome.kind === 'fix'
    ? { ...finding, outcome: { kind: 'withheld', reason } }
    : finding;
}
