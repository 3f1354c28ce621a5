/** CPython refuses to pickle what the table says, as it is pickled for a child, and takes what it says of others. */
import { spawnSync } from 'node:child_process';
import { expect, test } from '@jest/globals';
import { UNPICKLABLE_KINDS } from '../../src/processes/hand-over/unpicklable-table.ts';
import { findInterpreters } from '../proof/interpreters.ts';
import { scratch } from '../scratch.ts';

/** Python expressions whose values can be pickled, though guides say otherwise. */
const PICKLABLE_SAMPLES: readonly string[] = [
  "logging.getLogger('name')",
  "re.compile('a')",
  'io.BytesIO()',
  'io.StringIO()',
  'random.Random()',
  'map(str, [1])',
  'filter(None, [1])',
  'zip([1])',
  'enumerate([1])',
  'iter([1])',
  'multiprocessing.Pipe()[0]',
  "multiprocessing.get_context('spawn')",
  'multiprocessing.Manager().dict()',
  'multiprocessing.shared_memory.SharedMemory(create=True, size=1)',
  'socket.socket()',
  'pathlib.Path()',
  'configparser.ConfigParser()',
  'argparse.Namespace()',
  'tempfile.TemporaryDirectory()',
  'tempfile.SpooledTemporaryFile()',
  "http.client.HTTPConnection('localhost')",
];

const SCRIPT = `
import importlib, json, os, re, sys
from multiprocessing.reduction import ForkingPickler

MODULES = "_thread argparse asyncio bz2 codecs collections concurrent.futures configparser contextvars csv ctypes"
MODULES += " glob gzip hashlib hmac http.client inspect io itertools logging logging.handlers lzma mmap multiprocessing"
MODULES += " multiprocessing.dummy multiprocessing.pool multiprocessing.shared_memory os pathlib queue random re sched"
MODULES += " select selectors socket sqlite3 ssl struct subprocess sys tarfile tempfile threading types urllib.request"
MODULES += " weakref zipfile zlib"
for name in MODULES.split():
    importlib.import_module(name)
    globals()[name.split(".")[0]] = sys.modules[name.split(".")[0]]

def can_be_pickled(sample):
    value = eval(sample)
    try:
        ForkingPickler.dumps(value)
    except Exception:
        return False
    return True

if __name__ == "__main__":
    samples = json.loads(sys.stdin.read())
    print(json.dumps([can_be_pickled(sample) for sample in samples]), flush=True)
    # What has been opened is no matter here.
    os._exit(0)
`;

const { interpreters } = await findInterpreters();
if (interpreters.length === 0) console.warn('There is no CPython: what it pickles is not asked.');

for (const { command, minor } of interpreters) {
  test(`CPython ${minor}`, () => {
    const version = Number(minor.split('.')[1]);
    const refused = UNPICKLABLE_KINDS.flatMap(({ samples, until = 99, since = 0 }) =>
      samples.map((sample) => [sample, version > until || version < since] as const),
    );
    const expected = [...refused, ...PICKLABLE_SAMPLES.map((sample) => [sample, true] as const)];
    expect(
      pickledBy(
        command,
        expected.map(([sample]) => sample),
      ),
    ).toEqual(Object.fromEntries(expected));
  }, 120_000);
}

function pickledBy(command: string, samples: readonly string[]): Record<string, boolean> {
  const cwd = scratch({ 'pickled.py': SCRIPT });
  const input = JSON.stringify(samples);
  const run = spawnSync(command, ['-W', 'ignore', 'pickled.py'], { cwd, input, encoding: 'utf8' });
  if (run.status !== 0) throw new Error(run.stderr);
  const answers: boolean[] = JSON.parse(run.stdout);
  return Object.fromEntries(samples.map((sample, i) => [sample, answers[i] ?? false]));
}
