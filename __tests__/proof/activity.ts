import { readdirSync, readFileSync } from 'node:fs';

/** What the processes of a group are doing. */
export interface Activity {
  /** Clock ticks of processor time that the living ones have used so far. */
  readonly ticks: number;
  /** One of them computes, waits for a processor or reads a disk. */
  readonly busy: boolean;
}

/** Undefined where the system doesn't tell. */
export function groupActivity(group: number): Activity | undefined {
  if (process.platform !== 'linux') return undefined;
  const processes = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(statusOf)
    .filter((one) => one?.group === group);
  return {
    ticks: processes.reduce((sum, one) => sum + (one?.ticks ?? 0), 0),
    busy: processes.some((one) => /[RD]/.test(one?.state ?? '')),
  };
}

interface Status {
  readonly state: string;
  readonly group: number;
  readonly ticks: number;
}

/** The fields after the command's name, which may hold blanks: state, parent, group, …; 11 and 12 are the times. */
function statusOf(pid: string): Status | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const ticks = Number(fields[11]) + Number(fields[12]);
    return { state: fields[0] ?? '', group: Number(fields[2]), ticks };
  } catch {
    return undefined;
  }
}
