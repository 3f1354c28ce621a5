from concurrent.futures import ProcessPoolExecutor


def run(items):
    def work(item):
        return item + 1

    with ProcessPoolExecutor(1) as executor:
        return list(executor.map(work, items))


if __name__ == "__main__":
    print(run([1, 2]))
