import multiprocessing
import os

if hasattr(os, "fork"):
    context = multiprocessing.get_context("fork")
else:
    context = multiprocessing.get_context()
