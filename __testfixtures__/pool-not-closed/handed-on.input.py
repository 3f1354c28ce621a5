import multiprocessing

import emcee
from deap import base


def log_probability(x):
    return -x


def sample(start):
    pool = multiprocessing.Pool(2)
    sampler = emcee.EnsembleSampler(32, 5, log_probability, pool=pool)
    sampler.run_mcmc(start, 100)
    return sampler.get_chain()


def evolve():
    toolbox = base.Toolbox()
    pool = multiprocessing.Pool()
    toolbox.register("map", pool.map)
    return toolbox


def direct():
    return emcee.EnsembleSampler(32, 5, log_probability, pool=multiprocessing.Pool(2))


def listed(pools):
    pool = multiprocessing.Pool()
    pools.append(pool)
