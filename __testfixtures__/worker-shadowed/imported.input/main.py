from multiprocessing import Process


def work():
    print("the child works")


def main():
    global work
    work = Process(target=work)
    work.start()


if __name__ == "__main__":
    main()
    import end
    end.wait()
