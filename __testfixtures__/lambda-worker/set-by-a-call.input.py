from multiprocessing import Process

LEVEL = 0


def show(value):
    print(value, flush=True)


def set_level():
    global LEVEL
    LEVEL = 20


if __name__ == "__main__":
    process = Process(target=lambda: show(LEVEL))
    set_level()
    process.start()
    process.join()
