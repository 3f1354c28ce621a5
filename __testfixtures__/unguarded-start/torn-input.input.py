from multiprocessing import Pool

name = input("Your name: ")


def greet(greeting):
    return "%s, %s" % (greeting, name)


with Pool(2) as pool:
    print(pool.map(greet, ["Good morning", "Good evening"]))
