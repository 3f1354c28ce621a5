from concurrent.futures import ProcessPoolExecutor


class Overdrawn(Exception):
    def __init__(self, account, amount):
        self.account = account
        self.amount = amount


def pay(amount):
    raise Overdrawn("A-1", amount=amount)


if __name__ == "__main__":
    with ProcessPoolExecutor(1) as executor:
        result = executor.submit(pay, 5)
        try:
            result.result()
        except Exception as error:
            print(type(error).__name__, error.account, error.amount)
