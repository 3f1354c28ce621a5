"""Add up the scores of each team in a process of its own."""
from concurrent.futures import ProcessPoolExecutor

SCORES = {"red": ["3", "4", "5"], "blue": ["6", "2"]}


def main():
    with ProcessPoolExecutor(2) as executor:
        for team, scores in SCORES.items():
            total = executor.submit(sum, (int(score) for score in scores))
            print(team, total.result())


if __name__ == "__main__":
    main()
