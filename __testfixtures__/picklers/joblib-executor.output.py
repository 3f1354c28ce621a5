from joblib import Parallel, delayed


def main():
    factor = 3

    def times(number):
        return number * factor

    with Parallel(n_jobs=-1) as executor:
        for product in executor(delayed(times)(item) for item in ([1, 2] if factor else [])):
            print(product)


if __name__ == "__main__":
    main()
