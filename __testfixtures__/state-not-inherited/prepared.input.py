from multiprocessing import Pool

bar = None
options = None


def work(number):
    if bar is not None:
        bar.update(1)
    return number * scale()


def scale():
    return (options or {}).get("scale", 1)


def main():
    global bar, options
    bar = object()
    options = {"scale": 1}
    with Pool(2) as pool:
        print(pool.map(work, [1, 2]))


if __name__ == "__main__":
    main()
