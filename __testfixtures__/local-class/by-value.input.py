from multiprocess import Pool


def main():
    class Task:
        def run(self, number):
            return number

    with Pool(2) as pool:
        print(pool.map(Task().run, [1, 2]))


if __name__ == "__main__":
    main()
