import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse, TomlError } from 'smol-toml';
import { PICKLERS, type Pickler, STRATEGIES, type Strategy } from '../processes/settings.ts';
import { START_METHODS, type StartMethod } from '../processes/start-method.ts';
import { didYouMean } from './suggest.ts';
import { minorOf } from './target-version.ts';
import { UsageError } from './usage-error.ts';

export const OUTPUT_FORMATS = ['text', 'json'] as const;
export type OutputFormat = (typeof OUTPUT_FORMATS)[number];

/** What `[tool.mpfix]` says; a key that it leaves out is absent. */
export interface Config {
  /** The file that was read, null where there is none. */
  readonly file: string | null;
  readonly select?: readonly string[];
  readonly ignore?: readonly string[];
  /** Patterns as in .gitignore, relative to the config file's folder. */
  readonly exclude?: readonly string[];
  readonly unsafeFixes?: boolean;
  readonly startMethod?: StartMethod;
  readonly outputFormat?: OutputFormat;
  /** The oldest Python that the project supports, as `3.9`. */
  readonly targetVersion?: string;
  readonly prefilter?: boolean;
  readonly strategy?: Strategy;
  readonly pickler?: Pickler;
  /** The dotted name, inside a package, of the module that pins fork. */
  readonly pinModule?: string;
  /** The environment variable that overrules it. */
  readonly pinVariable?: string;
}

export const NO_CONFIG: Config = { file: null };

/** How one key is read: `accepts` says what a right value is. */
interface Key {
  readonly property: keyof Config;
  readonly accepts: string;
  readonly isRight: (value: unknown) => boolean;
}

const listOfStrings = {
  accepts: 'a list of strings',
  isRight: (value: unknown) =>
    Array.isArray(value) && value.every((item) => typeof item === 'string'),
};

const oneOf = (values: readonly string[]) => ({
  accepts: `one of ${values.map((value) => `"${value}"`).join(', ')}`,
  isRight: (value: unknown) => values.includes(value as string),
});

const matching = (pattern: RegExp, accepts: string) => ({
  accepts,
  isRight: (value: unknown) => typeof value === 'string' && pattern.test(value),
});

const yesOrNo = {
  accepts: 'true or false',
  isRight: (value: unknown) => typeof value === 'boolean',
};

const KEYS: Readonly<Record<string, Key>> = {
  select: { property: 'select', ...listOfStrings },
  ignore: { property: 'ignore', ...listOfStrings },
  exclude: { property: 'exclude', ...listOfStrings },
  'unsafe-fixes': { property: 'unsafeFixes', ...yesOrNo },
  'start-method': { property: 'startMethod', ...oneOf(START_METHODS) },
  'output-format': { property: 'outputFormat', ...oneOf(OUTPUT_FORMATS) },
  'target-version': {
    property: 'targetVersion',
    accepts: 'a version of Python 3, as "3.9"',
    isRight: (value) => typeof value === 'string' && minorOf(value) !== null,
  },
  prefilter: { property: 'prefilter', ...yesOrNo },
  strategy: { property: 'strategy', ...oneOf(STRATEGIES) },
  pickler: { property: 'pickler', ...oneOf(PICKLERS) },
  'pin-module': {
    property: 'pinModule',
    ...matching(/^[^\W\d]\w*(\.[^\W\d]\w*)*$/u, 'the name of a module, as "_start_method"'),
  },
  'pin-variable': {
    property: 'pinVariable',
    ...matching(/^[A-Za-z_]\w*$/, 'the name of an environment variable'),
  },
};

/** Reads `--config FILE`: its `[tool.mpfix]`, or all of it where it isn't a pyproject.toml. Throws UsageError. */
export function readConfig(file: string): Config {
  const toml = readToml(file);
  const section = sectionOf(toml);
  return checked(section ?? (path.basename(file) === 'pyproject.toml' ? {} : toml), file);
}

/** The nearest pyproject.toml with a `[tool.mpfix]`, from a folder upwards. Throws UsageError. */
export function findConfig(folder: string): Config {
  for (let at = path.resolve(folder); ; at = path.dirname(at)) {
    const file = path.join(at, 'pyproject.toml');
    const section = sectionOf(readToml(file, 'may be missing'));
    if (section) return checked(section, file);
    if (path.dirname(at) === at) return NO_CONFIG;
  }
}

type Table = Record<string, unknown>;

function readToml(file: string, absence: 'may be missing' | 'is an error' = 'is an error'): Table {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (absence === 'may be missing' && (code === 'ENOENT' || code === 'ENOTDIR')) return {};
    throw new UsageError(`${file}: the config can't be read: ${code}`);
  }
  try {
    return parse(text) as Table;
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const reason = error.message.split('\n')[0]?.replace(/^Invalid TOML document: /, '');
    throw new UsageError(`${file}:${error.line}:${error.column}: this is no TOML: ${reason}`);
  }
}

function sectionOf(toml: Table): Table | null {
  const tool = isTable(toml['tool']) ? toml['tool'] : {};
  return isTable(tool['mpfix']) ? tool['mpfix'] : null;
}

function isTable(value: unknown): value is Table {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function checked(section: Table, file: string): Config {
  const config: Record<string, unknown> = { file };
  for (const [name, value] of Object.entries(section)) {
    const key = Object.hasOwn(KEYS, name) ? KEYS[name] : undefined;
    if (!key) {
      const near = didYouMean(name, Object.keys(KEYS));
      throw new UsageError(`${file}: [tool.mpfix] has no key "${name}"${near}`);
    }
    if (!key.isRight(value)) {
      throw new UsageError(`${file}: "${name}" in [tool.mpfix] has to be ${key.accepts}`);
    }
    config[key.property] = value;
  }
  return config as unknown as Config;
}
