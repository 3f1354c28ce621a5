import bootloader
from multiprocessing import Process, freeze_support


def clean(name):
    print("cleaned", name, flush=True)


if __name__ == "__main__":
    freeze_support()
    cleaner = Process(target=clean, args=("cache",))
    cleaner.start()
    cleaner.join()
