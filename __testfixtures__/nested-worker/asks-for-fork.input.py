import multiprocessing


def show(text):
    if multiprocessing.get_start_method() != "fork":
        print(text)
        return

    def child():
        print(text)

    process = multiprocessing.Process(target=child)
    process.start()
    process.join()


if __name__ == "__main__":
    show("ready")
