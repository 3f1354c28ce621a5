import multiprocessing
import sys

BUNDLED = getattr(sys, "frozen", False)


def work(n):
    return n * 2


def main():
    try:
        import multiprocessing as _mp

        _mp.freeze_support()
    except Exception:
        pass
    with multiprocessing.Pool(2) as pool:
        print(pool.map(work, [1, 2]))


if __name__ == "__main__":
    r"""
    The executable starts here.
    """
    sys.exit(main())
