"""Work out the sizes of thumbnails."""
import multiprocessing

PHOTOS = [(4000, 3000), (1920, 1080), (800, 1200)]
LONGEST = 160


def thumbnail(size):
    width, height = size
    scale = LONGEST / max(size)
    return round(width * scale), round(height * scale)


def thumbnails(photos):
    pool = multiprocessing.Pool(2)
    sizes = pool.map(thumbnail, photos)
    return sizes


if __name__ == "__main__":
    for (width, height), small in zip(PHOTOS, thumbnails(PHOTOS)):
        print(f"{width}x{height} -> {small[0]}x{small[1]}")
