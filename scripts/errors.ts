import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expandRuns, ranges } from '../__tests__/proof/record.ts';
import { explain } from '../src/explain/explain.ts';
import { MESSAGE_GROUPS } from '../src/explain/messages/index.ts';
import { SYMPTOMS } from '../src/explain/symptoms/index.ts';
import { errorsPage, type RecordedMessage } from '../src/report/explanation/errors-page.ts';
import { transforms } from '../transforms/index.ts';

// The bundled script does not lie where its source does.
const FIXTURES = '__testfixtures__/explain';

type Recordings = Readonly<Record<string, readonly { file: string; runs: readonly string[] }[]>>;

/** The page of all errors, from the tables and from what was recorded. */
export function errorsText(): string {
  const recordings: Recordings = JSON.parse(
    readFileSync(path.join(FIXTURES, 'recordings.json'), 'utf8'),
  );
  const all = Object.values(recordings).flat();
  return errorsPage({
    groups: MESSAGE_GROUPS,
    symptoms: SYMPTOMS,
    recorded: messagesIn(all),
    texts: all.length,
    nameOf: (code) => transforms.find((rule) => rule.code === code)?.name ?? code,
  });
}

function messagesIn(recordings: Recordings[string]): Map<string, RecordedMessage[]> {
  const seen = new Map<string, Map<string, Set<string>>>();
  for (const { file, runs } of recordings) {
    const { explanations, consequences } = explain(readFileSync(path.join(FIXTURES, file), 'utf8'));
    for (const { id, message } of [...explanations, ...consequences]) {
      const texts = seen.get(id) ?? new Map<string, Set<string>>();
      seen.set(id, texts);
      const text = shortened(message ?? '');
      texts.set(text, new Set([...(texts.get(text) ?? []), ...runs.flatMap(expandRuns)]));
    }
  }
  return new Map(
    [...seen].map(([id, texts]) => [
      id,
      [...texts].map(([text, runs]) => ({ text, runs: ranges([...runs].sort(byMethod)) })),
    ]),
  );
}

/** The message's own line, or its first sentence where that line is empty, without addresses and numbers. */
function shortened(message: string): string {
  const [first = '', ...more] = message.split('\n');
  const text = first.endsWith(':')
    ? `${first} ${more.join(' ')}`.replace(/(?<=phase)\.[\s\S]*/, '.')
    : first;
  return text
    .replace(/^\S+?:\d+: (?=\w*Warning)/, '')
    .replace(/0x[0-9a-f]+/g, '0x…')
    .replace(/\d+(?= leaked)/, 'N')
    .replace(/^Process \d+/, 'Process N')
    .replace(/\. Did you mean.*$|:? *$|'''$/, '')
    .replace(/(?<=[({ ])\{?'\/(?:mp|psm)_?-?.*$/, '…');
}

const METHODS = ['fork', 'spawn', 'forkserver'];

function byMethod(left: string, right: string): number {
  const place = (key: string) => METHODS.indexOf(key.split(' ')[1] ?? '');
  return place(left) - place(right);
}
