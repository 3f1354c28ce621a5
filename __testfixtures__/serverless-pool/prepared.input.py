import os
from multiprocessing import Pool


def lambda_handler(event, context):
    if "AWS_LAMBDA_FUNCTION_NAME" in os.environ:
        return [abs(x) for x in event["numbers"]]
    with Pool(2) as pool:
        return pool.map(abs, event["numbers"])
