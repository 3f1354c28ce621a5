import { type ChildProcess, spawn } from 'node:child_process';

// Ends what still runs when its standard input closes, that is, when the tests are over or were killed.
const SCRIPT = `
while read -r event group; do
  others=
  for one in $groups; do [ "$one" = "$group" ] || others="$others $one"; done
  groups=$others
  [ "$event" = start ] && groups="$groups $group"
done
for one in $groups; do kill -9 "-$one"; done`;

let keeper: ChildProcess | undefined;

/** Starts nothing itself: hands a process group to a helper that outlives this process just long enough to end it. */
export function keepGroup(group: number): void {
  tell(`start ${group}`);
}

/** The group is gone; its number may be another's soon. */
export function releaseGroup(group: number): void {
  tell(`end ${group}`);
}

function tell(line: string): void {
  if (process.platform === 'win32') return;
  keeper ??= startKeeper();
  keeper.stdin?.write(`${line}\n`);
}

function startKeeper(): ChildProcess {
  const child = spawn('sh', ['-c', SCRIPT], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  child.unref();
  (child.stdin as unknown as { unref(): void }).unref();
  return child;
}
