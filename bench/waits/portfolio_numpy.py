"""The same balances by the formulas of numpy-financial's pmt and fv, over all loans at once: doubles, the payment alone rounded."""

import datetime
import json
import sys

import numpy as np
from portfolio import EPOCH, due


def column(calls, name):
    return np.array([dict(call["arguments"][1])[name] for call in calls], dtype=float)


def months_paid(serial, start):
    day, begin = EPOCH + datetime.timedelta(serial), EPOCH + datetime.timedelta(start)
    paid = (day.year - begin.year) * 12 + day.month - begin.month
    paid -= due(begin, paid) > serial
    return paid, due(begin, paid), due(begin, paid + 1)


calls = [json.loads(line) for line in sys.stdin]
serial = np.array([call["arguments"][0] for call in calls])
rate, principal, count = column(calls, "Annual rate") / 12, column(calls, "Principal"), column(calls, "Number of payments")
paid, last, following = np.array([months_paid(s, b) for s, b in zip(serial.tolist(), column(calls, "Start date"))]).T
growth = (1 + rate) ** count
payment = np.round(principal * rate * growth / (growth - 1), 2)
grown = (1 + rate) ** paid
owed = principal * grown - payment * (grown - 1) / rate
balances = np.round(owed * (1 + rate * (serial - last) / (following - last)), 2)
for call, balance in zip(calls, balances.tolist()):
    print(json.dumps({"id": call["id"], "value": balance}))
