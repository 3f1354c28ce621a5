import multiprocessing
from functools import partial


def distance(origin, power, point):
    return abs(point - origin) ** power


def distances(points, origin):
    pool = multiprocessing.Pool(2)
    squares = pool.map(partial(distance, origin, 2), points)
    cubes = pool.map(func=partial(distance, origin, 3), iterable=points)
    pool.close()
    pool.join()
    return squares, cubes


if __name__ == "__main__":
    print(distances([1, 5], 3))
