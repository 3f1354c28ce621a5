/** The kinds of values that can't be pickled, as CPython 3.8 to 3.15 were seen to refuse them. */

import type { INSTEAD } from './instead.ts';

export interface UnpicklableKind {
  readonly module: string;
  /** The names in the module whose results can't be pickled, as a pattern. */
  readonly names: string;
  readonly instead: keyof typeof INSTEAD;
  /** What messages call it, where not by its name. */
  readonly what?: string;
  /** Python expressions that give such a value; none where it takes a package or a server. */
  readonly samples: readonly string[];
  /** The minor versions of Python 3 in which it can't be pickled, where it can be in others. */
  readonly until?: number;
  readonly since?: number;
}

const FILE = 'an open file';

export const UNPICKLABLE_KINDS: readonly UnpicklableKind[] = [
  {
    module: '_thread',
    names: 'allocate_lock|LockType|RLock',
    instead: 'lock',
    samples: ['_thread.allocate_lock()', '_thread.RLock()'],
  },
  {
    module: 'argparse',
    names: 'ArgumentParser',
    instead: 'parser',
    samples: ['argparse.ArgumentParser()'],
    until: 13,
  },
  {
    module: 'asyncio',
    names: 'get_event_loop|get_running_loop|new_event_loop|create_task|ensure_future',
    instead: 'make',
    samples: ['asyncio.new_event_loop()', 'asyncio.Future(loop=asyncio.new_event_loop())'],
  },
  {
    module: 'builtins',
    names: 'open',
    instead: 'open',
    what: FILE,
    samples: ["open('/dev/null')", "open('/dev/null', 'rb')", "open('/dev/null', 'w')"],
  },
  { module: 'builtins', names: 'memoryview', instead: 'bytes', samples: ["memoryview(b'')"] },
  {
    module: 'builtins',
    names: 'compile',
    instead: 'make',
    samples: ["compile('1', '', 'eval')"],
  },
  {
    module: 'bz2',
    names: 'open|BZ2File',
    instead: 'open',
    what: FILE,
    samples: ["bz2.open('/dev/null')", "bz2.BZ2File('/dev/null')"],
  },
  {
    module: 'codecs',
    names: 'open',
    instead: 'open',
    what: FILE,
    samples: ["codecs.open('/dev/null')"],
  },
  {
    module: 'concurrent.futures',
    names: 'ThreadPoolExecutor|ProcessPoolExecutor|Future',
    instead: 'make',
    samples: [
      'concurrent.futures.ThreadPoolExecutor()',
      'concurrent.futures.ProcessPoolExecutor()',
      'concurrent.futures.Future()',
    ],
  },
  {
    module: 'contextvars',
    names: 'ContextVar',
    instead: 'value',
    samples: ["contextvars.ContextVar('name')"],
  },
  {
    module: 'contextvars',
    names: 'copy_context|Context',
    instead: 'value',
    what: 'a context of variables',
    samples: ['contextvars.copy_context()', 'contextvars.Context()'],
  },
  {
    module: 'csv',
    names: 'reader|DictReader',
    instead: 'rows',
    samples: ['csv.reader([])', 'csv.DictReader([])'],
  },
  {
    module: 'csv',
    names: 'writer|DictWriter',
    instead: 'open',
    samples: ['csv.writer(sys.stdout)', 'csv.DictWriter(sys.stdout, [])'],
  },
  {
    module: 'ctypes',
    names: 'CDLL|pointer|byref',
    instead: 'make',
    samples: [
      'ctypes.CDLL(None)',
      'ctypes.pointer(ctypes.c_int())',
      'ctypes.byref(ctypes.c_int())',
    ],
  },
  {
    module: 'ctypes.cdll',
    names: 'LoadLibrary',
    instead: 'make',
    samples: ['ctypes.cdll.LoadLibrary(None)'],
  },
  {
    module: 'gzip',
    names: 'open|GzipFile',
    instead: 'open',
    what: FILE,
    samples: ["gzip.open('/dev/null')", "gzip.GzipFile('/dev/null')"],
  },
  { module: 'h5py', names: 'File', instead: 'open', samples: [] },
  {
    module: 'hashlib',
    names: 'md5|sha1|sha224|sha256|sha384|sha512|sha3_\\d+|shake_\\d+|blake2b|blake2s|new',
    instead: 'hash',
    what: 'a hash object',
    samples: [
      ...['md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512', 'blake2b', 'blake2s'],
      ...['sha3_224', 'sha3_256', 'sha3_384', 'sha3_512', 'shake_128', 'shake_256'],
    ]
      .map((name) => `hashlib.${name}()`)
      .concat("hashlib.new('md5')"),
  },
  {
    module: 'hmac',
    names: 'new',
    instead: 'hash',
    what: 'a hash object',
    samples: ["hmac.new(b'', b'', 'md5')"],
  },
  {
    module: 'inspect',
    names: 'currentframe',
    instead: 'value',
    samples: ['inspect.currentframe()'],
  },
  { module: 'io', names: 'open', instead: 'open', what: FILE, samples: ["io.open('/dev/null')"] },
  {
    module: 'itertools',
    names:
      'chain|islice|product|permutations|combinations|starmap|zip_longest|groupby|accumulate|takewhile|dropwhile|filterfalse|compress|combinations_with_replacement|chain\\.from_iterable',
    instead: 'list',
    samples: [
      'itertools.chain([1])',
      'itertools.chain.from_iterable([[1]])',
      'itertools.islice([1], 1)',
      'itertools.product([1])',
      'itertools.permutations([1])',
      'itertools.combinations([1], 1)',
      'itertools.combinations_with_replacement([1], 1)',
      'itertools.starmap(print, [])',
      'itertools.zip_longest([1])',
      'itertools.groupby([1])',
      'itertools.accumulate([1])',
      'itertools.takewhile(None, [1])',
      'itertools.dropwhile(None, [1])',
      'itertools.filterfalse(None, [1])',
      'itertools.compress([1], [1])',
    ],
    since: 14,
  },
  {
    module: 'itertools',
    names: 'count|cycle|repeat',
    instead: 'make',
    samples: ['itertools.count()', 'itertools.cycle([1])', 'itertools.repeat(1)'],
    since: 14,
  },
  {
    module: 'logging',
    names: 'StreamHandler|FileHandler',
    instead: 'log',
    samples: ['logging.StreamHandler()', "logging.FileHandler('/dev/null')"],
  },
  {
    module: 'logging.handlers',
    names: '\\w+Handler',
    instead: 'log',
    samples: [
      "logging.handlers.RotatingFileHandler('/dev/null')",
      'logging.handlers.QueueHandler(None)',
      'logging.handlers.MemoryHandler(1)',
    ],
  },
  {
    module: 'lzma',
    names: 'open|LZMAFile',
    instead: 'open',
    what: FILE,
    samples: ["lzma.open('/dev/null')", "lzma.LZMAFile('/dev/null')"],
  },
  {
    module: 'multiprocessing.pool',
    names: 'ThreadPool',
    instead: 'make',
    samples: ['multiprocessing.pool.ThreadPool(1)'],
  },
  {
    module: 'multiprocessing.dummy',
    names: 'Pool',
    instead: 'make',
    samples: ['multiprocessing.dummy.Pool(1)'],
  },
  { module: 'mmap', names: 'mmap', instead: 'open', samples: ['mmap.mmap(-1, 1)'] },
  {
    module: 'os',
    names: 'fdopen|popen',
    instead: 'open',
    what: FILE,
    samples: ["os.fdopen(os.open('/dev/null', os.O_RDONLY))", "os.popen('true')"],
  },
  {
    module: 'os',
    names: 'scandir',
    instead: 'list',
    what: 'an iterator',
    samples: ['os.scandir()'],
  },
  { module: 'os', names: 'walk', instead: 'list', what: 'a generator', samples: ["os.walk('.')"] },
  {
    module: 'glob',
    names: 'iglob',
    instead: 'list',
    what: 'a generator',
    samples: ["glob.iglob('*')"],
  },
  {
    module: 'psycopg2',
    names: 'connect',
    instead: 'connect',
    what: 'a database connection',
    samples: [],
  },
  {
    module: 'pymongo',
    names: 'MongoClient',
    instead: 'connect',
    samples: [],
  },
  {
    module: 'pymysql',
    names: 'connect',
    instead: 'connect',
    what: 'a database connection',
    samples: [],
  },
  {
    module: 'queue',
    names: 'Queue|LifoQueue|PriorityQueue|SimpleQueue',
    instead: 'queue',
    samples: ['queue.Queue()', 'queue.LifoQueue()', 'queue.PriorityQueue()', 'queue.SimpleQueue()'],
  },
  {
    module: 're',
    names: 'match|search|fullmatch',
    instead: 'groups',
    what: 'a match of a pattern',
    samples: ["re.match('a', 'a')", "re.search('a', 'a')", "re.fullmatch('a', 'a')"],
  },
  {
    module: 're',
    names: 'finditer',
    instead: 'list',
    what: 'an iterator',
    samples: ["re.finditer('a', 'a')"],
  },
  {
    module: 'redis',
    names: 'Redis|StrictRedis|ConnectionPool|from_url',
    instead: 'connect',
    samples: [],
  },
  { module: 'sched', names: 'scheduler', instead: 'make', samples: ['sched.scheduler()'] },
  {
    module: 'select',
    names: 'epoll|poll',
    instead: 'make',
    samples: ['select.epoll()', 'select.poll()'],
  },
  {
    module: 'selectors',
    names: 'DefaultSelector|EpollSelector|PollSelector',
    instead: 'make',
    samples: [
      'selectors.DefaultSelector()',
      'selectors.EpollSelector()',
      'selectors.PollSelector()',
    ],
  },
  {
    module: 'sqlalchemy',
    names: 'create_engine',
    instead: 'connect',
    what: 'a database engine',
    samples: [],
  },
  {
    module: 'sqlalchemy.orm',
    names: 'Session|sessionmaker|scoped_session',
    instead: 'connect',
    samples: [],
  },
  {
    module: 'sqlite3',
    names: 'connect',
    instead: 'connect',
    what: 'a database connection',
    samples: ["sqlite3.connect(':memory:')"],
  },
  {
    module: 'ssl',
    names: 'SSLContext|create_default_context',
    instead: 'make',
    what: 'an `ssl.SSLContext`',
    samples: ['ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)', 'ssl.create_default_context()'],
  },
  { module: 'struct', names: 'Struct', instead: 'make', samples: ["struct.Struct('i')"] },
  {
    module: 'subprocess',
    names: 'Popen',
    instead: 'process',
    samples: ["subprocess.Popen(['true'])"],
  },
  {
    module: 'tarfile',
    names: 'open|TarFile',
    instead: 'open',
    what: 'an open archive',
    samples: ["tarfile.open('a.tar', 'w')", "tarfile.TarFile('b.tar', 'w')"],
  },
  {
    module: 'tempfile',
    names: 'NamedTemporaryFile|TemporaryFile',
    instead: 'open',
    what: 'an open file',
    samples: ['tempfile.NamedTemporaryFile()', 'tempfile.TemporaryFile()'],
  },
  {
    module: 'threading',
    names: 'Lock|RLock|Event|Condition|Semaphore|BoundedSemaphore|Barrier',
    instead: 'lock',
    samples: [
      'threading.Lock()',
      'threading.RLock()',
      'threading.Event()',
      'threading.Condition()',
      'threading.Semaphore()',
      'threading.BoundedSemaphore()',
      'threading.Barrier(1)',
    ],
  },
  {
    module: 'threading',
    names: 'Thread|Timer|local|current_thread',
    instead: 'make',
    samples: [
      'threading.Thread()',
      'threading.Timer(1, print)',
      'threading.local()',
      'threading.current_thread()',
    ],
  },
  {
    module: 'types',
    names: 'MappingProxyType|ModuleType',
    instead: 'value',
    samples: ['types.MappingProxyType({})', "types.ModuleType('name')"],
  },
  {
    module: 'urllib.request',
    names: 'urlopen',
    instead: 'open',
    what: 'an open connection',
    samples: ["urllib.request.urlopen('file:///dev/null')"],
  },
  {
    module: 'weakref',
    names: 'ref',
    instead: 'referent',
    samples: ['weakref.ref(set())'],
  },
  {
    module: 'weakref',
    names: 'WeakKeyDictionary|WeakValueDictionary|WeakSet',
    instead: 'referent',
    samples: ['weakref.WeakKeyDictionary()', 'weakref.WeakValueDictionary()', 'weakref.WeakSet()'],
  },
  {
    module: 'zipfile',
    names: 'ZipFile',
    instead: 'open',
    what: 'an open archive',
    samples: ["zipfile.ZipFile('a.zip', 'w')"],
  },
  {
    module: 'zlib',
    names: 'compressobj|decompressobj',
    instead: 'make',
    what: 'a compressor or decompressor',
    samples: ['zlib.compressobj()', 'zlib.decompressobj()'],
  },
];
