import functools
import multiprocessing


def in_process(function):
    @functools.wraps(function)
    def wrapper(*args):
        def send(connection):
            connection.send(function(*args))

        ours, theirs = multiprocessing.Pipe()
        process = multiprocessing.Process(target=send, args=(theirs,))
        process.start()
        result = ours.recv()
        process.join()
        return result
    return wrapper


@in_process
def double(x):
    return x * 2


if __name__ == "__main__":
    print(double(4))
