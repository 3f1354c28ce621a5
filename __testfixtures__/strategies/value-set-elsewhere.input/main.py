from jobs import pools, settings


def main():
    settings.STEP = 10
    print(pools.each([1, 2, 3]))


if __name__ == "__main__":
    main()
