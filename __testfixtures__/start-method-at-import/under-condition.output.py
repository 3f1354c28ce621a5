import multiprocessing
import sys


def shout(word, queue):
    queue.put(word.upper())


def main():
    queue = multiprocessing.Queue()
    process = multiprocessing.Process(target=shout, args=("hello", queue))
    process.start()
    process.join()
    if process.exitcode:
        sys.exit("the child failed")
    print(queue.get())


if __name__ == "__main__":
    if sys.platform != "win32":
        # the default elsewhere
        multiprocessing.set_start_method("spawn")
    else:
        multiprocessing.set_start_method(method="spawn")
    main()
