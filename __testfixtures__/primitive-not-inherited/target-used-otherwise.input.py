from multiprocessing import Process, Queue

results = Queue()
TASKS = {}


def task(fn):
    TASKS[fn.__name__] = fn
    return fn


@task
def work(number):
    results.put(number)


def main():
    child = Process(target=work, args=(1,))
    child.start()
    print(results.get())
    child.join()


if __name__ == "__main__":
    main()
