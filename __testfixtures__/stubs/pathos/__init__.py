"""Stands for pathos."""
