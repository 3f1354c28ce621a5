"""Measure the way from the origin to some points."""
import math
from multiprocessing import Pool

print("point     distance")


def distance(point):
    return math.hypot(*point)


if __name__ == "__main__":
    points = [(3, 4), (6, 8)]
    with Pool(2) as pool:
        for point, length in zip(points, pool.map(distance, points)):
            print(f"{point}    {length}")
