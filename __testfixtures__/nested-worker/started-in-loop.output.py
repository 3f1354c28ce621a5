from multiprocessing import Process, Queue


def work(queue, factor, offset, number):
    queue.put(number * factor + offset)


def main(rounds):
    queue = Queue()
    for factor in rounds:
        offset = factor * 10

        processes = []
        for number in range(3):
            p = Process(target=work, args=(queue, factor, offset, number))
            p.start()
            processes.append(p)
        print(factor, sorted(queue.get(timeout=10) for _ in processes))
        for p in processes:
            p.join()


if __name__ == "__main__":
    main([1, 2])
