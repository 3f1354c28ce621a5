from concurrent.futures import ProcessPoolExecutor

STATIONS = {"Alp": [12, 0, 31], "Bay": [4, 9, 2], "Cove": [7, 7, 7]}


def mean(millimetres):
    return sum(millimetres) / len(millimetres)


if __name__ == "__main__":
    with ProcessPoolExecutor(max_workers=64) as executor:
        for station, rain in zip(STATIONS, executor.map(mean, STATIONS.values())):
            print(f"{station:4} {rain:4.1f} mm")
