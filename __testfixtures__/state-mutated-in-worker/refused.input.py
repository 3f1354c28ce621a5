from concurrent.futures import ProcessPoolExecutor
from multiprocessing import Pool, Process

even = []
seen = []
sent = []
table = {}
used = []
early = []
opened = []
flag = False
kept = []


def some(number):
    if number % 2 == 0:
        even.append(number)


def goes_on(number):
    seen.append(number)
    print(number)


def send(number):
    sent.append(number)


def put(number):
    table[number] = number


def use(number):
    used.append(number)


def first(number):
    early.append(number)


def leave(path):
    opened.append(open(path))


def signal():
    global flag
    flag = True


def keep(number):
    kept.append(number)


def main():
    with Pool(2) as pool:
        pool.map(some, range(4))
        pool.map(goes_on, range(4))
        pool.map(put, range(4))
        nothing = pool.map(use, range(4))
        pool.apply_async(first, (3,))
        print(early)
        pool.map(leave, [__file__])
        for _ in pool.imap(keep, range(3)):
            print("one more")
    with ProcessPoolExecutor(2) as executor:
        executor.submit(send, 3)
    process = Process(target=signal)
    process.start()
    process.join()
    print(even, seen, sent, table, used, nothing, len(opened), flag, kept)


if __name__ == "__main__":
    main()
