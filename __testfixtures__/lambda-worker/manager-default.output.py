from multiprocessing.managers import BaseManager


class Manager(BaseManager):
    pass


class Box:
    def __init__(self, value):
        self.value = value

    def get(self):
        return self.value


def _worker(value=1):
    return Box(value)


Manager.register("box", callable=_worker)

if __name__ == "__main__":
    with Manager() as manager:
        print(manager.box().get(), manager.box(5).get())
