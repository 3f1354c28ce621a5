import multiprocessing
from functools import partial


def distances(points, origin):
    def distance(power, point):
        return abs(point - origin) ** power

    pool = multiprocessing.Pool(2)
    squares = pool.map(partial(distance, 2), points)
    cubes = pool.map(func=partial(distance, 3), iterable=points)
    pool.close()
    pool.join()
    return squares, cubes


if __name__ == "__main__":
    print(distances([1, 5], 3))
