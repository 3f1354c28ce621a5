import sys
from multiprocessing import Pool

repeat = 1
if len(sys.argv) > 1:
    repeat = int(sys.argv[1])
print("collecting")

seen = set()
order = []


def visit(number):
    seen.add(number)
    return number * repeat, len(seen) > 0


pool = Pool(2)
for number, saw in pool.map(visit, range(3)):
    seen.add(number)
    order.append(saw)
pool.close()
pool.join()
print(sorted(seen), order)
