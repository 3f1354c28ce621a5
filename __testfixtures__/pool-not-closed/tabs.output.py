from multiprocessing import Pool, active_children

def double(x):
	return 2 * x

def main():
	with Pool(2) as pool: # as many as there are cores
		if pool:
			# The text below is at the margin.
			text = """
results:
	%s""" % pool.map(double, [1, 2])
	# and that is all

	print(text)
	print(len(active_children()))

if __name__ == "__main__":
	main()
