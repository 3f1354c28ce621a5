from multiprocessing import Pool, Process

results = []
names = {}
queue = []
total = 0


def work(number):
    results.append(number)
    names[number] = number
    queue.append(number)
    return number


def count():
    global total
    total += 1


def collect(items, values):
    items.extend(values)


def main():
    global total
    with Pool(2) as pool:
        for value in pool.map(work, range(3)):
            results.append(value)
        collect(queue, pool.map(work, range(3)))
    names.update({1: 2})
    process = Process(target=count)
    process.start()
    process.join()
    total += 1
    print(results, names, queue, total)


if __name__ == "__main__":
    main()
