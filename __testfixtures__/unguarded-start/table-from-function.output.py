from multiprocessing import Pool

settings = {"factor": 1}
limits = [[1], [2]]


def get_settings():
    return settings


def scaled(number):
    return number * settings["factor"] + sum(map(sum, limits))


get_settings()["factor"] = 5
for _, limit in enumerate(limits):
    limit.append(10)
if __name__ == "__main__":
    print("begin")
    with Pool(2) as pool:
        print(pool.map(scaled, range(3)))
