import limits


def work(number):
    return number < limits.LIMIT
