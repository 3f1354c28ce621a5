import type { Diagnosis } from '../doctor/doctor.ts';
import type { Interpreter } from '../doctor/interpreters.ts';
import type { Place } from '../doctor/project-starts.ts';
import type { SharedFile } from '../doctor/shared-file.ts';
import { visible } from './visible.ts';

/** How many leftovers and places are shown, unless all are to be removed. */
const SHOWN = 10;

/** A diagnosis for people. */
export function doctorText(diagnosis: Diagnosis): string {
  const parts = [
    ['Interpreters', interpreterLines(diagnosis)],
    ['CPUs', cpuLines(diagnosis)],
    ['Shared memory', memoryLines(diagnosis)],
    ['Project', projectLines(diagnosis)],
  ] as const;
  return parts
    .map(([title, lines]) => `${title}\n${lines.map((line) => `  ${line}\n`).join('')}`)
    .join('\n');
}

function interpreterLines({ interpreters }: Diagnosis): string[] {
  if (interpreters.length === 0) return ['no Python 3 on PATH, and no virtual environment here'];
  return interpreters.map((one) => {
    const said = one.problem ?? `starts processes with ${one.defaultMethod}`;
    const where = one.origin === 'project' ? ' (of this project)' : '';
    return `${(one.version ?? '?').padEnd(8)} ${visible(one.path)}${where}: ${said}`;
  });
}

function cpuLines({ cpus: { quota, counts }, platform }: Diagnosis): string[] {
  const counted = counts
    ? [
        `Python ${counts.version} counts ${countOf(counts.cpuCount)} on the machine` +
          (counts.affinity === null
            ? ''
            : `, and may use ${counts.affinity === counts.cpuCount ? 'all of them' : counts.affinity}`),
      ]
    : [];
  if (platform !== 'linux') {
    return [...counted, `control groups are a matter of Linux: nothing to look at on ${platform}`];
  }
  if (!quota) return [...counted, 'no control group limits their time'];
  const usable = counts?.affinity ?? counts?.cpuCount ?? null;
  const isTooMany = usable !== null && usable > Math.ceil(quota.cpus);
  return [
    ...counted,
    `a control group leaves the time of ${round(quota.cpus)} of them: ${visible(quota.file)}`,
    ...(isTooMany
      ? [
          `so Pool() starts more workers than have time to run; no function of Python sees the quota: read the file, ` +
            'or set PYTHON_CPU_COUNT (3.13)',
        ]
      : []),
  ];
}

function countOf(count: number | null): string {
  return count === 1 ? '1 CPU' : `${count ?? 'an unknown number of'} CPUs`;
}

function memoryLines({ sharedMemory, removed, platform }: Diagnosis): string[] {
  if (platform !== 'linux') {
    return [`leftovers in /dev/shm are a matter of Linux: nothing to look at on ${platform}`];
  }
  if (!sharedMemory) return ['there is no /dev/shm: pools, queues and locks do not work here'];
  const { leftovers, held, foreign, obstacle, untold } = sharedMemory;
  const rest = [
    ...(held > 0 ? [`${files(held)} in use`] : []),
    ...(foreign > 0 ? [`${files(foreign)} of other users, left alone`] : []),
    ...(obstacle === null || untold === 0
      ? []
      : [`${files(untold)} of which it can't be told whether they are in use: ${obstacle}`]),
  ];
  if (leftovers.length === 0) return ['no leftovers in /dev/shm', ...rest];
  const bytes = leftovers.reduce((sum, file) => sum + file.bytes, 0);
  const shown = removed ? leftovers : leftovers.slice(0, SHOWN);
  const more = leftovers.length - shown.length;
  return [
    `${files(leftovers.length)} in /dev/shm, ${bytes} bytes, that no process holds: ended programs left them`,
    ...shown.map((file) => `  ${fileLine(file, removed?.get(file))}`),
    ...(more > 0 ? [`  and ${more} more`] : []),
    ...(removed
      ? []
      : [
          'mpfix doctor --clean removes them; memory that a program left on purpose, for a later one, looks the same',
        ]),
    ...rest,
  ];
}

function fileLine(
  { path, kind, bytes, made }: SharedFile,
  kept: string | null | undefined,
): string {
  const line = `${path}  ${kind}, ${bytes} bytes, ${new Date(made).toISOString().slice(0, 16)}Z`;
  return kept === undefined ? line : `${line}: ${kept === null ? 'removed' : `kept, ${kept}`}`;
}

function files(count: number): string {
  return count === 1 ? '1 file' : `${count} files`;
}

function projectLines({ project }: Diagnosis): string[] {
  const { starts, settings, frozen, skipped, targetVersion } = project;
  return [
    targetVersion === null
      ? 'does not say which Python it needs (requires-python)'
      : `supports Python 3.${targetVersion} and later`,
    ...(starts.length === 0 ? ['starts no processes that can be seen'] : []),
    ...starts.map(({ method, places }) => {
      const times = places.length === 1 ? 'once' : `${places.length} times`;
      const how = method === 'default' ? 'the default start method' : method;
      return `starts processes with ${how} ${times}: ${placeList(places)}`;
    }),
    ...settings.map(({ method, ...place }) => `sets ${method ?? 'a start method'}: ${at(place)}`),
    ...frozen.map(
      ({ setup, programs }) =>
        `${visible(setup)} freezes ${programs.map(visible).join(', ')}: frozen programs that start processes need freeze_support(), see mpfix rule MP102`,
    ),
    ...(skipped.length > 0
      ? [`not read, as no valid Python: ${skipped.map(visible).join(', ')}`]
      : []),
  ];
}

function placeList(places: readonly Place[]): string {
  const shown = places.slice(0, SHOWN).map(at).join(', ');
  return places.length > SHOWN ? `${shown} and ${places.length - SHOWN} more` : shown;
}

function at({ path, row }: Place): string {
  return `${visible(path)}:${row}`;
}

function round(cpus: number): string {
  return `${Math.round(cpus * 100) / 100} CPU${cpus === 1 ? '' : 's'}`;
}

/** A diagnosis for programs: one object. Rows start at 1. */
export function doctorJson({ platform, interpreters, cpus, ...diagnosis }: Diagnosis): string {
  const { sharedMemory, removed, project } = diagnosis;
  const report = {
    platform,
    interpreters: interpreters.map(interpreterRecord),
    cpus: {
      quota: cpus.quota,
      counts: cpus.counts && {
        version: cpus.counts.version,
        cpu_count: cpus.counts.cpuCount,
        process_cpu_count: cpus.counts.processCpuCount,
        affinity: cpus.counts.affinity,
      },
    },
    shared_memory: sharedMemory && {
      leftovers: sharedMemory.leftovers.map((file) => ({
        path: file.path,
        kind: file.kind,
        bytes: file.bytes,
        made: new Date(file.made).toISOString(),
        ...(removed
          ? { removed: removed.get(file) === null, kept: removed.get(file) ?? null }
          : {}),
      })),
      held: sharedMemory.held,
      of_others: sharedMemory.foreign,
      unknown: sharedMemory.untold,
      reason: sharedMemory.obstacle,
    },
    project: {
      folder: project.folder,
      target_version: project.targetVersion === null ? null : `3.${project.targetVersion}`,
      starts: project.starts.map(({ method, places }) => ({ method, places: places.map(place) })),
      set_start_method: project.settings.map((each) => ({ method: each.method, ...place(each) })),
      frozen: project.frozen,
      skipped: project.skipped,
    },
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

function interpreterRecord(one: Interpreter): object {
  const { path, origin, version, defaultMethod, problem } = one;
  return { path, origin, version, default_start_method: defaultMethod, problem };
}

function place({ path, row }: Place): object {
  return { filename: path, row };
}
