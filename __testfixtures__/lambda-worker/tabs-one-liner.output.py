import multiprocessing


def _worker(x):
	return x + 1


def _worker_2(x):
	return x - 1


def main(fast):
	pool = multiprocessing.Pool(2)
	if fast: print(pool.map(_worker, [1]), pool.map(_worker_2, [1]))
	pool.close(); pool.join()


if __name__ == "__main__":
	main(True)
