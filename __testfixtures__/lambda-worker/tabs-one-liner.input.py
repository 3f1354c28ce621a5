import multiprocessing


def main(fast):
	pool = multiprocessing.Pool(2)
	if fast: print(pool.map(lambda x: x + 1, [1]), pool.map(lambda x: x - 1, [1]))
	pool.close(); pool.join()


if __name__ == "__main__":
	main(True)
