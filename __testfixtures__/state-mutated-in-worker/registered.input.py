import atexit
from multiprocessing import Pool

results = []
done = []


def register(worker):
    handlers.append(worker)
    return worker


handlers = []


@register
def work(number):
    results.append(number)


def last():
    done.append("last")


if __name__ == "__main__":
    atexit.register(last)
    with Pool(2) as pool:
        pool.map(work, range(3))
        pool.apply(last)
    for handler in handlers:
        handler(3)
    print(results, done)
