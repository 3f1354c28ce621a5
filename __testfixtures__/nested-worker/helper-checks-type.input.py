import types
from multiprocessing import Process


def launch(function, *args):
    if not isinstance(function, types.FunctionType):
        raise TypeError(function)
    process = Process(target=function, args=args)
    process.start()
    process.join()


def run(greeting):
    def greet(name):
        print(greeting, name)

    launch(greet, "Ada")


if __name__ == "__main__":
    run("Hello")
