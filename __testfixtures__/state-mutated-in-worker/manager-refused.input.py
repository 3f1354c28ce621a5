from collections import defaultdict
from multiprocessing import Process

shared = []


def count(totals, groups, names, key):
    totals[key] += 1
    groups[key].append(key)
    names.append(key)


def add(items):
    items.append(3)


def look(items):
    items.append(len(items))


def looked():
    items = []
    process = Process(target=look, args=(items,))
    process.start()
    process.join()
    print(items)


def counted():
    totals = {}
    groups = defaultdict(list)
    names = []
    process = Process(target=count, args=(totals, groups, names, "fox"))
    process.start()
    process.join()
    print(totals, groups)
    return names


process = Process(target=add, args=(shared,))

if __name__ == "__main__":
    process.start()
    process.join()
    print(shared)
    counted()
