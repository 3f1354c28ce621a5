from multiprocessing import Process, Queue

total = 0
cache = None


def run(results):
    global total
    total = 5

    def add():
        global total
        total += 1
        results.put(total)

    process = Process(target=add)
    process.start()
    print(results.get())
    process.join()


def look_up(results):
    global cache
    cache = {"a": 1}

    def find():
        global cache
        if cache is None:
            cache = {}
        results.put(cache.get("a"))

    process = Process(target=find)
    process.start()
    print(results.get())
    process.join()


if __name__ == "__main__":
    run(Queue())
    look_up(Queue())
