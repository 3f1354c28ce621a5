from multiprocessing import Pool

import boto3
from our_bus import subscribe


def handler(event, context):
    with Pool(2) as pool:
        return pool.map(boto3.client(context).call, event.numbers)


subscribe("numbers", handler)
