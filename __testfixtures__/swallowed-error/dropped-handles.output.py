from multiprocessing import Pool


def parse(text):
    return int(text)


def main():
    numbers = []
    pool = Pool(2)
    results = []
    for text in ["1", "two"]:
        # Each on its own.
        results.append(pool.apply_async(
            parse,
            args=(text,),
            callback=numbers.append,
        ))  # later
    pool.close()
    pool.join()
    for result in results:
        result.get()
    print("all parsed")


if __name__ == "__main__":
    try:
        main()
    except ValueError as error:
        print("failed:", error)
