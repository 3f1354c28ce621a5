"""Starts servers."""
import multiprocessing as mp
from multiprocessing import Process


def serve(host, port, *, capacity, free, directory):
    print(host, port, capacity, free, directory)


def show(*words):
    print(*words)


def main(hostname, directory):
    p = Process(target=serve,
                args=(hostname, 6001),
                kwargs={"capacity": 11111, "free": 10000, "directory": directory})
    p.start()
    p.join()
    for i in range(2):
        first = "a" * i
        second = "b" * i
        p1 = mp.Process(target=show, args=(first,))
        p2 = mp.Process(
            None,
            show,
            args=(second,),
        )
        p1.daemon = True
        p1.start()
        p1.join()
        p2.start()
        p2.join()


if __name__ == "__main__":
    main("localhost", "/tmp")
    for i in range(2):
        p = mp.Process(target=show, args=(i, "again"))
        p.start()
        p.join()
