from multiprocessing import Pool


def square(x):
    return x * x


class Job:
    def run(self, numbers):
        with Pool(2) as pool:
            self.result = pool.map_async(square, numbers)
            self.wait()

    def wait(self):
        print(self.result.get())


def wait_all(results):
    return [result.get() for result in results]


def handed_on(numbers):
    with Pool(2) as pool:
        results = [pool.apply_async(square, (n,)) for n in numbers]
        return wait_all(results)


def captured(numbers):
    with Pool(2) as pool:
        result = pool.map_async(square, numbers)
        (lambda: result.wait())()
    return result.get()


def finish(pool):
    pool.close()
    pool.join()


def joined_elsewhere(numbers):
    with Pool(2) as pool:
        result = pool.map_async(square, numbers)
        finish(pool)
    return result.get()


def into_a_parameter(numbers, results):
    with Pool(2) as pool:
        results.append(pool.map_async(square, numbers))


def read_first(numbers):
    with Pool(2) as pool:
        lazy = pool.imap(square, numbers)
        first = next(lazy)
    return first, lazy


def on_a_condition(numbers, verbose):
    with Pool(2) as pool:
        result = pool.map_async(square, numbers)
        if verbose:
            print(result.get())
    return result


def stopped(numbers):
    with Pool(2) as pool:
        pool.map_async(square, numbers)
        pool.terminate()


if __name__ == "__main__":
    print(handed_on([1, 2]))
