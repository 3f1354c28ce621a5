import type { Child, Outcome } from './child.ts';
import type { Oracle, Verdict } from './oracle.ts';

/** What is wrong with mpfix, by one text. */
export interface Failure {
  readonly property: 'crash' | 'hang' | 'refused' | 'broken-fix';
  /** What happened; two failures of the same words are taken for one. */
  readonly words: string;
  /** More, for whoever looks into it. */
  readonly details: string;
}

export interface Examination {
  readonly verdict: Verdict;
  readonly outcome: Outcome;
  readonly failure: Failure | null;
}

/** Valid Python that mpfix refuses by design: codecs that iconv-lite has not, trees deeper than Lezer can hold. */
const LIMITS = [
  /^mpfix does not read the declared encoding/,
  /a second spelling of a character/,
  /the nesting is too deep/,
];
const BOTTOMLESS = /([^\s#].{0,15}?)\1{999}/s;

/** However small a file is, a machine may be busy for so long. */
const LEAST_LIMIT_MS = 5_000;
/** How many times the typical time a file may take. */
const TIMES_TYPICAL = 200;
/** Of a first guess, so that the first measurements weigh little. */
const GUESS = { bytes: 1e5, milliseconds: 200 };

/** Gives texts to CPython and to mpfix, and compares what they say. */
export class Examiner {
  private seen = GUESS;
  private previous: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly oracle: Oracle,
    private readonly child: Child,
  ) {}

  /** One text after another: fast-check does not wait for the last one when its time is up. */
  examine(bytes: Buffer): Promise<Examination> {
    const examination = this.previous.then(() => this.examineNow(bytes));
    this.previous = examination.catch(() => {});
    return examination;
  }

  /** When nothing is being examined any more. */
  async settled(): Promise<void> {
    await this.previous;
  }

  private async examineNow(bytes: Buffer): Promise<Examination> {
    const [verdict, outcome] = await Promise.all([this.oracle.compile(bytes), this.analyse(bytes)]);
    return { verdict, outcome, failure: await this.judge(bytes, verdict, outcome) };
  }

  private async analyse(bytes: Buffer): Promise<Outcome> {
    const typical = (this.seen.milliseconds / this.seen.bytes) * bytes.length;
    const limit = Math.max(LEAST_LIMIT_MS, TIMES_TYPICAL * typical);
    const first = await this.child.analyse(bytes, limit);
    const outcome = first.kind === 'hung' ? await this.child.analyse(bytes, 2 * limit) : first;
    if (outcome.kind !== 'hung') {
      this.seen = {
        bytes: this.seen.bytes + bytes.length,
        milliseconds: this.seen.milliseconds + outcome.milliseconds,
      };
    }
    return outcome;
  }

  private async judge(bytes: Buffer, verdict: Verdict, outcome: Outcome): Promise<Failure | null> {
    const isValid = verdict !== 'unknown' && verdict.error === null;
    switch (outcome.kind) {
      case 'crashed':
        return { property: 'crash', words: frames(outcome.stack), details: outcome.stack };
      case 'hung':
        return { property: 'hang', words: 'it took too long', details: '' };
      case 'refused': {
        const { reason } = outcome;
        const isByDesign =
          LIMITS.some((limit) => limit.test(reason)) || BOTTOMLESS.test(`${bytes}`);
        return isValid && !isByDesign
          ? { property: 'refused', words: place(reason), details: reason }
          : null;
      }
      case 'accepted':
        return isValid && outcome.fixed ? this.judgeFix(Buffer.from(outcome.fixed)) : null;
    }
  }

  private async judgeFix(fixed: Buffer): Promise<Failure | null> {
    const verdict = await this.oracle.compile(fixed);
    if (verdict === 'unknown' || verdict.error === null) return null;
    const details = `${verdict.error}\n\n${fixed}`;
    return { property: 'broken-fix', words: general(verdict.error), details };
  }
}

/** A message without what it quotes from the text. */
export function general(message: string): string {
  return message
    .replaceAll(/`[^`]*`|(?<!\w)'[^']*'(?!\w)|"[^"]*"/g, '…')
    .replaceAll(/U\+[0-9A-F]+|0x[0-9a-f]+|\b\d+\b/g, 'N')
    .replaceAll(/\(detected at .*?\)|[^\x20-\x7e…]/g, '');
}

/** A refusal with the kind of token that it stumbles over, not the token. */
function place(reason: string): string {
  return general(
    reason.replaceAll(/`([^`])[^`]*`/g, (_, first) => (/\w/.test(first) ? 'word' : first)),
  );
}

/** What an error says and where it comes from. */
function frames(stack: string): string {
  const [message = '', ...lines] = stack.split('\n');
  const places = lines.slice(0, 2).map((line) => /at (\S+)/.exec(line)?.[1] ?? '');
  return [general(message), ...places].join(' < ');
}
