"""What it costs to send parcels, by tariffs that each worker learns first."""
from multiprocessing import Pool

TARIFFS = {}


def learn(country):
    TARIFFS.update({"letter": 1, "parcel": 5 if country == "here" else 17})


def cost(kind):
    return TARIFFS.get(kind, 0)


def main():
    with Pool(2, initializer=learn("abroad")) as pool:
        print(pool.map(cost, ["letter", "parcel", "parcel"]))


if __name__ == "__main__":
    main()
