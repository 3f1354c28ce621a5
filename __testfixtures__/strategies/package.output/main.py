from survey.stats.means import report

if __name__ == "__main__":
    report(scale=10)
