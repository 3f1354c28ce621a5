from multiprocessing import Pool, Process


def work(number=0):
    print(number, flush=True)


if __name__ == "__main__":
    process = Process(target=work, args=(1,))
    process.start()
    process.join()
    with Pool(1) as pool:
        pool.apply_async(work, (2,), callback=work()).get()
        pool.map(lambda: work(), [])
