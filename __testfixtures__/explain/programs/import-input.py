from concurrent.futures import ProcessPoolExecutor

name = open("once.txt", "x").name


def work(x):
    return x


if __name__ == "__main__":
    with ProcessPoolExecutor(1) as executor:
        print(list(executor.map(work, [name])))
