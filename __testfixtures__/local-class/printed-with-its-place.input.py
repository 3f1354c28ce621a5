from dataclasses import dataclass
from multiprocessing import Process


def show(task):
    print(task)


def main():
    @dataclass
    class Task:
        number: int

    p = Process(target=show, args=(Task(3),))
    p.start()
    p.join()
    print(Task(4))


if __name__ == "__main__":
    main()
