from concurrent.futures import ProcessPoolExecutor


def work():
    print("working")


if __name__ == "__main__":
    with ProcessPoolExecutor(1) as executor:
        print(executor.submit(work()).result())
