from multiprocessing import Pool


def area(box):
    return box.width * box.height


if __name__ == "__main__":
    class Box:
        def __init__(self, width, height):
            self.width = width
            self.height = height

    boxes = [Box(n, n + 1) for n in range(3)]
    with Pool(2) as pool:
        print(pool.map(area, boxes))
