from multiprocessing.managers import BaseManager


class Manager(BaseManager):
    pass


class Box:
    def __init__(self, value):
        self.value = value

    def get(self):
        return self.value


Manager.register("box", callable=lambda value=1: Box(value))

if __name__ == "__main__":
    with Manager() as manager:
        print(manager.box().get(), manager.box(5).get())
