import type { Transform } from '../../transforms/transform.ts';
import { applyEdits } from '../edits/apply.ts';
import { selectCompatible } from '../edits/conflicts.ts';
import { type Fix, isRefusal, type NewFile, type Refusal } from '../edits/fix.ts';
import { buildModel } from '../processes/build.ts';
import type { FileFacts, PinDemand } from '../processes/facts.ts';
import type { ProcessModel } from '../processes/model.ts';
import type { Settings } from '../processes/settings.ts';
import { isBrokenBy, type MethodChange } from '../processes/start-method.ts';
import { invalidNames } from '../semantics/invalid-names.ts';
import { invalidSyntax } from '../syntax/invalid.ts';
import { parse, type SyntaxTree } from '../syntax/parse.ts';
import type { Problem, Source } from '../syntax/source.ts';
import { proposalsFor } from './pinning/policy.ts';
import { type Outcome, problemResult, reportFinding } from './reported.ts';
import type { FileResult, ReportedFinding } from './result.ts';
import { isSuppressed } from './suppress.ts';
import { unfitFixes, verify } from './verify.ts';

export interface EngineOptions {
  /** The transforms to run, most upstream first. */
  readonly transforms: readonly Transform[];
  /** `report` finds and fixes once, to say what would be done; `fix` goes on to the fixpoint. */
  readonly mode: 'report' | 'fix';
  readonly unsafeFixes: boolean;
  /** Only what this change of the default start method breaks; without it all mistakes. */
  readonly change?: MethodChange | null;
  readonly settings: Settings;
}

/** How many passes may leave as much to fix as there was before them, until the transforms are said to feed each other. */
const MAX_FRUITLESS_PASSES = 10;

/** Finds the mistakes in one file and works out the text with the fixes applied. Writes nothing. */
export function analyseFile(source: Source, facts: FileFacts, options: EngineOptions): FileResult {
  const tree = parse(source.text, source.notebook);
  const invalid = invalidSyntax(tree) ?? brokenCell(tree);
  if (invalid) return problemResult(source.path, source, invalid, tree.lines);

  const run = new FileRun(source.path, facts, options);
  const model = run.model(tree);
  const problem = invalidNames(model.semantics, options.settings.targetVersion);
  if (problem) return problemResult(source.path, source, problem, tree.lines);

  const first = run.pass(model);
  const findings = first.candidates.map((candidate) => candidate.finding);
  const untouched = {
    path: source.path,
    source,
    problem: null,
    findings,
    fixedText: null,
    creates: [],
    demands: first.demands,
    met: first.met,
  };
  if (options.mode === 'report') return { ...untouched, applied: [], remaining: findings };

  const outcome = run.toFixpoint(first);
  if ('undoing' in outcome) {
    const reason = `the fixes of ${outcome.undoing} undo each other, so none was applied`;
    return { ...untouched, applied: [], remaining: findings.map((f) => withheld(f, reason)) };
  }
  const { text, applied, remaining } = outcome;
  const creates = createdBy(applied);
  return {
    ...untouched,
    fixedText: text === source.text ? null : text,
    creates,
    applied,
    remaining,
  };
}

/** A cell that ends amid a string or a block of the next: none of the two would run. */
function brokenCell(tree: SyntaxTree): Problem | null {
  const fault = tree.notebook?.fault(tree);
  return fault ? { kind: 'invalid-syntax', message: fault.message, offset: fault.at } : null;
}

/** The files that applied fixes need, each once. */
function createdBy(applied: readonly ReportedFinding[]): NewFile[] {
  const files = applied.flatMap(({ outcome }) =>
    outcome.kind === 'fix' && outcome.fix.creates ? [outcome.fix.creates] : [],
  );
  return [...new Map(files.map((file) => [file.path, file])).values()];
}

/** What the transforms find in one text. */
interface Pass {
  readonly model: ProcessModel;
  readonly candidates: readonly Candidate[];
  readonly demands: readonly PinDemand[];
  readonly met: readonly PinDemand[];
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

  model(tree: SyntaxTree): ProcessModel {
    return buildModel(this.path, tree, this.facts, this.options.settings);
  }

  pass(model: ProcessModel): Pass {
    return passOver(model, this.options);
  }

  /** Applies fixes, pass by pass, until none is left; names the transforms when that never ends. */
  toFixpoint(first: Pass): Fixed | { undoing: string } {
    const applied: ReportedFinding[] = [];
    const seen = new Set<string>();
    let fewestWanted = Number.POSITIVE_INFINITY;
    let fruitless = 0;
    let { model, candidates } = first;
    for (;;) {
      const { text } = model.tree;
      const wanted = candidates.filter((c) => isWanted(c.fix, this.options));
      if (wanted.length === 0) {
        return { text, applied, remaining: candidates.map((c) => c.finding) };
      }
      fruitless = wanted.length < fewestWanted ? 0 : fruitless + 1;
      fewestWanted = Math.min(fewestWanted, wanted.length);
      const accepted = compatible(wanted, model);
      const next = applyEdits(text, editsOf(accepted));
      seen.add(text);
      applied.push(...accepted.map((c) => c.finding));
      if (seen.has(next) || fruitless >= MAX_FRUITLESS_PASSES) {
        return { undoing: [...new Set(applied.map((finding) => finding.rule.name))].join(' and ') };
      }
      ({ model, candidates } = this.pass(this.model(parse(next, model.tree.notebook))));
    }
  }
}

/** Whether a fix is to be applied. */
function isWanted(fix: Fix | null, { unsafeFixes }: EngineOptions): boolean {
  return fix?.applicability === 'safe' || (fix?.applicability === 'unsafe' && unsafeFixes);
}

/** What the transforms find in a file, in their order and then in the text's. */
function passOver(model: ProcessModel, options: EngineOptions): Pass {
  const { change } = options;
  const { isNotebook } = model.role;
  const transforms = options.transforms.filter((rule) => !isNotebook || rule.inNotebooks !== false);
  const found = transforms.flatMap((transform) =>
    [...transform.find(model)]
      .filter(
        ({ startMethods = transform.startMethods }) => !change || isBrokenBy(change, startMethods),
      )
      .filter((finding) => !isSuppressed(finding.from, transform, model.tree))
      .sort((a, b) => a.from - b.from)
      .map((finding) => ({ transform, finding })),
  );
  const { demands, ...asked } = proposalsFor(found, model, transforms);
  const proposals = asked.proposals.filter(
    ({ finding, transform }) => !isSuppressed(finding.from, transform, model.tree),
  );
  const fixes = proposals.flatMap(({ proposed }) => (isRefusal(proposed) ? [] : proposed));
  const unfit = unfitFixes(model.semantics, fixes);
  const candidates = proposals.map(({ transform, finding, proposed, demand }) => {
    const outcome = outcomeOf(proposed, unfit, isNotebook);
    return {
      finding: reportFinding(transform, finding, outcome, model),
      fix: outcome.kind === 'fix' ? outcome.fix : null,
      demand,
    };
  });
  const met = candidates.flatMap(({ fix, demand }) =>
    demand && isWanted(fix, options) ? [demand] : [],
  );
  return { model, candidates, demands, met };
}

function outcomeOf(
  proposed: Fix | Refusal,
  unfit: ReadonlyMap<Fix, string>,
  isNotebook: boolean,
): Outcome {
  if (isRefusal(proposed)) return { kind: 'refused', reason: proposed.refusal };
  const reason = unfit.get(proposed);
  if (reason !== undefined) return { kind: 'withheld', reason };
  return { kind: 'fix', fix: isNotebook ? unsafe(proposed) : proposed };
}

/** Nobody knows in which order the cells of a notebook are run, nor how often. */
function unsafe(fix: Fix): Fix {
  return fix.applicability === 'safe' ? { ...fix, applicability: 'unsafe' } : fix;
}

/** The candidates that can be applied in one pass. Right alone but wrong together: the first, then the next pass. */
function compatible(candidates: readonly Candidate[], model: ProcessModel): Candidate[] {
  const withEdits = candidates.map((c) => ({ ...c, edits: c.fix?.edits ?? [] }));
  const { kept } = selectCompatible(withEdits, model.tree.text);
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
