import type { Applicability, Fix, Refusal } from '../src/edits/fix.ts';
import type { ProcessModel, Submission } from '../src/processes/model.ts';
import type { StartMethod } from '../src/processes/start-method.ts';

/** What a rule is: the source of its page, of `mpfix rule` and of every report. */
export interface Rule {
  /** `MP201`. */
  readonly code: string;
  /** `lambda-worker`: also the name of the rule's file, fixture folder and page. */
  readonly name: string;
  /** One line: what is wrong. */
  readonly summary: string;
  /** Why it is wrong, in Markdown paragraphs, for the page. */
  readonly why: string;
  /** What guides advise, and why that is wrong, in Markdown: the fixture case `advice` shows the run. */
  readonly advice?: string;
  /** The start methods under which it bites. */
  readonly startMethods: readonly StartMethod[];
  /** Whether fixes exist, and the best that they can be. */
  readonly fixable: Applicability | 'no';
  /** A rule that holds only where it is selected by its own code or name. */
  readonly onRequest?: true;
  /** False where it does not help to stay on fork: what fails, fails on systems that lack it. */
  readonly pinHelps?: false;
  /** False where it can't happen in a notebook: no child imports that again, and a main guard changes nothing. */
  readonly inNotebooks?: false;
  /** What the fix keeps and what it may change, in Markdown, for the page. */
  readonly fixSafety: string;
  /** Pages of CPython's documentation and the like: absolute URLs. */
  readonly references: readonly string[];
}

/** What is wrong, where. `subject` is what the transform's `fix` needs to know of it. */
export interface Finding<Subject = unknown> {
  /** The exact expression, as offsets into the text: what the caret stands under. */
  readonly from: number;
  readonly to: number;
  /** What is wrong and why it fails here, naming the names. */
  readonly message: string;
  /** Where they differ from the rule's. */
  readonly startMethods?: readonly StartMethod[];
  readonly subject: Subject;
}

/**
 * A rule and its fix. `find` reads the process model only; `fix` is asked for one finding at a time, and gives
 * the edits or the reason why there are none.
 */
export interface Transform<Subject = unknown> extends Rule {
  find(model: ProcessModel): Iterable<Finding<Subject>>;
  fix(finding: Finding<Subject>, model: ProcessModel): Fix | Refusal;
  /** The submissions that pickle by name what has none: a library that pickles by value would be another fix. */
  picklesByName?(finding: Finding<Subject>): readonly Submission[];
}

/** Lets each transform have its own subject while the list of all has one type. */
export function defineTransform<Subject>(transform: Transform<Subject>): Transform {
  return transform as Transform;
}
