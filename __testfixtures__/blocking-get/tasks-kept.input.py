import contextlib
import os
import signal
import sys
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import Pool, Process
from multiprocessing.pool import ThreadPool

from elsewhere import load


def exits(path):
    if not load(path):
        sys.exit(1)


def caught(path):
    try:
        if not load(path):
            sys.exit(1)
    except SystemExit as error:
        return error.code


def caught_with_all(path):
    try:
        if not load(path):
            sys.exit(1)
    except:
        return None


def caught_by_base(path):
    try:
        if not load(path):
            sys.exit(1)
    except (OSError, BaseException):
        return None


def suppressed(path):
    with contextlib.suppress(SystemExit):
        sys.exit(1)


def interrupted(path):
    try:
        return load(path)
    except KeyboardInterrupt:
        sys.exit(1)


def orphaned(path):
    if os.getppid() == 1:
        os._exit(1)
    return load(path)


def kills_another(pid):
    os.kill(pid, signal.SIGKILL)


def only_asks(pid):
    os.kill(os.getpid(), 0)


def forks(path):
    if os.fork() == 0:
        load(path)
        os._exit(0)


def installs(path):
    def stop(number, frame):
        sys.exit(1)

    signal.signal(signal.SIGUSR1, stop)
    return load(path)


def raises(path):
    raise ValueError(path)


def run(paths):
    with Pool() as pool:
        for worker in (caught, interrupted):
            pool.map(worker, paths)
        pool.map(caught, paths)
        pool.map(caught_with_all, paths)
        pool.map(caught_by_base, paths)
        pool.map(suppressed, paths)
        pool.map(interrupted, paths)
        pool.map(orphaned, paths)
        pool.map(kills_another, paths)
        pool.map(only_asks, paths)
        pool.map(forks, paths)
        pool.map(installs, paths)
        pool.map(raises, paths)
        result = pool.apply_async(exits, (paths[0],))
        print(result.get(timeout=5))
        result = pool.apply_async(exits, (paths[0],))
        result.wait(5)
        print(result.ready())


def others(paths):
    with ProcessPoolExecutor() as executor:
        print(list(executor.map(exits, paths)))
    with ThreadPool() as pool:
        pool.map(exits, paths)
    process = Process(target=exits, args=(paths[0],))
    process.start()
    process.join()


def returned(pool, path):
    return pool.apply_async(exits, (path,))
