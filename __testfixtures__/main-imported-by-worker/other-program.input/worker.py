import tool


def work(number):
    return number < tool.LIMIT
