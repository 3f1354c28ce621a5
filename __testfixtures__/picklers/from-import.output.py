from multiprocess import Process, Queue as Results


def main():
    results = Results()

    def work(number):
        results.put(number * number)

    processes = [Process(target=work, args=(n,)) for n in range(3)]
    for process in processes:
        process.start()
    print(sorted(results.get() for _ in processes))
    for process in processes:
        process.join()


if __name__ == "__main__":
    main()
