/**
 * What belongs to a whole process, so that a forked child has it as the parent left it and another child as Python
 * begins with it.
 */
import type { StartMethod } from '../processes/start-method.ts';

export interface ProcessSetting {
  /** What it is, behind "depends on": "the locale". */
  readonly what: string;
  /** The lines that set it. */
  readonly set: RegExp;
  /** Whether lines count, too, that children run again when they import their module. */
  readonly anywhere?: true;
  /** The functions, by qualified name, and the methods, behind a dot, of children that notice; all where absent. */
  readonly noticedBy?: RegExp;
  /** What notices it while a module is imported: a value that it gives there is another one in a child. */
  readonly noticedAtImport?: RegExp;
  /** The start methods under which a child does not have it; all but fork where absent. */
  readonly lacking?: StartMethod;
}

const LOG_METHODS = '(^logging\\.|^\\.)(debug|info|warning|warn|error|critical|exception|log)$';

export const SETTINGS: readonly ProcessSetting[] = [
  {
    what: 'the environment',
    set: /\benviron(\[[^\]]*\]\s*\|?=(?!=)|\s*\|=|\.(update|setdefault|pop|clear)\()|(?<!\bdict)\(\s*os\.environ\s*,|\bputenv\(|\bload_dotenv\(|\bdel os\.environ|=\s*os\.environ\s*$/,
    noticedBy:
      /^os\.(environ|getenv|environb|expandvars|exec\w*|spawn\w*|system|popen|path\.expand\w+)\b|^subprocess\.|^time\.tzset|^tempfile\.|^shutil\.which/,
    noticedAtImport: /\b(environ|getenv|expandvars|expanduser|gettempdir)\b/,
    lacking: 'forkserver',
  },
  {
    what: 'the working directory',
    set: /\bos\.f?chdir\(|\bchdir\(/,
    noticedBy: /^$/,
    noticedAtImport: /\b(getcwd|abspath|realpath|resolve|cwd|absolute|curdir)\b/,
  },
  {
    what: 'the command line',
    set: /\bsys\.argv(\[[^\]]*\])?\s*\+?=(?!=)|\bsys\.argv\.(append|extend|insert|pop|remove|clear)\(|\bdel sys\.argv/,
    noticedBy: /^$/,
    noticedAtImport: /\bargv\b|\bparse_(known_)?args\(/,
  },
  {
    what: 'the locale',
    set: /\bsetlocale\(/,
    noticedBy: /^(locale|gettext|calendar)\.|^time\.str[fp]time|\.(strftime|strptime|strxfrm)$/,
  },
  {
    what: 'translations',
    set: /\bgettext\.install\(|\.install\(\s*(names\s*=.*)?\)/,
    noticedBy: /^builtins\._$/,
  },
  {
    what: 'the decimal context',
    set: /\b(getcontext|setcontext|localcontext)\(|\bDefaultContext\./,
  },
  {
    what: 'the filters of warnings',
    set: /\b(simplefilter|filterwarnings)\(\s*(action\s*=\s*)?["']error/,
  },
  {
    what: 'the filters of warnings',
    set: /\b(simplefilter|filterwarnings|resetwarnings|captureWarnings)\(/,
    noticedBy: /^warnings\./,
  },
  { what: 'the limit of recursion', set: /\bsetrecursionlimit\(/ },
  {
    what: 'what signals do',
    set: /\bsignal\.(signal|siginterrupt|set_wakeup_fd|setitimer|pthread_sigmask)\(|\badd_signal_handler\(/,
  },
  {
    what: 'logging',
    set: /\b(basicConfig|dictConfig|fileConfig)\(|\.(addHandler|removeHandler|addFilter|setLevel|setLoggerClass|setLogRecordFactory|addLevelName)\(|\blogging\.(disable|captureWarnings|raiseExceptions|lastResort)\b|\.(handlers|filters)(\.\w+\(|\[|\s*\+?=(?!=))|\blog\w*\.level\s*=|\.propagate\s*=|\.disabled\s*=/,
    noticedBy: new RegExp(
      `${LOG_METHODS}|^logging\\.|^\\.(isEnabledFor|getEffectiveLevel|hasHandlers)$`,
    ),
  },
  {
    what: 'loguru',
    set: /\blogger\.(add|remove|configure|enable|disable|level|patch)\(/,
    noticedBy: /^loguru\./,
  },
  {
    what: 'where output goes',
    set: /\bsys\.(stdout|stderr|stdin|displayhook|excepthook)\s*=(?!=)|\bredirect_std(out|err)\(|\bos\.dup2\(|\.reconfigure\(/,
    noticedBy:
      /^builtins\.(print|input)$|^sys\.(std|displayhook|excepthook)|^logging\.|^os\.(write|dup)|^traceback\.print/,
  },
  {
    what: 'how modules are imported',
    set: /\bsys\.(meta_path|path_hooks)\b.*(\(|=)|\bsys\.modules\b(\[[^\]]*\]\s*=(?!=)|\.(pop|update|setdefault|clear)\()|\bdel sys\.modules|\b(importlib\.)?reload\(|\baddsitedir\(/,
  },
  {
    what: "NumPy's random numbers",
    set: /\brandom\.(seed|set_state)\(|\bseed_everything\(|\bset_(random_)?seed\(|\bset_all_seeds?\(/,
    anywhere: true,
    noticedBy:
      /^numpy\.random\.(?!default_rng|Generator|SeedSequence|RandomState|PCG64|Philox|MT19937|BitGenerator|seed)/,
  },
  {
    what: "PyTorch's random numbers",
    set: /\bmanual_seed(_all)?\(|\bseed_everything\(|\bset_(random_)?seed\(/,
    anywhere: true,
    noticedBy: /^torch\./,
  },
  {
    what: 'what Python sets up for sockets, files and types',
    set: /\bForkingPickler\b|\bsetdefaulttimeout\(|\bfield_size_limit\(\s*\w|\bmimetypes\.(add_type|init)\(|\bcodecs\.register\w*\(|\bcopyreg\.(pickle|constructor)\(|\btzset\(|\bsetswitchinterval\(|\bsys\.set\w*hook|\bsys\.set(trace|profile)\(|\bset_int_max_str_digits\(|_create_default_https_context\s*=/,
  },
  {
    what: 'the limits and rights of the process',
    set: /\bsetrlimit\(|\bos\.(umask|nice|setuid|setgid|seteuid|setegid|setgroups|sched_setaffinity|setpriority|unshare|setns|chroot)\(/,
    lacking: 'forkserver',
  },
  {
    what: 'what a test double replaces',
    set: /\b(mock|mocker)\.patch\b|(?<![\w.]|def )patch(\.(object|dict|multiple))?\(/,
    anywhere: true,
  },
  {
    what: 'what a registry of the process holds',
    set: /\bregister_at_fork\(|\bset_forkserver_preload\(|\bset_executable\(|\ballow_connection_pickling\(/,
  },
];

/** The verbs of calls that set a package up, when their result is not used. */
export const CONFIGURED_BY_NAME =
  /^(set([A-Z_].*)?|setup|use|init|initialize|initialise|config|configure|register\w*|enable\w*|disable\w*|seed|patch\w*|monkey_?patch\w*|install|activate|add_resource_path|load_extension)$/;

/** What depends on the process that it runs in, whatever anybody sets. */
export const OF_THE_PROCESS =
  /^(os\.(getppid|getpgrp|getpgid|getsid|read|write|close|closerange|dup|dup2|fdopen|fstat|lseek|sendfile|isatty|ttyname|fsync|ftruncate|pread|pwrite|readv|writev|tcgetpgrp|tcsetpgrp|set_blocking|set_inheritable)|builtins\.(id|hash|exec|eval|__import__|globals|compile)|importlib\.(import_module|reload|__import__)|runpy\.\w+|sys\.(modules|_getframe|gettrace|getprofile|getrefcount|exc_info|stdin|meta_path|path_hooks|_current_frames)|gc\.\w+|inspect\.(stack|currentframe|getmembers|getmodule)|atexit\.\w+|socket\.fromfd|(multiprocessing\.)?get_start_method|multiprocessing\.get_(start_method|context)(\(\)\.get_start_method)?|multiprocessing\.parent_process|threading\.(enumerate|active_count|main_thread|get_ident)|signal\.(getsignal|default_int_handler)|pkgutil\.\w+|tracemalloc\.\w+|faulthandler\.is_enabled)$|^\.(cache_info|cache_clear|__subclasses__|__hash__|f_globals|f_back)$/;

/** Of these, what runs or reads code that nobody sees. */
export const RUNS_ANYTHING =
  /^(builtins\.(exec|eval|__import__|globals|compile)|importlib\.(import_module|reload|__import__)|runpy\.\w+|pkgutil\.\w+|sys\.modules|\.(f_globals|f_back|__subclasses__))$/;
