import bootloader
import multiprocessing as mp
import sys


def child(queue):
    queue.put("frozen" if sys.frozen else "from source")


def main():
    queue = mp.Queue()
    process = mp.Process(target=child, args=(queue,))
    process.start()
    print(queue.get())
    process.join()


if __name__ == "__main__":
    mp.set_start_method("spawn")
    mp.freeze_support()
    main()
