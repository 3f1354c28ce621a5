from concurrent.futures import ProcessPoolExecutor

double = lambda x: 2 * x

if __name__ == "__main__":
    with ProcessPoolExecutor(1) as executor:
        print(executor.submit(double, 4).result())
