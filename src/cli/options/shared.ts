import { minorOf } from '../../config/target-version.ts';
import { UsageError } from '../../config/usage-error.ts';
import type { ColorMode } from '../output.ts';

/** What yargs has read, by the names of flags. */
export type Args = Readonly<Record<string, unknown>>;

const COLOR_MODES: readonly ColorMode[] = ['auto', 'always', 'never'];

/** What every command takes that looks at files. */
export const OF_ALL = {
  config: {
    type: 'string',
    requiresArg: true,
    coerce: last,
    describe: 'Read the settings from this TOML file',
  },
  isolated: { type: 'boolean', describe: 'Read no settings from files' },
  color: { type: 'string', coerce: colorMode, describe: 'Colours: auto, always or never' },
} as const;

export function list(describe: string) {
  return { type: 'string', array: true, nargs: 1, describe, coerce: splitAtCommas } as const;
}

function splitAtCommas(values: readonly string[]): string[] {
  return values.flatMap((value) => value.split(',')).flatMap((value) => value.trim() || []);
}

// A flag that is given twice counts as it was given last, so that an alias can be overruled.
export function last<T>(value: T | readonly T[]): T {
  return (Array.isArray(value) ? value[value.length - 1] : value) as T;
}

export function colorMode(value: unknown): ColorMode {
  const given = last(value);
  if (given === true || given === '') return 'always';
  if (given === false) return 'never';
  if (COLOR_MODES.includes(given as ColorMode)) return given as ColorMode;
  throw new UsageError(`--color takes ${COLOR_MODES.join(', ')}, not "${given}"`);
}

export function pythonVersion(flag: string) {
  return (value: unknown): number => {
    const given = last(value);
    const minor = minorOf(`${given}`);
    if (minor === null) throw new UsageError(`${flag} takes a version as 3.9, not "${given}"`);
    return minor;
  };
}
