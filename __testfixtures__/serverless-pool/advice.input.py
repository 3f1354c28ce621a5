import as_on_lambda  # Semaphores fail in its way.
from multiprocessing.pool import ThreadPool


def square(x):
    return x * x


def lambda_handler(event, context):
    with ThreadPool(2) as pool:
        return pool.map(square, event["numbers"])


if __name__ == "__main__":
    print(lambda_handler({"numbers": [1, 2, 3]}, None))
