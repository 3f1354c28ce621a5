from multiprocessing import Process, Queue

CONFIG = None
level = 1


def describe(number):
    return f"{number} {level}"


def work(number, results, config):
    results.put((number, config["scale"], f"{config}"))


def report(results, number, level_):
    global level
    level = level_
    results.put((number, describe(number), ""))


def main():
    global CONFIG, level
    CONFIG = {"scale": 5}
    level = 2
    results = Queue()
    children = [Process(target=work, args=(i, results, CONFIG)) for i in range(2)]
    children.append(Process(target=report, args=[results, 2, level]))
    for child in children:
        child.start()
    print(sorted(results.get() for _ in children))
    for child in children:
        child.join()


if __name__ == "__main__":
    main()
