from multiprocessing import Pool


def work(number):
    return offset + number


for name, value in {"offset": 3}.items():
    globals()[name] = value

with Pool(2) as pool:
    print(pool.map(work, range(3)))
