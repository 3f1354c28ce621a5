import type { StartMethod } from '../processes/start-method.ts';
import type { Failure } from './tracebacks.ts';

/** A message of CPython's that mpfix knows. */
export interface Entry {
  /** Unique; also the anchor on the page of all errors. */
  readonly id: string;
  /** What it is, for someone who searches for it. */
  readonly title: string;
  /** Found in `type: message`, or in a line of a log; its named groups fill `{name}` in the texts. */
  readonly pattern: RegExp;
  /** One of the frames must be there: held against `file:function`. */
  readonly within?: RegExp;
  /** None of the frames may be there. */
  readonly notWithin?: RegExp;
  readonly where?: 'parent' | 'child';
  /** What else has to be so. */
  readonly when?: (failure: Failure) => boolean;
  /** Where there is no traceback, it is enough that the text speaks of multiprocessing. */
  readonly alone?: true;
  /** What happened and why, in plain words. */
  readonly happened: string;
  /** What to do about it. */
  readonly advice: string;
  /** The rules that find the mistake, likeliest first; none where there is no such rule. */
  readonly rules: readonly string[];
  readonly startMethods: readonly StartMethod[];
  /** It only shows that something else failed, in another process or before: causes come first. */
  readonly follows?: true;
}

/** How a problem that shows no message is described. */
export interface Symptom {
  readonly id: string;
  readonly title: string;
  /** Each a set of words that must all be there, in any order: `hang|stuck` is one of these, `no output` both in a row. */
  readonly phrases: readonly string[];
  readonly happened: string;
  /** What causes it, likeliest first. */
  readonly causes: readonly { readonly rule: string; readonly because: string }[];
}
