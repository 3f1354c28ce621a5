from multiprocessing import Process, Queue

Data = {"a": 1}
DATA = None


def work(*args):
    config = [value + DATA for value in Data.values()]
    args[-1].put((args[0], config, (lambda: DATA)(), f"{DATA!r:>3} {[DATA for _ in range(1)]}"))


if __name__ == "__main__":
    DATA = 3
    Data["b"] = 2
    results = Queue()
    given = (1, 2, results)
    child = Process(target=work, args=given)
    child.start()
    print(results.get())
    child.join()
