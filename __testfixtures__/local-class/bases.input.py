from multiprocessing import Pool


class Plugin:
    made = []

    def __init_subclass__(cls):
        cls.made.append(cls)


class Meta(type):
    pass


class Made(metaclass=Meta):
    pass


class First:
    number = 1


class Second:
    number = 2


Base = First


def number_of(task):
    return task.number


def main():
    class Listed(Plugin):
        number = 3

    class Told(Made):
        number = 4

    class Late(Base):
        pass

    with Pool(1) as pool:
        print(pool.map(number_of, [Listed(), Told(), Late()]))


Base = Second

if __name__ == "__main__":
    main()
