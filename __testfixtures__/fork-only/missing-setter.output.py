import windows  # isort: skip
from multiprocessing import Process, set_start_method, get_all_start_methods


def greet(name):
    print("hello,", name, flush=True)


if __name__ == "__main__":
    # fork starts faster
    if "fork" in get_all_start_methods():
        set_start_method("fork")  # the default up to 3.13
    process = Process(target=greet, args=("world",))
    process.start()
    process.join()
