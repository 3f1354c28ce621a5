import multiprocessing

import library

if __name__ == "__main__":
    multiprocessing.set_start_method("spawn")
    print(library.describe() in ("pickled", "inherited"), library.doubled([1, 2]))
