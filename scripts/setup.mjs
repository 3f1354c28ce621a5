/** What `npm start` and `npm test` need: done when it is missing or old, and not again. Uses Node alone. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';

export const ROOT = path.dirname(import.meta.dirname);

/** Runs a program in the repository and gives its exit code; what it prints goes to `stdio`. */
export function run(command, args, options = {}) {
  const { status, error } = spawnSync(command, args, { cwd: ROOT, stdio: 'inherit', ...options });
  if (error) throw new Error(`${command} could not be started: ${error.message}`);
  return status ?? 1;
}

/** Runs one of the project's own tools from node_modules. */
export function tool(name, args, options = {}) {
  const suffix = process.platform === 'win32' ? '.cmd' : '';
  return run(path.join(ROOT, 'node_modules', '.bin', name + suffix), args, {
    shell: suffix !== '',
    ...options,
  });
}

/** Runs jest on TypeScript modules and gives its exit code. */
export function jest(args, env = {}) {
  const flags = '--experimental-vm-modules --no-warnings';
  const NODE_OPTIONS = `${process.env.NODE_OPTIONS ?? ''} ${flags}`.trim();
  return tool('jest', args, { env: { ...process.env, ...env, NODE_OPTIONS } });
}

/** Installs what is needed and generates the parser, each when it is missing or old. */
export function prepare() {
  requireNode();
  installDependencies();
  generateParser();
}

function installDependencies() {
  if (modified('node_modules/.package-lock.json') >= modified('package-lock.json')) return;
  console.error('Installing the dependencies: npm ci');
  const npm = process.env.npm_execpath;
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const stdio = ['ignore', 2, 2];
  const code = npm
    ? run(process.execPath, [npm, ...args], { stdio })
    : run('npm', args, { stdio, shell: process.platform === 'win32' });
  if (code !== 0) fail('npm ci failed');
}

function generateParser() {
  const sources = ['src/syntax/grammar', 'scripts/grammar.mjs', 'package-lock.json'];
  if (modified('src/syntax/generated/parser.ts') > Math.max(...sources.map(newestIn))) return;
  console.error('Generating the parser');
  if (run(process.execPath, ['scripts/grammar.mjs']) !== 0)
    fail('the parser could not be generated');
}

/** Bundles the command when a source is newer than the bundle. */
export function buildCommand() {
  const sources = ['bin', 'src', 'transforms', 'package.json', 'scripts/build.mjs'];
  const newest = Math.max(...sources.map(newestIn));
  if (modified('dist/mpfix.js') > newest) return;
  if (run(process.execPath, ['scripts/build.mjs']) !== 0) fail('the build failed');
}

function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  fail(`Node 20.19 or newer is needed, this is ${process.versions.node}`);
}

function modified(file) {
  const absolute = path.join(ROOT, file);
  return existsSync(absolute) ? statSync(absolute).mtimeMs : -1;
}

function newestIn(name) {
  const absolute = path.join(ROOT, name);
  if (!statSync(absolute).isDirectory()) return modified(name);
  const inside = readdirSync(absolute).map((child) => newestIn(path.join(name, child)));
  return Math.max(modified(name), ...inside);
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
