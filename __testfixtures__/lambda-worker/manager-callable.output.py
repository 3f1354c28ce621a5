import functools
from multiprocessing import Queue
from multiprocessing.managers import BaseManager


class Base(BaseManager):
    pass


class Tasks(Base):
    pass


def _serve_worker(queue):
    return queue


def _serve_worker_2(words):
    return words


def serve(words):
    queue = Queue()
    Base.register("tasks", callable=functools.partial(_serve_worker, queue))
    Tasks.register("words", functools.partial(_serve_worker_2, words))
    with Tasks() as manager:
        manager.tasks().put(3)
        print(manager.tasks().get(), manager.words())


if __name__ == "__main__":
    serve(["a"])
