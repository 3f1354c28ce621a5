from multiprocessing import JoinableQueue, Process


class Reader(Process):
    def __init__(self, name, lines):
        super().__init__()
        self.name = name
        self.lines = lines

    def run(self):
        self.lines.put([self.name] * 30_000)


def read(names):
    lines = JoinableQueue()
    found = []
    readers = [Reader(name, lines) for name in names]
    [reader.start() for reader in readers]
    for reader in readers:
        found.extend(lines.get())
    [reader.join() for reader in readers]
    return found


if __name__ == "__main__":
    print(len(read(["a", "b"])))
