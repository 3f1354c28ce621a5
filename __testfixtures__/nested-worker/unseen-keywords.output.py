import functools
from multiprocessing import Process


def call(func, *args, **kwargs):
    print(func(*args, **kwargs), flush=True)


def in_process(func, *args, **kwargs):
    process = Process(target=functools.partial(call, func), args=args, kwargs=kwargs)
    process.start()
    process.join()
    return process.exitcode


if __name__ == "__main__":
    print(in_process(int, "ff", base=16))
