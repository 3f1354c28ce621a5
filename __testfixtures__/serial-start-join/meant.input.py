from multiprocessing import Process, get_context


def work(number):
    print(number)


def commented():
    # a fresh process each time: the library leaks memory
    for number in range(4):
        process = Process(target=work, args=(number,))
        process.start()
        process.join()


def commented_inside():
    for number in range(4):
        process = Process(target=work, args=(number,))
        process.start()
        process.join()  # one at a time


def run_in_order():
    for number in range(4):
        process = Process(target=work, args=(number,))
        process.start()
        process.join()


def described():
    """Runs the steps sequentially."""
    for number in range(4):
        process = Process(target=work, args=(number,))
        process.start()
        process.join()


def test_work():
    for number in range(4):
        process = Process(target=work, args=(number,))
        process.start()
        process.join()


def each_method():
    for method in ("fork", "spawn"):
        process = get_context(method).Process(target=work, args=(1,))
        process.start()
        process.join()
