from multiprocessing import Pool

train = {}
test = {}

for table in (train, test):
    table["size"] = 2
    print("sized")


def size_of(name):
    return train.get("size"), name


with Pool(2) as pool:
    print(pool.map(size_of, ["a", "b"]))
