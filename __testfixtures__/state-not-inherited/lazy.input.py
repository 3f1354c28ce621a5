from multiprocessing import Pool

model = None


def load():
    return {"weight": 2}


def get_model():
    global model
    if model is None:
        model = load()
    return model


def work(number):
    return number * get_model()["weight"]


if __name__ == "__main__":
    model = load()
    with Pool(2) as pool:
        print(pool.map(work, [1, 2]))
