from multiprocessing import Process, Queue

Data = {"a": 1}
DATA = None


def work(data_, data, *args):
    config = [value + data for value in data_.values()]
    args[-1].put((args[0], config, (lambda: data)(), f"{data!r:>3} {[data for _ in range(1)]}"))


if __name__ == "__main__":
    DATA = 3
    Data["b"] = 2
    results = Queue()
    given = (1, 2, results)
    child = Process(target=work, args=(Data, DATA, *given))
    child.start()
    print(results.get())
    child.join()
