import bootloader
import multiprocessing as mp
import sys


def child():
    print("frozen" if sys.frozen else "from source", flush=True)


def main():
    mp.set_start_method("spawn")
    process = mp.Process(target=child)
    process.start()
    process.join()


if __name__ == "__main__":
    mp.freeze_support()
    main()
