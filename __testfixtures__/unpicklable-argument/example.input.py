from multiprocessing import Pool


def main():
    lines = ["3", "4", "5"]
    with Pool(2) as pool:
        print(pool.apply(sum, ((int(line) for line in lines),)))


if __name__ == "__main__":
    main()
