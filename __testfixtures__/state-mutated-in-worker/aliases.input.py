from multiprocessing import Pool, Process

results = []
table = {}
rows = []


class App:
    rows = rows


def work(number):
    results.append(number)
    table[number] = number
    rows.append(number)


def fill(items):
    items.append(3)


def main():
    same = results
    with Pool(2) as pool:
        same.extend(pool.map(work, range(3)))
    put = table.update
    put({1: 2})
    App.rows.append(3)
    numbers = others = []
    process = Process(target=fill, args=(numbers,))
    process.start()
    process.join()
    others.append(4)
    print(results, table, rows, numbers)


if __name__ == "__main__":
    main()
