from multiprocessing import Pool


def area(box):
    return box.width * box.height


class Box:
    def __init__(self, width, height):
        self.width = width
        self.height = height


if __name__ == "__main__":
    boxes = [Box(n, n + 1) for n in range(3)]
    with Pool(2) as pool:
        print(pool.map(area, boxes))
