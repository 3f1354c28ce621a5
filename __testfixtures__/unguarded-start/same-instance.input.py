from multiprocessing import Pool


class Settings:
    instance = None

    def __new__(cls):
        if cls.instance is None:
            cls.instance = super().__new__(cls)
            cls.instance.values = {}
        return cls.instance


def look_up(name):
    return Settings().values.get(name)


settings = Settings()
settings.values["a"] = 1
print(len(settings.values))
settings.values["b"] = 2
with Pool(2) as pool:
    print(pool.map(look_up, ["a", "b"]))
