from concurrent.futures import ProcessPoolExecutor


def parse(text):
    print(int(text))


def main():
    with ProcessPoolExecutor(1) as executor:
        list(executor.map(parse, ["1", "3", "two"]))
    print("all parsed")


if __name__ == "__main__":
    try:
        main()
    except ValueError as error:
        print(error)
