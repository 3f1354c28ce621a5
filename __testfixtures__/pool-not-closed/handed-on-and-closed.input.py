import multiprocessing

import emcee


def log_probability(x):
    return -x


def main(start):
    pool = multiprocessing.Pool(2)
    sampler = emcee.EnsembleSampler(32, 5, log_probability, pool=pool)
    sampler.run_mcmc(start, 100)
    pool.close()
    pool.join()
    return sampler.get_chain()


if __name__ == "__main__":
    main([0] * 5)
