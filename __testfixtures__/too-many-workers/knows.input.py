import multiprocessing as mp


class NoDaemonProcess(mp.Process):
    daemon = property(lambda self: False, lambda self, value: None)


def row(n):
    with mp.Pool(2) as inner:
        return inner.map(abs, range(n))


def main():
    context = mp.get_context()
    context.Process = NoDaemonProcess
    with context.Pool(2) as outer:
        return outer.map(row, [2, 3])
