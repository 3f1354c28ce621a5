from multiprocessing import Pool


def parallel(function, values, jobs):
    print("running", function.__name__)
    if jobs == 1:
        return [function(value) for value in values]
    with Pool(jobs) as pool:
        return pool.map(function, values)


def run(factor, jobs):
    def multiply(value):
        return value * factor

    return parallel(multiply, [1, 2], jobs)


if __name__ == "__main__":
    print(run(2, 1))
    print(run(2, 2))
