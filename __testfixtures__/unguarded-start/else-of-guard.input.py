from multiprocessing import Pool


def square(number):
    return number * number


if __name__ == "__main__":
    print("run")
else:
    print("imported")

with Pool(2) as pool:
    print(pool.map(square, range(3)))
