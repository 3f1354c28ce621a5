from multiprocessing import Pool


def main():
    pool = Pool(2)
    Pool(2)
    print("nothing to do")


if __name__ == "__main__":
    main()
