import multiprocessing

STATE = {}


def set_up():
    STATE["ready"] = True


def work(number):
    return number if STATE else None


if __name__ == "__main__":
    context = multiprocessing.get_context("fork")
    with context.Pool(2, initializer=set_up()) as pool:
        print(pool.map(work, [1]))
