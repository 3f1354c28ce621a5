from multiprocessing import Pool


def square(number):
    return number * number


pool = Pool(2)
