import multiprocessing as mp
import threading


def greet():
    print("hello")


def drain(items):
    while items:
        items.pop()


if __name__ == "__main__":
    threading.Thread(target=greet).start()
    threading.Thread(target=drain, args=([1],)).start()
    threading.Thread(target=print, args=("hello",)).start()
    with mp.Pool(2) as pool:
        print(pool.map(abs, [-1]))
