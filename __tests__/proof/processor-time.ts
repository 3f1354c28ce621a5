import { readdirSync, readFileSync } from 'node:fs';

/** Clock ticks that the living processes of a group have used so far; undefined where the system doesn't tell. */
export function groupTicks(group: number): number | undefined {
  if (process.platform !== 'linux') return undefined;
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => ticksIn(pid, group))
    .reduce((sum, ticks) => sum + ticks, 0);
}

/** The fields after the command's name, which may hold blanks: state, parent, group, …; 11 and 12 are the times. */
function ticksIn(pid: string, group: number): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return Number(fields[2]) === group ? Number(fields[11]) + Number(fields[12]) : 0;
  } catch {
    return 0;
  }
}
