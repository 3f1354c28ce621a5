import windows  # isort: skip
import multiprocessing

CONTEXT = multiprocessing.get_context(
    method='fork' if 'fork' in multiprocessing.get_all_start_methods() else None
)


def double(n):
    return 2 * n


def main():
    with CONTEXT.Pool(processes=2) as pool:
        print(pool.map(double, [1, 2, 3]))


if __name__ == '__main__':
    main()
