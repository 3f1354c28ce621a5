/** What starts threads and leaves them running, and where that is said. */

export interface ThreadSource {
  /** The dotted names of functions, or of classes and functions whose result has the methods. */
  readonly names: RegExp;
  /** The methods that start the threads; null where the call itself does. */
  readonly starts: RegExp | null;
  /** The methods that end them; null where nothing does. */
  readonly ends: RegExp | null;
  /** For messages, behind "line 3 ". */
  readonly words: string;
  readonly source: string;
}

export const THREAD_SOURCES: readonly ThreadSource[] = [
  {
    names: /^logging\.handlers\.QueueListener$/,
    starts: /^start$/,
    ends: /^stop$/,
    words: 'has started a thread that hands on log records',
    source:
      'https://docs.python.org/3/library/logging.handlers.html#logging.handlers.QueueListener.start',
  },
  {
    names: /^concurrent\.futures\.(thread\.)?ThreadPoolExecutor$/,
    starts: /^(submit|map)$/,
    ends: /^shutdown$/,
    words: 'has started threads, which stay until shutdown()',
    source: 'https://docs.python.org/3/library/concurrent.futures.html#threadpoolexecutor',
  },
  {
    names: /^multiprocessing\.(pool\.ThreadPool|dummy\.Pool)$/,
    starts: null,
    ends: /^(close|terminate|join)$/,
    words: 'has started a pool of threads, which is open',
    source:
      'https://docs.python.org/3/library/multiprocessing.html#multiprocessing.pool.ThreadPool',
  },
  {
    names: /^prometheus_client\.(exposition\.)?(start_http_server|start_wsgi_server)$/,
    starts: null,
    ends: null,
    words: 'has started a thread that serves metrics',
    source: 'https://prometheus.github.io/client_python/exporting/http/',
  },
  {
    names: /^grpc\.server$/,
    starts: /^start$/,
    ends: /^stop$/,
    words: 'has started a gRPC server, and gRPC does not support fork',
    source: 'https://github.com/grpc/grpc/blob/master/doc/fork_support.md',
  },
  {
    names: /^grpc\.(insecure|secure)_channel$/,
    starts: null,
    ends: /^close$/,
    words: 'has opened a gRPC channel, and gRPC does not support fork',
    source: 'https://github.com/grpc/grpc/blob/master/doc/fork_support.md',
  },
  {
    names: /^polars\.read_\w+$/,
    starts: null,
    ends: null,
    words: 'may have started the threads of Polars, which do not survive fork',
    source: 'https://docs.pola.rs/user-guide/misc/multiprocessing/',
  },
  {
    names: /^lightgbm\.(train|cv)$/,
    starts: null,
    ends: null,
    words: 'has used OpenMP, whose threads do not survive fork',
    source: 'https://lightgbm.readthedocs.io/en/stable/FAQ.html',
  },
  {
    names: /^apscheduler\.schedulers\.background\.BackgroundScheduler$/,
    starts: /^start$/,
    ends: /^shutdown$/,
    words: 'has started a thread that runs jobs',
    source: 'https://apscheduler.readthedocs.io/en/3.x/userguide.html',
  },
  {
    names: /^watchdog\.observers\.Observer$/,
    starts: /^start$/,
    ends: /^(stop|join)$/,
    words: 'has started a thread that watches files',
    source: 'https://python-watchdog.readthedocs.io/en/stable/quickstart.html',
  },
  {
    names: /^paho\.mqtt\.client\.Client$/,
    starts: /^loop_start$/,
    ends: /^(loop_stop|disconnect)$/,
    words: 'has started a thread for the network',
    source: 'https://github.com/eclipse/paho.mqtt.python#network-loop',
  },
];
