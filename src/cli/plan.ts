import { existsSync, lstatSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Transform } from '../../transforms/transform.ts';
import {
  type Config,
  findConfig,
  NO_CONFIG,
  type OutputFormat,
  readConfig,
} from '../config/config.ts';
import { isPosixProject } from '../config/platforms.ts';
import { type Selectors, selectRules } from '../config/selection.ts';
import { didYouMean } from '../config/suggest.ts';
import { defaultMethod, minorOf, projectTarget } from '../config/target-version.ts';
import { UsageError } from '../config/usage-error.ts';
import { FILE_RULES } from '../engine/file-rules.ts';
import { DEFAULT_SETTINGS, type Settings } from '../processes/settings.ts';
import type { MethodChange, StartMethod } from '../processes/start-method.ts';
import { type Excluder, excluder } from '../project/discover.ts';
import type { RunOptions } from '../project/run.ts';
import { type Flags, STDIN } from './options/check.ts';
import type { Mode } from './tally.ts';

/** A run as flags and config together ask for it. */
export interface Plan {
  readonly mode: Mode;
  readonly paths: readonly string[];
  /** The name of standard input in reports, null where files are read. */
  readonly stdin: string | null;
  readonly format: OutputFormat;
  readonly engine: RunOptions;
  /** The codes that are reported, those of the file rules among them. */
  readonly codes: ReadonlySet<string>;
  readonly excluded: Excluder;
}

/** Joins flags, config and defaults; flags win. Throws UsageError. */
export function planRun(flags: Flags, transforms: readonly Transform[]): Plan {
  const paths = flags.paths.length > 0 ? flags.paths : ['.'];
  const stdin = stdinName(flags, paths);
  if (stdin === null) for (const given of paths) checkExists(given);
  const folder = folderOf(stdin ?? (paths[0] as string));
  const config = configOf(flags, folder);
  const mode = flags.write ? 'write' : flags.dryRun ? 'dry-run' : 'report';
  const codes = selectRules(
    transforms,
    FILE_RULES,
    selectors(flags.select, '--select', config.select, config),
    selectors(flags.ignore, '--ignore', config.ignore, config),
  );
  return {
    mode,
    paths,
    stdin,
    codes,
    format: flags.outputFormat ?? (mode === 'dry-run' ? 'text' : (config.outputFormat ?? 'text')),
    excluded: excluder(path.dirname(config.file ?? ''), config.exclude ?? []),
    engine: {
      transforms: transforms.filter((transform) => codes.has(transform.code)),
      mode: mode === 'report' ? 'report' : 'fix',
      unsafeFixes: flags.unsafeFixes ?? config.unsafeFixes ?? false,
      change: flags.targetPython === null ? null : changeTo(flags.targetPython),
      prefilter: flags.prefilter ?? config.prefilter ?? true,
      settings: {
        startMethod: startMethodOf(flags, config),
        targetVersion: flags.targetVersion ?? targetOf(flags, config, folder),
        isPosixOnly: !flags.isolated && isPosixProject(folder),
        pickler: flags.pickler ?? config.pickler ?? null,
        ...pinningOf(flags, config),
      },
    },
  };
}

/** What moving to Python 3.`minor` changes on Linux. Throws UsageError where nothing changes. */
export function changeTo(minor: number): MethodChange {
  const to = defaultMethod(minor);
  if (to !== 'fork') return { from: 'fork', to };
  throw new UsageError(
    `Python 3.${minor} starts processes with fork on Linux, as those before it: nothing changes until 3.14`,
  );
}

function stdinName(flags: Flags, paths: readonly string[]): string | null {
  if (!paths.includes(STDIN)) {
    if (flags.stdinFilename === null) return null;
    throw new UsageError('--stdin-filename goes with the path -, standard input');
  }
  if (paths.length > 1)
    throw new UsageError('- is standard input: it takes no other path beside it');
  return flags.stdinFilename ?? STDIN;
}

/** The folder in which the search for settings begins. */
export function folderOf(first: string): string {
  const isFolder = existsSync(first) && statSync(first).isDirectory();
  return isFolder ? first : path.dirname(first);
}

function configOf(flags: Flags, folder: string): Config {
  if (flags.isolated) return NO_CONFIG;
  return flags.config === null ? findConfig(folder) : readConfig(flags.config);
}

function targetOf(flags: Flags, config: Config, folder: string): number | null {
  if (config.targetVersion !== undefined) return minorOf(config.targetVersion);
  return flags.isolated ? null : projectTarget(folder);
}

type Pinning = Pick<Settings, 'strategy' | 'pinModule' | 'pinVariable'>;

function pinningOf(flags: Flags, config: Config): Pinning {
  const { strategy, pinModule, pinVariable } = DEFAULT_SETTINGS;
  return {
    strategy: flags.strategy ?? config.strategy ?? strategy,
    pinModule: config.pinModule ?? pinModule,
    pinVariable: config.pinVariable ?? pinVariable,
  };
}

/** One for the whole program leaves nothing to pin. */
function startMethodOf(flags: Flags, config: Config): StartMethod | null {
  const method = flags.startMethod ?? config.startMethod ?? null;
  const { strategy } = pinningOf(flags, config);
  if (method === null || strategy === 'picklable') return method;
  throw new UsageError(
    `the start method ${method} is asked for, and the strategy ${strategy}: they exclude each other`,
  );
}

function selectors(
  flag: readonly string[],
  flagName: string,
  key: readonly string[] | undefined,
  config: Config,
): Selectors | null {
  if (flag.length > 0) return { values: flag, origin: flagName };
  return key ? { values: key, origin: `${config.file}: "${flagName.slice(2)}"` } : null;
}

function checkExists(given: string): void {
  if (existsSync(given)) return;
  const isLink = lstatSync(given, { throwIfNoEntry: false })?.isSymbolicLink();
  if (isLink) throw new UsageError(`"${given}" is a link that leads nowhere`);
  const folder = path.dirname(given);
  const siblings = existsSync(folder) && statSync(folder).isDirectory() ? readdirSync(folder) : [];
  const near = didYouMean(path.basename(given), siblings);
  throw new UsageError(`there is no file or folder "${given}"${near}`);
}
