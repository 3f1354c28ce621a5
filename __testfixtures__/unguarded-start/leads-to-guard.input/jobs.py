from multiprocessing import Pool


def main():
    if __name__ == "__main__":
        with Pool(2) as pool:
            print(pool.map(abs, [-1]))
