import sys
from multiprocessing import Pool, cpu_count


def last(text):
    return text[-1]


words = ["ab", "cd"]
if len(sys.argv) > 1:
    words = sys.argv[1:]

if __name__ == "__main__":
    try:
        if cpu_count() > 0:
            pool = Pool(2)
            letters = pool.map(last, words)
        else:
            letters = [last(word) for word in words]
    except OSError:
        raise SystemExit(1)
    else:
        while letters:
            print(letters.pop())
        pool.terminate()
    finally:
        print("end")
