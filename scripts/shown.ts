import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { findCases, type ProofCase } from '../__tests__/proof/fixtures.ts';
import { expandRuns, group, type Proof } from '../__tests__/proof/record.ts';
import type { Example, RecordedOutcome, Shown } from '../src/report/rule-page.ts';

// The bundled script does not lie where its source does.
const FIXTURES = '__testfixtures__';
const SHOWN_MESSAGES = 10;

/** What the fixtures of a rule show: the case `example` or the first pair, the case `advice`, and all messages. */
export function shownBy(rule: string): Shown {
  const cases = findCases(`${rule}/`, FIXTURES).filter(({ name }) => path.dirname(name) === rule);
  const named = (name: string) => cases.find((one) => one.name === `${rule}/${name}`);
  const example = named('example') ?? cases.find(({ output }) => output !== null);
  const advice = named('advice');
  return {
    example: example ? exampleOf(example) : null,
    advice: advice ? exampleOf(advice) : null,
    messages: messagesOf(cases.filter((one) => one !== advice)),
  };
}

function exampleOf({ input, output, proofFile }: ProofCase): Example | null {
  const outcomes = proofOf(proofFile).input ?? [];
  const read = (file: string) => shown(file, readFileSync(file, 'utf8'));
  if (/\.(py|ipynb)$/.test(input)) {
    return { before: read(input), after: output === null ? null : read(output), outcomes };
  }
  if (output === null) return { before: programIn(input), after: null, outcomes };
  const programs = readdirSync(output, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.(py|ipynb)$/.test(file),
  );
  const isNew = (file: string) => !existsSync(path.join(input, file));
  const after = (file: string) => read(path.join(output, file));
  const changed = programs.find(
    (file) => !isNew(file) && read(path.join(input, file)) !== after(file),
  );
  if (changed === undefined) return null;
  const created = programs.filter(isNew).map((file) => ({ name: file, text: after(file) }));
  return { before: read(path.join(input, changed)), after: after(changed), created, outcomes };
}

/** A program as it is shown: of a notebook the cells of code. */
function shown(file: string, text: string): string {
  if (!file.endsWith('.ipynb')) return text;
  const { cells } = JSON.parse(text) as { cells: { cell_type: string; source: string[] }[] };
  return cells
    .flatMap(({ cell_type, source }, index) =>
      cell_type === 'code' ? [`# cell ${index + 1}\n${source.join('').trimEnd()}\n`] : [],
    )
    .join('\n');
}

/** The files of a program, each below its name. */
function programIn(folder: string): string {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  return files
    .filter((file) => file.endsWith('.py'))
    .map((file) => `# ${file}\n${readFileSync(path.join(folder, file), 'utf8')}`)
    .join('\n\n');
}

/** The messages that Python gave, those first that most programs show; such as differ in names only once. */
function messagesOf(cases: readonly ProofCase[]): RecordedOutcome[] {
  const known = new Map<string, { message: string; programs: number; runs: Set<string> }>();
  for (const { message = '', runs } of cases.flatMap((one) => proofOf(one.proofFile).input ?? [])) {
    if (!EXCEPTION.test(message)) continue;
    const wording = message.replaceAll(NAMES, '…');
    const entry = known.get(wording) ?? { message, programs: 0, runs: new Set() };
    entry.programs += 1;
    for (const key of runs.flatMap(expandRuns)) entry.runs.add(key);
    known.set(wording, entry);
  }
  return [...known.values()]
    .sort((left, right) => right.programs - left.programs)
    .slice(0, SHOWN_MESSAGES)
    .flatMap(({ message, runs }) =>
      group(new Map([...runs].map((key) => [key, { outcome: 'error' as const, message }]))),
    );
}

const EXCEPTION = /^[A-Za-z_][\w.]*(: |$)/;

/** What differs from program to program. */
const NAMES = /(?<!\w)'[^']*'|<module .*?>|<[\w ]+ \S+ at 0x…>|(?<=__main__)\.[\w.<>]+/g;

function proofOf(file: string): Proof {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Proof) : {};
}
