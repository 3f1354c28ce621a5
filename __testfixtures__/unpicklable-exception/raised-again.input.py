from multiprocessing import Pool


class Bad(Exception):
    def __init__(self):
        super().__init__("bad")


def check(number):
    try:
        if number < 0:
            raise Bad
    except Exception:
        print("that went wrong")
        raise
    except KeyError:
        return None
    else:
        return number


def work(numbers):
    return [check(number) for number in numbers]


if __name__ == "__main__":
    with Pool(2) as pool:
        try:
            print(pool.map(work, [[1], [-1]]))
        except Bad as error:
            print("caught", error)
