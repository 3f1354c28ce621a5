"""Collect the steps of Collatz sequences, which are too much for a pipe, from two processes."""
from multiprocessing import Process, Queue


def lengths(numbers, results):
    found = []
    for number in numbers:
        steps = 0
        while number > 1:
            number = 3 * number + 1 if number % 2 else number // 2
            steps += 1
        found.append(steps)
    results.put(found)


if __name__ == "__main__":
    results = Queue()
    halves = [range(1, 20_000), range(20_000, 40_000)]
    processes = [Process(target=lengths, args=(half, results)) for half in halves]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    longest = []
    for _ in processes:
        longest.append(max(results.get()))
    print(max(longest))
