from multiprocessing import Pool

from somewhere import Base


def main():
    class Task(Base):
        def run(self, number):
            return number

    with Pool(2) as pool:
        print(pool.map(Task().run, [1, 2]))


if __name__ == "__main__":
    main()
