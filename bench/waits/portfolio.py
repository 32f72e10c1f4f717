"""The balances of a batch, as a page of Python with decimal has them: cents each period, and interest to the day."""

import calendar
import datetime
import json
import sys
from decimal import ROUND_HALF_UP, Decimal

CENT = Decimal("0.01")
EPOCH = datetime.date(1899, 12, 30)


def cents(amount: Decimal) -> Decimal:
    return amount.quantize(CENT, ROUND_HALF_UP)


def due(start: datetime.date, months: int) -> int:
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    day = min(start.day, calendar.monthrange(year, month + 1)[1])
    return (datetime.date(year, month + 1, day) - EPOCH).days


def balance(serial: int, terms: dict) -> Decimal:
    principal, rate, count = Decimal(terms["Principal"]), Decimal(str(terms["Annual rate"])), terms["Number of payments"]
    start = EPOCH + datetime.timedelta(terms["Start date"])
    day = EPOCH + datetime.timedelta(serial)
    monthly = rate / 12
    payment = cents(principal * monthly / (1 - (1 + monthly) ** -count))
    paid = (day.year - start.year) * 12 + day.month - start.month
    paid -= due(start, paid) > serial
    owed = principal
    for _ in range(paid):
        owed += cents(owed * rate / 12) - payment
    last, following = due(start, paid), due(start, paid + 1)
    return owed + cents(owed * rate * (serial - last) / (12 * (following - last)))


if __name__ == "__main__":
    for line in sys.stdin:
        call = json.loads(line)
        day, sheet = call["arguments"]
        print(json.dumps({"id": call["id"], "value": float(balance(day, dict(sheet)))}))
