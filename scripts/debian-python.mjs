/**
 * `npm run python:debian`: sets up CPython 3.14 from Debian's packages in .cache/debian/, once; other versions can be
 * named. Nothing is installed, and no rights are needed. Where it can't be had, one line says why; that is no failure.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './setup.mjs';

const DEFAULT_VERSION = '3.14';
const KEYRING = '/usr/share/keyrings/debian-archive-keyring.gpg';
/** Modules with libraries of their own: where these load, all do. */
const PROBE =
  'import ctypes, hashlib, multiprocessing, sqlite3, ssl, sys; print(*sys.version_info[:3], sep=".")';
const LIMIT_MS = 3 * 60_000;

const versions = process.argv.slice(2);
for (const version of versions.length > 0 ? versions : [DEFAULT_VERSION]) {
  console.log(`CPython ${version} from Debian: ${setUp(version)}`);
}

/** Gives what came of it. */
function setUp(version) {
  const folder = path.join(ROOT, '.cache', 'debian', version);
  const python = path.join(folder, 'usr', 'bin', `python${version}`);
  try {
    return `${read(python, ['-c', PROBE]).trim()} is there`;
  } catch {
    rmSync(folder, { recursive: true, force: true });
  }
  try {
    const apt = path.join(folder, 'apt');
    for (const file of download(version, apt)) read('dpkg-deb', ['--extract', file, folder]);
    rmSync(apt, { recursive: true });
    bindToOwnLibraries(python, folder);
    return `${read(python, ['-c', PROBE]).trim()} is set up`;
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    return `not set up, as ${error.message}`;
  }
}

/** Downloads the packages with all that they need, whatever the system has; gives their files. */
function download(version, folder) {
  const options = privateApt(folder);
  const archives = read('apt-get', ['indextargets', '--format', '$(REPO_URI)', 'Component: main']);
  const signed = existsSync(KEYRING) ? `[signed-by=${KEYRING}] ` : '';
  const hasNewest = [...new Set(archives.trim().split('\n'))].some((archive) => {
    writeFileSync(path.join(folder, 'sources.list'), `deb ${signed}${archive} sid main\n`);
    return start('apt-get', [...options, 'update']).status === 0;
  });
  if (!hasNewest) throw new Error('no archive that apt knows and reaches has Debian sid');
  const install = ['install', '--yes', '--quiet', '--no-install-recommends', '--download-only'];
  const packages = [`python${version}`, `libpython${version}-testsuite`];
  read('apt-get', [...options, ...install, ...packages]);
  const files = path.join(folder, 'archives');
  return list(files, /\.deb$/).map((name) => path.join(files, name));
}

/** Options under which apt knows one source, takes no package for installed, and keeps all its files in a folder. */
function privateApt(folder) {
  for (const name of ['lists/partial', 'archives/partial'])
    mkdirSync(path.join(folder, name), { recursive: true });
  writeFileSync(path.join(folder, 'status'), '');
  const settings = {
    'Dir::Etc::sourcelist': path.join(folder, 'sources.list'),
    'Dir::Etc::sourceparts': '-',
    'Dir::State': folder,
    'Dir::State::status': path.join(folder, 'status'),
    'Dir::Cache': folder,
    'Acquire::Languages': 'none',
    'Acquire::http::Timeout': '30',
    'APT::Update::Error-Mode': 'any',
    // The user that apt would change to can't write here.
    'APT::Sandbox::User': 'root',
  };
  return Object.entries(settings).flatMap(([name, value]) => ['-o', `${name}=${value}`]);
}

/**
 * Puts a script in the executable's place that runs it on the C library beside it rather than on the system's. To
 * Python the script is its executable: what it starts in turn goes through it too.
 */
function bindToOwnLibraries(python, folder) {
  const lib = path.join(folder, 'usr', 'lib');
  const [triplet] = list(lib, /-linux-gnu/);
  const [loader] = list(path.join(lib, triplet), /^ld[\w-]*\.so/);
  const name = path.basename(python);
  renameSync(python, path.join(lib, name, 'executable'));
  const script = `#!/bin/sh
lib="\${0%/*}/../lib"
exec "$lib/${triplet}/${loader}" --library-path "$lib/${triplet}" --argv0 "$0" "$lib/${name}/executable" "$@"
`;
  writeFileSync(python, script, { mode: 0o755 });
}

function list(folder, pattern) {
  return readdirSync(folder).filter((name) => pattern.test(name));
}

/** What a program prints. Throws with the last line of its complaints. */
function read(command, args) {
  const { status, error, stdout, stderr } = start(command, args);
  if (error) throw new Error(`${command} could not be started: ${error.code}`);
  if (status !== 0) throw new Error(stderr.trim().split('\n').at(-1) || `${command} failed`);
  return stdout;
}

function start(command, args) {
  const env = { ...process.env, LC_ALL: 'C', DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync(command, args, { encoding: 'utf8', timeout: LIMIT_MS, env });
}
