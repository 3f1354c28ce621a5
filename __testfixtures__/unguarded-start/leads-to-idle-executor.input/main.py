from jobs import make

executor = make()
print(executor)
