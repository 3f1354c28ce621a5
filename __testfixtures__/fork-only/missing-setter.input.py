import windows  # isort: skip
from multiprocessing import Process, set_start_method


def greet(name):
    print("hello,", name, flush=True)


if __name__ == "__main__":
    # fork starts faster
    set_start_method("fork")  # the default up to 3.13
    process = Process(target=greet, args=("world",))
    process.start()
    process.join()
