from joblib import Parallel, delayed


def square(number):
    return number * number


print(Parallel(n_jobs=2)(delayed(square)(number) for number in range(3)))
