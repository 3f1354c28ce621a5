/** What it means when a child runs a statement of the module again, as far as that is certain. */
import type { Node } from '../../syntax/node.ts';
import type { Call } from '../../syntax/shapes.ts';
import type { ProcessModel } from '../model.ts';
import { argumentAt } from '../submissions.ts';

/**
 * `destroys`: what was made since is gone. `fails`: the child ends with an error, as it was done before. `acts`: happens
 * once more, for others to see. `prints`: is said once more. `costs`: takes its time again. `differs`: gives another value.
 */
export type Harm = 'destroys' | 'fails' | 'acts' | 'prints' | 'costs' | 'differs';

export interface RepeatedEffect {
  readonly call: Call;
  readonly harm: Harm;
  /** What each child does, behind "each child": "deletes the folder again". */
  readonly each: string;
}

type Row = readonly [pattern: RegExp, harm: Harm, each: string];

const EXISTS = 'finds that it exists, and ends with FileExistsError';
const GONE = 'finds nothing there, and ends with FileNotFoundError';
const NO_INPUT = 'has nothing to read from, and ends with EOFError';
const CONNECTS = 'opens a connection of its own, which it does not use';

const ROWS: readonly Row[] = [
  [/^shutil\.rmtree$/, 'destroys', 'deletes the folder again, with what was put there since'],
  [/^os\.truncate$/, 'destroys', 'cuts the file again'],
  [/^os\.(mkdir|makedirs|mkfifo|symlink|link)$/, 'fails', EXISTS],
  [/^pathlib\.Path\(\)\.mkdir$/, 'fails', EXISTS],
  [/^os\.(remove|unlink|rmdir|removedirs|rename)$|^shutil\.move$/, 'fails', GONE],
  [/^pathlib\.Path\(\)\.(unlink|rmdir|rename)$/, 'fails', GONE],
  [/^builtins\.input$|^getpass\.getpass$/, 'fails', NO_INPUT],
  [
    /^socket\.socket\(\)\.bind$|^socket\.create_server$/,
    'fails',
    'finds the address in use, and ends with OSError',
  ],
  [/^urllib\.request\.(urlopen|urlretrieve)$|^wget\.download$/, 'acts', 'fetches it again'],
  [/^requests\.(get|post|put|delete|patch|request)$/, 'acts', 'sends that request again'],
  [/^os\.system$|^subprocess\.(run|call|check_call|Popen)$/, 'acts', 'runs that program again'],
  [/^builtins\.print$|^sys\.(stdout|stderr)\.write$/, 'prints', 'prints that again'],
  [/^pandas\.read_\w+$|^geopandas\.read_\w+$/, 'costs', 'reads it again'],
  [/^numpy\.(load|loadtxt|genfromtxt)$|^(torch|joblib)\.load$/, 'costs', 'reads it again'],
  [/^spacy\.load$|^(tensorflow\.)?keras\.models\.load_model$/, 'costs', 'loads the model again'],
  [/^transformers\.\w+\.from_pretrained$/, 'costs', 'loads the model again'],
  [/^(sqlite3|psycopg2|pymysql|MySQLdb|mysql\.connector|cx_Oracle)\.connect$/, 'costs', CONNECTS],
  [/^(smtplib\.SMTP(_SSL)?|ftplib\.FTP|imaplib\.IMAP4(_SSL)?)$/, 'costs', CONNECTS],
  [
    /^tempfile\.(mkdtemp|mkstemp|mktemp|TemporaryDirectory|NamedTemporaryFile)$/,
    'differs',
    'makes another one',
  ],
  [/^uuid\.uuid[14]$|^secrets\.\w+$|^os\.urandom$/, 'differs', 'gets another one'],
  [/^os\.getpid$/, 'differs', 'gets its own number'],
];

/** What a call does once more in each child; null where that is not certain, or no harm. */
export function repeatedEffect(call: Call, model: ProcessModel): RepeatedEffect | null {
  const { semantics } = model;
  const name = semantics.values.qualifiedName(call.callee);
  if (!name) return null;
  if (OPENS.test(name)) return overwriting(call, model);
  const row = ROWS.find(([pattern]) => pattern.test(name));
  if (!row) return null;
  const [, harm, each] = row;
  return isHarmless(name, call, harm, model) ? null : { call, harm, each };
}

const OPENS = /^(builtins|io|codecs|gzip|bz2|lzma)\.open$/;

function overwriting(call: Call, model: ProcessModel): RepeatedEffect | null {
  const mode = argumentAt(call, 1, 'mode')?.value;
  const path = argumentAt(call, 0, 'file')?.value ?? call.args[0]?.value;
  const text = mode ? model.semantics.textOf(mode) : '';
  const letter = /^['"]([wx])/.exec(text)?.[1];
  if (!letter || !path || !isSamePath(path, model)) return null;
  return letter === 'w'
    ? { call, harm: 'destroys', each: 'empties the file again' }
    : { call, harm: 'fails', each: EXISTS };
}

/** Whether each process that evaluates an expression gets the path of the same file, and of a real one. */
function isSamePath(path: Node, { semantics }: ProcessModel): boolean {
  if (path.kind === 'Number') return false;
  const parts = [path, ...[...path.walk()].flatMap((node) => semantics.values.sources(node))];
  return !parts.some((node) => OWN_PATH.test(semantics.textOf(node)));
}

const OWN_PATH =
  /devnull|\/dev\/|['"]nul['"]|fileno|getpid|current_process|uuid\d?\(|tempfile|mk[ds]?temp|random\.|secrets\.|\btime\(|now\(|today\(|strftime/i;

function isHarmless(name: string, call: Call, harm: Harm, model: ProcessModel): boolean {
  const { semantics } = model;
  const text = semantics.textOf(call.argList);
  if (harm === 'prints') return isTalkOfProcesses(call, model) || hasOtherFile(call, model);
  if (/\.(mkdir|makedirs|remove|unlink)$/.test(name)) return /exist_ok|missing_ok/.test(text);
  if (/\bbind$|create_server$/.test(name)) return /,\s*0\s*\)/.test(text);
  // What a program gives is asked for anew now and then; a statement of its own is there for what it does.
  if (/^(os\.system|subprocess)/.test(name)) {
    return call.node.parent?.kind !== 'ExpressionStatement' || QUIET_PROGRAMS.test(text);
  }
  return false;
}

/** `os.system("clear")` and the like set up a terminal. */
const QUIET_PROGRAMS = /^\(\s*(['"]["']|['"](clear|cls|color|title|chcp|stty)\b)/;

/** Some programs show on purpose which processes import them. */
function isTalkOfProcesses({ argList }: Call, { semantics }: ProcessModel): boolean {
  return /__name__|__mp_main__|sys\.argv|getpid|getppid|current_process|get_start_method/.test(
    semantics.textOf(argList),
  );
}

function hasOtherFile({ args }: Call, { semantics }: ProcessModel): boolean {
  const file = args.find(({ name }) => name === 'file')?.value;
  return file !== undefined && !/^sys\.(stdout|stderr)$/.test(semantics.textOf(file));
}
