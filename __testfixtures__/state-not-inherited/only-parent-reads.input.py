import argparse
from multiprocessing import Pool

args = None
results = []


def work(number):
    return number * 2


def report(result):
    results.append(result)
    if args.verbose:
        print(result)


def run_all():
    with Pool(2) as pool:
        for number in range(3):
            pool.apply_async(work, (number,), callback=report)
        pool.close()
        pool.join()
    print(len(results))


def main():
    global args
    args = argparse.Namespace(verbose=False)
    results.append(0)
    run_all()


if __name__ == "__main__":
    main()
