class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y


def total(point):
    return point.x + point.y


def show(compute, points):
    raise SystemExit(sum(compute(point) for point in points))
