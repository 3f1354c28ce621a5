from multiprocessing import Process, Queue


def main(rounds):
    queue = Queue()
    for factor in rounds:
        offset = factor * 10

        def work(number):
            queue.put(number * factor + offset)

        processes = []
        for number in range(3):
            p = Process(target=work, args=(number,))
            p.start()
            processes.append(p)
        print(factor, sorted(queue.get(timeout=10) for _ in processes))
        for p in processes:
            p.join()


if __name__ == "__main__":
    main([1, 2])
