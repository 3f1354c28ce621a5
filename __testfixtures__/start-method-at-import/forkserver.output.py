import multiprocessing
from concurrent.futures import ProcessPoolExecutor


def double(n):
  return 2 * n


if __name__ == "__main__":
  multiprocessing.set_start_method("forkserver")
  with ProcessPoolExecutor(max_workers=2) as executor:
    print(sum(executor.map(double, range(3))))
