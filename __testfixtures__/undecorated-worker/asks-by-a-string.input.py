from multiprocessing import Process


def logged(func):
    def wrapper(*args):
        print("call", getattr(func, "__name__", "?"))
        return func(*args)

    return wrapper


def timed(func):
    def inner(*args):
        return func(*args)

    return inner


@timed
def work(n):
    print("work", n)


@logged
@timed
def helper():
    return 3


if __name__ == "__main__":
    helper()
    p = Process(target=work, args=(1,))
    p.start()
    p.join()
