import jobs

if __name__ == "__main__":
    print(jobs.LENGTHS)
