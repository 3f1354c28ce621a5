import calendar
from decimal import Context, Decimal, setcontext
from multiprocessing import Pool

print("begin")
setcontext(Context(prec=4))
calendar.setfirstweekday(calendar.SUNDAY)
print("set up")


def third(number):
    return str(Decimal(number) / 3), calendar.firstweekday()


with Pool(2) as pool:
    print(pool.map(third, [1, 2]))
