from multiprocessing import Process, Queue

results = Queue()


def work(number):
    results.put(number * 2)


def main():
    children = [Process(target=work, args=(i,)) for i in range(2)]
    for child in children:
        child.start()
    for child in children:
        child.join()
    print(sorted(results.get(timeout=1) for _ in children))


if __name__ == "__main__":
    main()
