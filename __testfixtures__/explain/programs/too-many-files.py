import resource
from multiprocessing import Pool

if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_NOFILE, (24, 24))
    pools = []
    try:
        for _ in range(20):
            pools.append(Pool(1))
    finally:
        for pool in pools:
            pool.terminate()
