from multiprocessing import Pool


def main():
    with Pool(2) as first, Pool(2) as second:
        low = first.map_async(abs, [-1, -2])
        high = second.map_async(abs, [-3, -4])
    print(low.get(), high.get())


if __name__ == "__main__":
    main()
