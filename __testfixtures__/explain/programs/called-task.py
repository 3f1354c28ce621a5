from multiprocessing import Pool


def work():
    print("working")


if __name__ == "__main__":
    with Pool(1) as pool:
        print(pool.apply_async(work()).get())
