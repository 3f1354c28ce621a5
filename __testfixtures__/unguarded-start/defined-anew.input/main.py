import jobs

print(jobs.run(), jobs.Runner().run())
