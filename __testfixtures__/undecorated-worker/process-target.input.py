"""Functions and partials that a Process is to run."""
from functools import partial
from multiprocessing import Process


def polite(work):
    # Says good bye.
    def wrapper(name, greeting="Hello"):
        work(name, greeting)
        print("Good bye", name)
    return wrapper


@polite
def greet(name, greeting):
    """Greets someone."""
    print(greeting, name)


if __name__ == "__main__":
    process = Process(target=partial(greet, "Ada"))
    process.start()
    process.join()
    process = Process(target=greet, args=("Bob",), kwargs={"greeting": "Hi"})
    process.start()
    process.join()
