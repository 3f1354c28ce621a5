import windows  # isort: skip
import multiprocessing

CONTEXT = multiprocessing.get_context(method='fork')


def double(n):
    return 2 * n


def main():
    with CONTEXT.Pool(processes=2) as pool:
        print(pool.map(double, [1, 2, 3]))


if __name__ == '__main__':
    main()
