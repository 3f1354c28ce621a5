import sys
from multiprocessing import Pool


class Adder(object):
	def __init__(self, by):
		self.by = by
	def __call__(self, number):
		return number + self.by


class Doubler:
	@staticmethod
	def double(number):
		return 2 * number

	pass


def run():
	if len(sys.argv) < 5:
		pass
	with Pool(1) as pool:
		print(pool.map(Adder(3), [1, 2]))
		print(pool.map(Doubler.double, [1, 2]))


if __name__ == "__main__":
	run()
