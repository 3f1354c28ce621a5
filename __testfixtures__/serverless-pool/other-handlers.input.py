from multiprocessing import Pool


def handler(event, context):
    """For the events of our own bus."""
    with Pool(2) as pool:
        return pool.map(abs, event.numbers)


def lambda_handler(event):
    with Pool(2) as pool:
        return pool.map(abs, event.numbers)


class Bus:
    def lambda_handler(self, event, context):
        with Pool(2) as pool:
            return pool.map(abs, event.numbers)
