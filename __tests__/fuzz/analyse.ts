import { analyseFile } from '../../src/engine/engine.ts';
import { SINGLE_FILE } from '../../src/processes/facts.ts';
import { DEFAULT_SETTINGS } from '../../src/processes/settings.ts';
import { decode, encode, isUnreadable } from '../../src/syntax/decode.ts';
import { transforms } from '../../transforms/index.ts';

/** What mpfix makes of a file. */
export type Answer =
  | { readonly kind: 'accepted'; readonly fixed: Uint8Array | null }
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'crashed'; readonly stack: string };

const OPTIONS = {
  transforms,
  mode: 'fix',
  unsafeFixes: true,
  // No Python is too old: what a text means to the newest is what the oracle says.
  settings: { ...DEFAULT_SETTINGS, targetVersion: Number.POSITIVE_INFINITY },
} as const;

/** All that mpfix does with a file's bytes but for writing. Never throws. */
export function analyse(bytes: Uint8Array): Answer {
  try {
    const source = decode('mutant.py', bytes);
    if (isUnreadable(source)) return { kind: 'refused', reason: source.message };
    if (!encode(source, source.text).equals(bytes)) {
      return { kind: 'crashed', stack: 'the bytes would not be written back as they were' };
    }
    const { problem, fixedText } = analyseFile(source, SINGLE_FILE, OPTIONS);
    if (problem) return { kind: 'refused', reason: problem.message };
    return { kind: 'accepted', fixed: fixedText === null ? null : encode(source, fixedText) };
  } catch (error) {
    return { kind: 'crashed', stack: `${(error as Error).stack ?? error}` };
  }
}
