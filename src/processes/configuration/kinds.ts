/** What sets up a process, which code shows that it matters, and whether each child can simply do it again. */

export interface Configuration {
  /** What is set up, behind "the parent sets up". */
  readonly what: string;
  /** The calls that do, by qualified name. */
  readonly calls?: RegExp;
  /** Calls that belong to it, but are no reason for a finding on their own. */
  readonly alsoCalls?: RegExp;
  /** What an argument list must hold for a call to count. */
  readonly given?: RegExp;
  /** The attributes and elements of modules whose assignment does, by qualified name. */
  readonly assigned?: RegExp;
  /** The calls in children that depend on it. */
  readonly usedBy: RegExp;
  /** Functions of other packages that may set it up in children. */
  readonly setUpBy?: RegExp;
  /** Whether functions that call themselves depend on it. */
  readonly usedByRecursion?: true;
  /** What the code in children does, behind the name of a function: "logs". */
  readonly use: string;
  /** What a child that is not forked does instead, behind "a child that is not forked". */
  readonly without: string;
  /** Why it must not be repeated in each child, as a sentence without its full stop; null where it may be. */
  readonly notRepeated: string | null;
  /** What a repetition may change in a forked child, as a clause. */
  readonly doubt?: string;
}

const ANY_LEVEL = 'debug|info|warning|warn|error|critical|exception|log';

const NETWORK =
  'urllib\\.request\\.(urlopen|urlretrieve)|http\\.client\\.HTTPS?Connection|ftplib\\.FTP(_TLS)?|smtplib\\.SMTP(_SSL)?|imaplib\\.\\w+|poplib\\.\\w+';

export const CONFIGURATIONS: readonly Configuration[] = [
  {
    what: 'logging',
    calls: /^logging\.(basicConfig|disable|config\.(dictConfig|fileConfig))$/,
    alsoCalls:
      /^logging\.(getLogger\(\)\.(setLevel|addHandler|addFilter|removeHandler)|captureWarnings|addLevelName|root\.\w+)$/,
    usedBy: new RegExp(`^logging\\.(getLogger\\(\\)\\.|root\\.)?(${ANY_LEVEL})$`),
    setUpBy:
      /^(?!logging\.getLogger).*((set_?up|init|config\w*|get)_?\w*log|log\w*_?(set_?up|init|config))/i,
    use: 'logs',
    without:
      'begins with logging as Python has it: no handlers, and nothing below a warning is seen',
    notRepeated: null,
  },
  {
    what: 'loguru',
    calls: /^loguru\.logger\.(add|remove|configure)$/,
    usedBy: new RegExp(`^loguru\\.logger\\.(${ANY_LEVEL}|success|trace)$`),
    use: 'logs',
    without: 'begins with the one handler that loguru has, which writes to stderr',
    notRepeated:
      'in a forked child, a second `add()` would write every line twice. Add the sinks with enqueue=True, and hand the logger to the workers with initargs=',
  },
  {
    what: 'the filters of warnings',
    calls: /^warnings\.(filterwarnings|simplefilter|resetwarnings)$/,
    usedBy: /^warnings\.warn(_explicit)?$/,
    use: 'warns',
    without: "begins with Python's own filters",
    notRepeated: null,
    doubt: 'filters that were added later come behind these in a forked child',
  },
  {
    what: 'the decimal context',
    calls: /^decimal\.setcontext$/,
    assigned: /^decimal\.(getcontext\(\)|DefaultContext)\.\w+$/,
    usedBy: /^decimal\.(Decimal|getcontext)\b/,
    use: 'computes with decimals',
    without: 'computes with the context that Python begins with, to 28 digits',
    notRepeated: null,
  },
  {
    what: 'the locale',
    calls: /^locale\.setlocale$/,
    given: /,/,
    usedBy:
      /^locale\.(atof|atoi|format_string|format|currency|str|strcoll|strxfrm|localeconv|localize|delocalize)$/,
    use: 'depends on the locale',
    without: 'begins with the locale "C"',
    notRepeated: null,
  },
  {
    what: 'the limit of recursion',
    calls: /^sys\.setrecursionlimit$/,
    usedBy: /^$/,
    usedByRecursion: true,
    use: 'calls itself',
    without: 'begins with a limit of 1000 calls, and stops with RecursionError behind it',
    notRepeated: null,
  },
  {
    what: 'the time-out of sockets',
    calls: /^socket\.setdefaulttimeout$/,
    usedBy: new RegExp(`^(${NETWORK}|socket\\.(socket|create_connection))$`),
    use: 'connects',
    without: 'waits without a limit',
    notRepeated: null,
  },
  {
    what: 'the limit for fields of csv',
    calls: /^csv\.field_size_limit$/,
    given: /\w/,
    usedBy: /^csv\.(reader|DictReader)$/,
    use: 'reads csv',
    without: 'begins with a limit of 131072 characters',
    notRepeated: null,
  },
  {
    what: 'the types of files',
    calls: /^mimetypes\.(add_type|init)$/,
    usedBy: /^mimetypes\.guess_\w+$/,
    use: 'asks for the type of a file',
    without: 'does not know of them',
    notRepeated: null,
  },
  {
    what: 'what an alarm does',
    calls: /^signal\.signal$/,
    given: /\bSIG(ALRM|VTALRM|PROF)\b/,
    usedBy: /^signal\.(alarm|setitimer)$/,
    use: 'sets an alarm',
    without: 'has no handler for it, and the signal ends it',
    notRepeated: null,
  },
  {
    what: 'how certificates are checked',
    assigned: /^ssl\._create_default_https_context$/,
    usedBy: new RegExp(`^(${NETWORK})$`),
    use: 'connects',
    without: "checks them in Python's own way",
    notRepeated: null,
  },
  {
    what: 'where output goes',
    assigned: /^sys\.(stdout|stderr)$/,
    usedBy: /^builtins\.print$/,
    use: 'prints',
    without: 'prints to the stream that the program began with',
    notRepeated:
      'opened again in each child, a file would be emptied, or lines would mix. Hand the results back, and print them in the parent',
  },
  {
    what: "NumPy's random numbers",
    calls: /^numpy\.random\.seed$/,
    usedBy:
      /^numpy\.random\.(rand|randn|randint|random|random_sample|choice|permutation|shuffle|normal|uniform|standard_normal|poisson|binomial|beta|gamma|exponential|multivariate_normal)$/,
    use: 'draws from them',
    without: 'begins with a state of its own, so that no run is like another',
    notRepeated:
      'repeated in each child, it would make them all draw the same numbers, as forked ones do now. Spawn one seed for each task, with numpy.random.SeedSequence(…).spawn(), and make a generator of it there',
  },
  {
    what: "NumPy's errors",
    calls: /^numpy\.seterr$/,
    given: /raise|call/,
    usedBy: /^numpy\.(?!random\.)\w+/,
    use: 'computes with NumPy',
    without: 'warns where the parent raises an error',
    notRepeated: null,
  },
  {
    what: 'the precision of mpmath',
    assigned: /^mpmath\.mp\.(dps|prec)$/,
    usedBy: /^mpmath\./,
    use: 'computes with mpmath',
    without: 'computes with 15 digits',
    notRepeated: null,
  },
  {
    what: 'Matplotlib',
    calls:
      /^matplotlib\.(use|rc|rcParams\.update|style\.use|pyplot\.(switch_backend|style\.use|rc|rcParams\.update))$/,
    assigned: /^matplotlib\.(pyplot\.)?rcParams$/,
    usedBy: /^matplotlib\./,
    use: 'draws',
    without: "begins with Matplotlib's own settings",
    notRepeated: null,
  },
  {
    what: 'PyTorch',
    calls:
      /^torch\.(set_default_dtype|set_default_device|set_default_tensor_type|set_num_threads|use_deterministic_algorithms|set_float32_matmul_precision)$/,
    assigned: /^torch\.backends\.[\w.]+$/,
    usedBy: /^torch\.(?!cuda\.|multiprocessing\.)/,
    use: 'computes with PyTorch',
    without: "begins with PyTorch's own settings",
    notRepeated: null,
  },
  {
    what: 'OpenCV',
    calls: /^cv2\.(setNumThreads|setUseOptimized|ocl\.setUseOpenCL)$/,
    usedBy: /^cv2\./,
    use: 'uses OpenCV',
    without: "begins with OpenCV's own settings",
    notRepeated: null,
  },
  {
    what: 'Pillow',
    assigned: /^PIL\.(Image\.MAX_IMAGE_PIXELS|ImageFile\.LOAD_TRUNCATED_IMAGES)$/,
    usedBy: /^PIL\./,
    use: 'reads images',
    without: "begins with Pillow's own limits",
    notRepeated: null,
  },
  {
    what: 'Django',
    calls: /^django\.setup$/,
    usedBy: /^django\.(?!setup\b)|(^|\.)models\./,
    use: 'uses Django',
    without: 'stops with AppRegistryNotReady',
    notRepeated: null,
    doubt: 'in a forked child, logging is set up anew',
  },
];
