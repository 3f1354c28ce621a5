import multiprocessing as mp

ready = mp.SimpleQueue()


class Worker:
    def run(self):
        child = mp.Process(None, work())
        child.start()
        child.join()
        return child.exitcode


def work():
    raise SystemExit(3)


if __name__ == "__main__":
    print(Worker().run())
