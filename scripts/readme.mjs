/** Runs the commands that the README shows with their output, and fails where one prints something else. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './setup.mjs';

const readme = readFileSync(path.join(ROOT, 'README.md'), 'utf8');
const blocks = [...readme.matchAll(/^```console\n([\s\S]*?)^```$/gm)].map((match) => match[1]);

let failures = 0;
for (const block of blocks) {
  for (const [command, expected] of commandsIn(block)) {
    const actual = outputOf(command);
    if (expected === '' || actual.trimEnd() === expected.trimEnd()) continue;
    failures++;
    console.error(`README: $ ${command}\n--- shown there\n${expected}--- printed now\n${actual}`);
  }
}
for (const name of readme.matchAll(/\bnpm (?:run )?([\w:]+)/g)) {
  const { scripts } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
  if (name[1] in scripts || ['ci', 'install', 'run'].includes(name[1])) continue;
  failures++;
  console.error(`README: there is no ${name[0]}`);
}
process.exitCode = failures === 0 ? 0 : 1;

function commandsIn(block) {
  return block
    .split(/^\$ /m)
    .slice(1)
    .map((part) => {
      const end = part.indexOf('\n');
      return [part.slice(0, end), part.slice(end + 1)];
    });
}

function outputOf(command) {
  const script = command.replace(/^npx mpfix\b/, `"${process.execPath}" dist/mpfix.js`);
  const { stdout } = spawnSync(`${script} 2>&1`, { cwd: ROOT, shell: true, encoding: 'utf8' });
  return stdout;
}
