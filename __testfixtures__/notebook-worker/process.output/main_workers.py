def work(number, results):
    results.put(number * number)
