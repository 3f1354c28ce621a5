from multiprocessing import Process

handlers = {}


def handles(name):
    def register(function):
        handlers[name] = function
        return function
    return register


@handles("one")
def one(code):
    raise SystemExit(code)


if __name__ == "__main__":
    process = Process(target=one, args=(4,))
    process.start()
    handlers["two"] = process.join
    handlers["two"]()
    print(sorted(handlers), process.exitcode)
