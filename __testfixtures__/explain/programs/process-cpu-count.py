import os
from multiprocessing import Pool

if __name__ == "__main__":
    with Pool(os.process_cpu_count()) as pool:
        print(pool.map(abs, [-1]))
