from concurrent.futures import ProcessPoolExecutor


def work(x):
    return x * x


with ProcessPoolExecutor(1) as executor:
    print(list(executor.map(work, [1, 2])))
