import bootloader
from multiprocessing import Process


def clean(name):
    print("cleaned", name, flush=True)


if __name__ == "__main__":
    cleaner = Process(target=clean, args=("cache",))
    cleaner.start()
    cleaner.join()
