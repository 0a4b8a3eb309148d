"""The panels of the frontier models, read with the standard library, and the text that declares them."""
import csv

import numpy as np

from dea import ROOT


def read(path):
    with open(ROOT + "/" + path, newline="", encoding="utf-8") as f:
        rows = list(csv.DictReader(f))
    def values(name):
        cells = [r[name] for r in rows]
        try:
            return np.array([float(c) for c in cells])
        except ValueError:
            return np.array(cells)
    return {name: values(name) for name in rows[0]}


def sets(d, x, y, b=()):
    n = len(next(iter(d.values())))
    return {"x": np.column_stack([d[c] for c in x]), "y": np.column_stack([d[c] for c in y]),
            "b": np.column_stack([d[c] for c in b]) if b else np.zeros((n, 0))}


mills = read("frontiers/data/mills.csv")
countries = read("frontiers/data/countries.csv")
MILLS = """
data mills from "data/mills.csv" {
  dmu mill
  x1 [1]
  x2 [1]
  y1 [1]
  y2 [1]
  bad [1]
}
"""
COUNTRIES = """
unit USD2017

data countries from "data/countries.csv" {
  dmu iso
  period year
  group region, income
  labor [M person]
  capital [M USD2017]
  energy [Mtoe]
  gdp [M USD2017]
  co2 [Mt]
%s}
"""
