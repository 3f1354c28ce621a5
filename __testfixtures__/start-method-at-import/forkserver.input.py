import multiprocessing
from concurrent.futures import ProcessPoolExecutor

multiprocessing.set_start_method("forkserver")


def double(n):
  return 2 * n


if __name__ == "__main__":
  with ProcessPoolExecutor(max_workers=2) as executor:
    print(sum(executor.map(double, range(3))))
