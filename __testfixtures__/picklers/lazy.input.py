from concurrent.futures import ProcessPoolExecutor

if __name__ == "__main__":
    with ProcessPoolExecutor() as executor:
        numbers = executor.map(lambda x: x, [1])
        print(next(numbers))
