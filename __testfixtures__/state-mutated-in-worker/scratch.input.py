from multiprocessing import Process

sizes = [3, 1, 2]
settings = {"depth": 1}


def smallest():
    sizes.sort()
    print(sizes[0])


def deeper(options, numbers):
    options["depth"] += 1
    numbers.sort()
    print(options["depth"], numbers[0])


def run(data):
    data = list(data)
    data.append(4)
    print(data)


if __name__ == "__main__":
    numbers = [5, 4]
    data = []
    for target, args in [(smallest, ()), (run, (data,))]:
        process = Process(target=target, args=args)
        process.start()
        process.join()
    process = Process(target=deeper, args=(settings, numbers))
    process.start()
    process.join()
    process = Process(target=run, args=(data,))
    process.start()
    process.join()
    print(sizes, settings, numbers, data)
