import multiprocessing as mp; import sys; mp.set_start_method("spawn"); COUNT = 2


def job():
    print("done", flush=True)


def main():
    process = mp.Process(target=job)
    process.start()
    process.join()
    sys.exit(process.exitcode)


if __name__ == "__main__":
    main()
