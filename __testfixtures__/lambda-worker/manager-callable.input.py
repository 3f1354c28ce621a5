from multiprocessing import Queue
from multiprocessing.managers import BaseManager


class Base(BaseManager):
    pass


class Tasks(Base):
    pass


def serve(words):
    queue = Queue()
    Base.register("tasks", callable=lambda: queue)
    Tasks.register("words", lambda: words)
    with Tasks() as manager:
        manager.tasks().put(3)
        print(manager.tasks().get(), manager.words())


if __name__ == "__main__":
    serve(["a"])
