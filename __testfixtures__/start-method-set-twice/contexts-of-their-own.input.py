import multiprocessing as mp
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor

if __name__ == "__main__":
    forking = mp.get_context("fork")
    queue = forking.Queue()
    with forking.Pool(2) as pool:
        pool.map(abs, [1])
    with ProcessPoolExecutor(1, mp_context=forking) as executor:
        executor.submit(abs, 1).result()
    with ThreadPoolExecutor(1) as executor:
        executor.submit(abs, 1).result()
    mp.set_start_method("spawn")
