import multiprocessing
from typing import List, Optional


class Grid:
    def __init__(self, cells: List[int]) -> None:
        self.cells = cells

    @classmethod
    def build(cls, size: int, *, seed: int = 1) -> "Grid":
        # The rows come first.
        def make_row(
            number: int,
            shift: Optional[int] = None,
        ) -> List[int]:
            base = number * size \
                + seed
            return [base + (shift or 0), *range(1)]
            # nothing else

        def total(rows):
            return sum(make_row(
                sum(row),
                shift=1,
            )[0] for row in rows)

        pool = multiprocessing.Pool(2)
        results = [
            pool.apply_async(
                make_row,
                (
                    n,
                    2,
                ),
            )
            for n in range(2)
        ]
        rows = [result.get(10) for result in results]
        pool.close()
        pool.join()
        return cls([total(rows), total(r for r in rows)])


if __name__ == "__main__":
    print(Grid.build(3).cells)
