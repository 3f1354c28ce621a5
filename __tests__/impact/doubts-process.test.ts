import { describe, expect, test } from '@jest/globals';
import { holds, program, sitesOf } from './programs.ts';

const SETTINGS: [
  what: string,
  top: string,
  work: string,
  parent: string,
  other: [string, string],
][] = [
  [
    'the environment',
    'import os',
    'return os.getenv("A")',
    'os.environ["A"] = "1"',
    ['return x', 'os.environ["A"] = "1"'],
  ],
  [
    'the environment',
    'from os import environ as e, getenv',
    'return getenv("A")',
    'e["A"] = "1"',
    ['return getenv("A")', 'print(e["A"])'],
  ],
  [
    'the environment',
    'import os\ndef put(e):\n    e["A"] = "1"',
    'return os.getenv("A")',
    'put(os.environ, 1)',
    ['return os.getenv("A")', 'dict(os.environ, A="1")'],
  ],
  [
    'the environment',
    'import os',
    'return os.getenv("A")',
    'os.environ |= {"A": "1"}',
    ['return os.getenv("A")', 'print(os.environ | {"A": "1"})'],
  ],
  [
    'the environment',
    'import os\nA = os.environ.get("A")',
    'return A',
    'os.environ["A"] = "1"',
    ['return x', 'os.environ["A"] = "1"'],
  ],
  [
    'the working directory',
    'import os\nHERE = os.getcwd()',
    'return HERE',
    'os.chdir("/")',
    ['return x', 'os.chdir("/")'],
  ],
  [
    'the command line',
    'import sys\nN = len(sys.argv)',
    'return N',
    'sys.argv.append("a")',
    ['return x', 'sys.argv.append("a")'],
  ],
  [
    'the locale',
    'import locale',
    'return locale.str(x)',
    'locale.setlocale(locale.LC_ALL, "C")',
    ['return str(x)', 'locale.setlocale(locale.LC_ALL, "C")'],
  ],
  [
    'translations',
    'import gettext',
    'return _("a")',
    'gettext.install("app")',
    ['return x', 'gettext.install("app")'],
  ],
  [
    'the decimal context',
    'import decimal',
    'return decimal.Decimal(x) / 3',
    'decimal.getcontext().prec = 4',
    ['return x', 'decimal.Decimal(4)'],
  ],
  [
    'the filters of warnings',
    'import warnings',
    'return x',
    'warnings.simplefilter("error")',
    ['return x', 'warnings.simplefilter("ignore")'],
  ],
  [
    'the filters of warnings',
    'import warnings',
    'warnings.warn(str(x))',
    'warnings.simplefilter("always")',
    ['return x', 'warnings.simplefilter("always")'],
  ],
  [
    'the limit of recursion',
    'import sys',
    'return x',
    'sys.setrecursionlimit(9999)',
    ['return x', 'sys.getrecursionlimit()'],
  ],
  [
    'what signals do',
    'from signal import SIGTERM, SIG_IGN\nfrom signal import signal as on',
    'return x',
    'on(SIGTERM, SIG_IGN)',
    ['return x', 'print(SIGTERM)'],
  ],
  [
    'logging',
    'import logging\nlog = logging.getLogger("a")',
    'log.info(x)',
    'logging.basicConfig(level=10)',
    ['return x', 'logging.basicConfig(level=10)'],
  ],
  [
    'logging',
    'import logging',
    'logging.getLogger("a").warning(x)',
    'logging.root.handlers.append(None)',
    ['return x', 'logging.root.handlers.append(None)'],
  ],
  [
    'logging',
    'import logging',
    'logging.warning(x)',
    'logging.setLogRecordFactory(None)',
    ['return x', 'logging.setLogRecordFactory(None)'],
  ],
  [
    'loguru',
    'from loguru import logger',
    'logger.info(x)',
    'logger.add("a.log")',
    ['return x', 'logger.add("a.log")'],
  ],
  [
    'where output goes',
    'import sys',
    'print(x)',
    'sys.stdout = sys.stderr',
    ['return x', 'sys.stdout = sys.stderr'],
  ],
  [
    'how modules are imported',
    'import sys',
    'return x',
    'sys.modules["a"] = sys',
    ['return x', 'print(sys.modules["a"])'],
  ],
  [
    "NumPy's random numbers",
    'import numpy as np',
    'return np.random.rand()',
    'np.random.seed(1)',
    ['return x', 'np.random.seed(1)'],
  ],
  [
    "PyTorch's random numbers",
    'import torch',
    'return torch.rand(1)',
    'torch.manual_seed(1)',
    ['return x', 'torch.manual_seed(1)'],
  ],
  [
    'what Python sets up for sockets, files and types',
    'import socket',
    'return x',
    'socket.setdefaulttimeout(3)',
    ['return x', 'socket.getdefaulttimeout()'],
  ],
  [
    'the limits and rights of the process',
    'import os',
    'return x',
    'os.umask(0)',
    ['return x', 'os.getuid()'],
  ],
  [
    'what a test double replaces',
    'from unittest import mock',
    'return x',
    'mock.patch("os.getcwd").start()',
    ['return x', 'print(mock)'],
  ],
  [
    'what a registry of the process holds',
    'import os',
    'return x',
    'os.register_at_fork(before=print)',
    ['return x', 'os.getpid()'],
  ],
];

describe('what belongs to the process', () => {
  holds(
    SETTINGS.map(([what, top, work, parent, [otherWork, otherParent]]) => [
      `${what}, set by ${parent}`,
      program(top, work, parent),
      `workers may depend on ${what}, which the parent sets in line`,
      program(top, otherWork, otherParent),
    ]),
  );

  test('is as the parent left it where processes are spawned from it', async () => {
    const files = {
      'main.py': program('import os', 'return os.getenv("A")', 'os.environ["A"] = "1"'),
    };
    expect((await sitesOf(files, 'spawn')).map(({ verdict }) => verdict)).toEqual(['safe']);
  });
});
