from multiprocessing import Process, SimpleQueue


def main():
	queue = SimpleQueue()
	names = {"a": 1}

	def child(key):
		if key in names:
			queue.put(names[key])	# found
		else:
			queue.put(None)

	for key in "ab":
		p = Process(target=child, args=(key,))
		p.start()
		p.join()
		print(queue.get())


if __name__ == "__main__":
	main()
