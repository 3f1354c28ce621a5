from multiprocessing import Process, SimpleQueue


def child(names, queue, key):
	if key in names:
		queue.put(names[key])	# found
	else:
		queue.put(None)


def main():
	queue = SimpleQueue()
	names = {"a": 1}

	for key in "ab":
		p = Process(target=child, args=(names, queue, key))
		p.start()
		p.join()
		print(queue.get())


if __name__ == "__main__":
	main()
