import functools
from multiprocessing import Process


def announced(method):
    @functools.wraps(method)
    def announce(self, *args):
        print("begin")
        return method(self, *args)

    return announce


class Job:
    def __init__(self, name):
        self.name = name

    @announced
    def run(self, times):
        print(self.name * times)


if __name__ == "__main__":
    job = Job("a")
    process = Process(target=job.run, args=(3,))
    process.start()
    process.join()
    print("exit code", process.exitcode)
