from jobs import results

print(results)
