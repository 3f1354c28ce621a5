import multiprocessing

found = []


def visit(number):
    found.append(number)
    return number


with multiprocessing.Pool(2) as pool:
    for number in pool.imap(visit, range(3)):
        found.append(number)
print(found)
