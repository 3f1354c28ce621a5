"""Greet from two processes that are started in the same way on every platform."""
import multiprocessing


def greet(name, greetings):
    greetings.put(f"Hello {name}")


if __name__ == "__main__":
    greetings = multiprocessing.Queue()
    multiprocessing.set_start_method("spawn")
    for name in ("Ada", "Bob"):
        multiprocessing.Process(target=greet, args=(name, greetings)).start()
    print(greetings.get())
    print(greetings.get())
