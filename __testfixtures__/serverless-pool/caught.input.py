from multiprocessing import Pool


def lambda_handler(event, context):
    try:
        pool = Pool(2)
    except OSError:
        return [abs(x) for x in event["numbers"]]
    with pool:
        return pool.map(abs, event["numbers"])


if __name__ == "__main__":
    with Pool(2) as pool:
        print(pool.map(abs, [1, -2]))
