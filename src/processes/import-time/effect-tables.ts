/**
 * What calls do when a child runs them again, by qualified name. `silent`: the same again, unseen. `configuration`:
 * sets up the process, which each child needs too. `loading`: reads something, at a cost. `visible`: does something
 * that should happen once. `once`: gives something else the next time, or destroys what is there.
 */
export type Behaviour = 'silent' | 'configuration' | 'loading' | 'visible' | 'unknown' | 'once';

export interface Entry {
  readonly behaviour: Behaviour;
  /** For `once`: what each child does, behind "each child". */
  readonly each?: string;
}

type Row = readonly [pattern: RegExp, behaviour: Behaviour, each?: string];

const words = (text: string): string => text.trim().split(/\s+/).join('|');

const ANOTHER_TIME = 'gets another time';
const OTHER_VALUES = 'draws other values';
const AGAIN = 'does that again';

const SILENT_BUILTINS = new RegExp(
  `^builtins\\.(${words(`
    abs all any ascii bin bool bytearray bytes callable chr classmethod complex dict dir divmod enumerate filter float
    format frozenset getattr hasattr hash hex int isinstance issubclass iter len list map max memoryview min next object
    oct ord pow property range repr reversed round set slice sorted staticmethod str sum super tuple type zip compile
  `)})$`,
);

/** The first row that matches decides. */
const NAMED: readonly Row[] = [
  [/\.__init__$/, 'silent'],
  [/^builtins\.print$/, 'visible'],
  [/^builtins\.(exit|quit|breakpoint|help)$/, 'visible'],
  [/^builtins\.input$/, 'once', 'asks the user again'],
  [/^builtins\.(exec|eval|__import__|globals|locals|vars)$/, 'unknown'],
  [/^builtins\.id$/, 'once', 'gets another number'],
  [/^builtins\.\w+(Error|Exception|Warning|Exit|Interrupt|Iteration)$/, 'silent'],
  [SILENT_BUILTINS, 'silent'],

  [/^time\.sleep$/, 'visible'],
  [/^time\./, 'once', ANOTHER_TIME],
  [/^timeit\.default_timer$/, 'once', ANOTHER_TIME],
  [/^datetime\.(\w+\.)?(now|utcnow|today)$/, 'once', ANOTHER_TIME],
  [/^pandas\.Timestamp\.(now|today)$/, 'once', ANOTHER_TIME],
  // Children of fork seed this one anew by themselves; a seed that each repeats would give all the same numbers.
  [/^random\.seed$/, 'visible'],
  [/^random\.setstate$|^numpy\.random\.(seed|set_state)$/, 'configuration'],
  [/^numpy\.random\.(default_rng|RandomState|Generator|SeedSequence)$/, 'silent'],
  [/^random\.(Random|getstate)$/, 'silent'],
  [/^(numpy\.)?random\./, 'once', OTHER_VALUES],
  [/^(torch|jax\.random)\.(rand|randn|randint|randperm|normal|bernoulli)$/, 'once', OTHER_VALUES],
  [/^(secrets|faker)\./, 'once', OTHER_VALUES],
  [/^uuid\.uuid[14]$/, 'once', 'makes another identifier'],
  [/^os\.urandom$/, 'once', OTHER_VALUES],
  [/^os\.(getpid|getppid)$|^threading\.(get_ident|get_native_id)$/, 'once', 'gets its own number'],
  [/^tempfile\.(gettempdir|gettempprefix)$/, 'silent'],
  [/^tempfile\./, 'once', 'makes another temporary file'],
  [/^getpass\.getuser$/, 'silent'],
  [/^getpass\./, 'once', 'asks the user again'],
  [/^urllib\.request\.(urlopen|urlretrieve)$/, 'once', 'fetches it again'],
  [/^requests\.(get|post|put|delete|head|patch|request)$/, 'once', 'fetches it again'],
  [/^subprocess\.|^os\.(system|popen|spawn\w+|fork|forkpty)$/, 'once', 'runs that program again'],
  [
    /^os\.(remove|unlink|rmdir|removedirs|rename|renames|replace|mkdir|truncate|mkfifo|link|symlink)$/,
    'once',
    AGAIN,
  ],
  [/^os\.makedirs$|^os\.(kill|write|_exit|abort)$/, 'visible'],
  [/^shutil\.(which|disk_usage|get_terminal_size)$/, 'silent'],
  [/^shutil\./, 'once', AGAIN],
  [/^os\.(chdir|putenv|unsetenv|umask|nice|setpgrp|setsid|sched_setaffinity)$/, 'configuration'],
  [/^os\.environ\.(update|setdefault|pop|clear|putenv)$/, 'configuration'],
  [
    /^os\.(listdir|scandir|walk|stat|lstat|access|getcwd|path\.(l?exists|is\w+|get\w+|samefile))$/,
    'loading',
  ],
  [/^os\./, 'silent'],
  [/^sys\.(stdout|stderr|stdin)\.reconfigure$/, 'configuration'],
  [/^sys\.(exit|stdout\.\w+|stderr\.\w+)$/, 'visible'],
  [/^sys\.(path|meta_path|path_hooks)\.\w+$/, 'configuration'],
  [/^sys\.(set\w+|addaudithook)$|^site\.addsitedir$/, 'configuration'],
  [/^sys\./, 'silent'],

  [/^logging\.(debug|info|warning|warn|error|critical|exception|log)$/, 'visible'],
  [/^logging\.getLogger\(\)\.(debug|info|warning|warn|error|critical|exception|log)$/, 'visible'],
  [
    /^logging\.(basicConfig|disable|captureWarnings|addLevelName|set\w+|config\.\w+)$/,
    'configuration',
  ],
  [/^logging\.getLogger\(\)\.\w+$/, 'configuration'],
  [/^logging\.(root\.)?(setLevel|addHandler)$/, 'configuration'],
  [/^logging\./, 'silent'],
  [/^warnings\.warn/, 'visible'],
  [/^(warnings|gc|faulthandler|signal|locale|tracemalloc|readline)\./, 'configuration'],
  [/^socket\.(setdefaulttimeout)$|^mimetypes\.(init|add_type)$/, 'configuration'],
  [/^socket\.(gethostname|getfqdn|inet_\w+|hton\w+|ntoh\w+|gethostbyname)$/, 'silent'],
  [/^codecs\.(register\w*)$|^copyreg\.pickle$/, 'configuration'],
  // Children of spawn run their exit handlers, those of fork don't.
  [/^atexit\.register$/, 'visible'],
  [/^codecs\.open$|^io\.open$|^gzip\.open$|^bz2\.open$|^lzma\.open$/, 'loading'],
  [
    /^(json|pickle|marshal|yaml|toml|tomllib|tomli|cPickle|dill|joblib)\.(load|loads|safe_load|full_load)$/,
    'loading',
  ],
  [/^glob\.i?glob$|^pathlib\.Path\.cwd$/, 'loading'],
  [/^(glob|fnmatch)\./, 'silent'],
  [/^threading\.Thread\(\)\.start$|^threading\.Timer\(\)\.start$/, 'visible'],
  [/^threading\./, 'silent'],
  [/^queue\.\w+$/, 'silent'],
  [/^asyncio\.(run|get_event_loop|new_event_loop)\b/, 'visible'],
  [/^asyncio\.set_event_loop_policy$/, 'configuration'],
  [/^asyncio\./, 'silent'],
  [/^ctypes\./, 'loading'],
  [/^csv\.(reader|DictReader)$/, 'silent'],
  [/^(pdb|doctest|unittest)\./, 'visible'],

  [/^numpy\.(set_printoptions|seterr\w*|set\w+)$/, 'configuration'],
  [/^numpy\.(load|loadtxt|genfromtxt|fromfile|memmap)$/, 'loading'],
  [/^numpy\.save\w*$/, 'visible'],
  [/^numpy\./, 'silent'],
  [/^pandas\.(set_option|options\..*)$/, 'configuration'],
  [/^pandas\.read_\w+$/, 'loading'],
  [
    /^pandas\.(DataFrame|Series|Timestamp|Timedelta|Index|date_range|to_datetime|Categorical)$/,
    'silent',
  ],
  [
    /^torch\.(manual_seed|set_\w+|backends\..*|cuda\.(manual_seed\w*|set_device)|use_\w+)$/,
    'configuration',
  ],
  [/^torch\.multiprocessing\.set_sharing_strategy$/, 'configuration'],
  [/^torch\.(device|tensor|zeros|ones|arange|linspace|from_numpy|eye|full|empty)$/, 'silent'],
  [/^torch\.cuda\.(is_available|device_count)$/, 'silent'],
  [/^torch\.load$/, 'loading'],
  [
    /^matplotlib\.(use|style\.use|rc\w*|rcParams\.\w+|pyplot\.(switch_backend|style\.use|rcParams\.\w+|rc|ioff|ion))$/,
    'configuration',
  ],
  [
    /^(colorama\.(init|just_fix_windows_console)|dotenv\.load_dotenv|sentry_sdk\.init)$/,
    'configuration',
  ],
  [
    /^(eventlet\.monkey_patch|gevent\.monkey\.\w+|django\.setup|nest_asyncio\.apply)$/,
    'configuration',
  ],
];

/** Modules of the standard library whose other functions compute and no more. */
const SILENT_MODULES = new RegExp(
  `^(${words(`
    abc argparse array ast base64 binascii bisect calendar cmath codecs collections colorsys configparser contextlib
    contextvars copy dataclasses datetime decimal difflib enum errno fractions functools getopt hashlib heapq hmac html
    importlib inspect io ipaddress itertools json keyword locale math mimetypes numbers operator optparse os pathlib
    pickle platform posixpath pprint re resource sched shlex stat statistics string struct sysconfig textwrap
    traceback types typing typing_extensions unicodedata urllib\\.parse weakref zlib zoneinfo
  `)})\\.`,
);

/** What is made once and shared by inheritance: each child that makes its own shares nothing. */
export const SHARED_PRIMITIVES: ReadonlySet<string> = new Set([
  'Lock',
  'RLock',
  'Event',
  'Condition',
  'Semaphore',
  'BoundedSemaphore',
  'Barrier',
  'Queue',
  'JoinableQueue',
  'SimpleQueue',
  'Pipe',
  'Value',
  'Array',
  'RawValue',
  'RawArray',
  'managers.BaseManager',
  'managers.SyncManager',
]);

/** Methods that only look at their object or change it, whatever it is. */
const SILENT_METHODS = new RegExp(
  `^(${words(`
    append appendleft extend insert add update setdefault pop popitem remove discard sort reverse clear count index
    items keys values copy get fromkeys union intersection difference symmetric_difference issubset issuperset
    split rsplit splitlines partition rpartition strip lstrip rstrip join format format_map encode decode lower upper
    title capitalize casefold swapcase replace startswith endswith find rfind rindex center ljust rjust zfill
    expandtabs translate maketrans isdigit isalpha isalnum isupper islower isspace isdecimal isnumeric isidentifier
    removeprefix removesuffix hex fromhex bit_length to_bytes from_bytes
    add_argument add_argument_group add_mutually_exclusive_group add_subparsers add_parser set_defaults add_option
    add_option_group parse_args parse_known_args parse_intermixed_args
    match search fullmatch findall finditer sub subn group groups groupdict span compile
    read_string read_file read_dict resolve absolute expanduser joinpath with_suffix
    with_name relative_to as_posix parent
    reshape astype flatten ravel transpose dot sum mean std var min max argmin argmax cumsum prod round clip tolist
    fill nonzero squeeze repeat swapaxes item size numel
    isoformat strftime timestamp date time timetuple total_seconds
    getint getfloat getboolean has_section has_option sections options hexdigest digest
    most_common elements total move_to_end rotate
    setFormatter setLevel addFilter isEnabledFor
  `)})$`,
);

/** Methods that look at files: what a program did to them before makes a difference. */
const LOADING_METHODS =
  /^(read|readline|readlines|read_text|read_bytes|exists|is_file|is_dir|glob|rglob|iterdir|stat)$/;

const VISIBLE_METHODS = new RegExp(
  `^(${words(`
    write writelines write_text write_bytes unlink rmdir mkdir touch rename symlink_to close flush show savefig save
    print print_help print_usage info debug warning error critical exception log commit execute executemany send sendall
    connect bind listen start run join terminate shutdown submit acquire release put task_done wait kill
    to_csv to_excel to_json to_pickle to_parquet savetxt mainloop
  `)})$`,
);

/** Verbs with which libraries name what sets them up. */
const CONFIGURATION_VERBS =
  /^_?(set[a-z]*|init|initiali[sz]e|config|configure|enable|disable|register|use|seed|manual_seed|patch|monkey_?patch|install|activate|filter|ignore|suppress)(_|[A-Z]|$)/;

/** What a call of this qualified name does; null where nothing is known of the name. */
export function entryOf(name: string): Entry | null {
  const row = NAMED.find(([pattern]) => pattern.test(name));
  if (row)
    return row[2] === undefined ? { behaviour: row[1] } : { behaviour: row[1], each: row[2] };
  if (!SILENT_MODULES.test(name) || name.includes('()')) return null;
  return { behaviour: soundsLikeConfiguration(name) ? 'configuration' : 'silent' };
}

/** What calling a method of this name does, where nothing is known of its object. */
export function entryOfMethod(name: string): Entry {
  return {
    behaviour: SILENT_METHODS.test(name)
      ? 'silent'
      : LOADING_METHODS.test(name)
        ? 'loading'
        : VISIBLE_METHODS.test(name)
          ? 'visible'
          : 'unknown',
  };
}

/** Whether a function of a package sounds like one that sets the package up. */
export function soundsLikeConfiguration(name: string): boolean {
  return CONFIGURATION_VERBS.test(name.slice(name.lastIndexOf('.') + 1));
}
