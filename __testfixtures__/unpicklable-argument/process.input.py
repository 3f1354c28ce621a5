"""The child takes what it needs of the generator: unsafe, for the parent would run it to its end."""
from multiprocessing import Process, SimpleQueue


def first(numbers, queue):
    queue.put(next(iter(numbers)))


def main():
    queue = SimpleQueue()
    process = Process(target=first, args=((n * n for n in range(3, 6)), queue))
    process.start()
    print(queue.get())
    process.join()


if __name__ == "__main__":
    main()
