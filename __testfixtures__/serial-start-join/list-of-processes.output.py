import multiprocessing as mp
import time


def work(i, spans):
    began = time.time()
    time.sleep(0.6)
    spans.put((i, began, time.time()))


def main(number=2):
    spans = mp.Queue()
    processes = [mp.Process(target=work, args=(i, spans)) for i in range(2)]
    # run them
    for p in processes:
        p.start()
    for p in processes:
        p.join()  # until it is done

    found = sorted(spans.get() for _ in range(2))
    print(found[0][2] > found[1][1])


if __name__ == "__main__":
    main()
