/**
 * Runs the commands that the README shows with their output, and fails where one prints something else.
 * With `--write` it puts the output there.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './setup.mjs';

const README = path.join(ROOT, 'README.md');
const readme = readFileSync(README, 'utf8');

const now = readme.replace(/^```console\n([\s\S]*?)^```$/gm, (_, block) => {
  const commands = [...block.matchAll(/^\$ (.*)$/gm)].map(([, command]) => command);
  const shown = commands.map((command) => `$ ${command}\n${outputOf(command)}`);
  return `\`\`\`console\n${shown.join('')}\`\`\``;
});

if (process.argv.includes('--write')) writeFileSync(README, now);
else if (now !== readme) {
  spawnSync('git', ['diff', '--no-index', '--', README, '-'], {
    input: now,
    stdio: ['pipe', 2, 2],
  });
  fail('README.md shows other output than its commands print: npm run docs');
}

const { scripts } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
for (const [command, name] of readme.matchAll(/\bnpm (?:run )?([\w:]+)/g)) {
  if (!(name in scripts)) fail(`README.md: there is no ${command}`);
}

/** What a command prints on both streams, ending with one line break. */
function outputOf(command) {
  const script = command.replace(/^npx mpfix\b/, `"${process.execPath}" dist/mpfix.js`);
  const options = {
    cwd: ROOT,
    shell: true,
    encoding: 'utf8',
    env: { ...process.env, FORCE_COLOR: '0' },
  };
  return `${spawnSync(`${script} 2>&1`, options).stdout.trimEnd()}\n`;
}

function fail(message) {
  console.error(message);
  process.exitCode = 1;
}
