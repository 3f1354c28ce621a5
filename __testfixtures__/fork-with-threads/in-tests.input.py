import multiprocessing as mp
from concurrent.futures import ThreadPoolExecutor


def test_fork_with_threads():
    with ThreadPoolExecutor(1) as threads:
        threads.submit(abs, -1).result()
        with mp.get_context("fork").Pool(1) as pool:
            assert pool.map(abs, [-1]) == [1]
