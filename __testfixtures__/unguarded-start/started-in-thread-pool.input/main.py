import jobs

print(jobs.run([-1, 2]))
