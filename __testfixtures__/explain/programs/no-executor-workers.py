# The only step of a record that a machine with one processor takes by itself.
import os
from concurrent.futures import ProcessPoolExecutor

os.cpu_count = lambda: 1

if __name__ == "__main__":
    with ProcessPoolExecutor(max_workers=os.cpu_count() - 1) as executor:
        print(executor.submit(abs, -1).result())
