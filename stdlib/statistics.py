# SPDX-License-Identifier: MIT
#
# statistics: averages and spread of ints and floats (Library Reference, statistics). Sums are exact: each float is
# taken as the ratio of ints that it is, and rounded once at the end.
import math
from bisect import bisect_left, bisect_right
from collections import Counter, namedtuple

__all__ = [
    "StatisticsError", "correlation", "covariance", "fmean", "geometric_mean", "harmonic_mean", "linear_regression",
    "mean",
    "median", "median_grouped", "median_high", "median_low", "mode", "multimode", "pstdev", "pvariance", "quantiles",
    "stdev", "variance",
]


class StatisticsError(ValueError):
    pass


class _Ratio:
    """An exact sum: numerator / denominator, the denominator a power of two (or whatever as_integer_ratio gives)."""

    __slots__ = ("n", "d")

    def __init__(self, n=0, d=1):
        self.n, self.d = n, d

    def __add__(self, other):
        if self.d == other.d:
            return _Ratio(self.n + other.n, self.d)
        common = math.lcm(self.d, other.d)
        return _Ratio(self.n * (common // self.d) + other.n * (common // other.d), common)

    def __sub__(self, other):
        return self + _Ratio(-other.n, other.d)

    def __mul__(self, other):
        return _Ratio(self.n * other.n, self.d * other.d)

    def over(self, number):
        return _Ratio(self.n, self.d * number)

    def value(self, kind):
        """As an int when `kind` is int and it is whole, else as the nearest float."""
        common = math.gcd(self.n, self.d)
        n, d = self.n // common, self.d // common
        return kind(n) if d == 1 and issubclass(kind, int) else n / d


def _exact(x):
    return _Ratio(*x.as_integer_ratio())


def _number(x):
    try:
        x.as_integer_ratio
    except AttributeError:
        raise TypeError(f"can't convert type '{type(x).__name__}' to numerator/denominator") from None
    return x


def _total(data):
    """Kind of the result, exact sum (or a float that is nan or inf), count."""
    kind, count, special = int, 0, None
    partial = {}
    for x in data:
        count += 1
        if isinstance(_number(x), float):
            kind = float
            if not math.isfinite(x):
                special = x if special is None else special + x
                continue
        elif kind is int and type(x) is not int:
            kind = int if isinstance(x, int) else float
        n, d = x.as_integer_ratio()
        partial[d] = partial.get(d, 0) + n
    total = _Ratio()
    for d, n in partial.items():
        total = total + _Ratio(n, d)
    return kind, total if special is None else special, count


def mean(data):
    """The arithmetic mean."""
    kind, total, count = _total(data)
    if not count:
        raise StatisticsError("mean requires at least one data point")
    return total / count if isinstance(total, float) else total.over(count).value(kind)


def fmean(data, weights=None):
    """The arithmetic mean as a float, faster."""
    if weights is None:
        data = list(data)
        if not data:
            raise StatisticsError("fmean requires at least one data point")
        return math.fsum(data) / len(data)
    data, weights = list(data), list(weights)
    if len(data) != len(weights):
        raise StatisticsError("data and weights must be the same length")
    total = math.fsum(weights)
    if not total:
        raise StatisticsError("sum of weights must be non-zero")
    return math.sumprod(data, weights) / total


def geometric_mean(data):
    """The n-th root of the product of n numbers."""
    count, has_zero, logs = 0, False, []
    for x in data:
        count += 1
        if x > 0 or math.isnan(x):
            logs.append(math.log(x))
        elif x == 0:
            has_zero = True
        else:
            raise StatisticsError("No negative inputs allowed", x)
    if not count:
        raise StatisticsError("Must have a non-empty dataset")
    return 0.0 if has_zero else math.exp(math.fsum(logs) / count)


def harmonic_mean(data, weights=None):
    """The reciprocal of the mean of the reciprocals."""
    data = list(data)
    if not data:
        raise StatisticsError("harmonic_mean requires at least one data point")
    if len(data) == 1 and weights is None:
        if isinstance(data[0], (int, float)):
            if data[0] < 0:
                raise StatisticsError("harmonic mean does not support negative values")
            return data[0]
        raise TypeError("unsupported type")
    weights = [1] * len(data) if weights is None else list(weights)
    if len(data) != len(weights):
        raise StatisticsError("Number of weights does not match data size")
    if any(x < 0 for x in (*data, *weights)):
        raise StatisticsError("harmonic mean does not support negative values")
    top = _total(weights)[1]
    if any(x == 0 for x in data):
        return 0
    kind, bottom, _ = _total(weight / x if weight else 0 for x, weight in zip(data, weights))
    return (top * _Ratio(bottom.d, bottom.n)).value(kind)


def _sorted(data, name):
    data = sorted(data)
    if not data:
        raise StatisticsError(f"no {name} for empty data")
    return data


def median(data):
    """The middle value, or the mean of the two in the middle."""
    data = _sorted(data, "median")
    middle = len(data) // 2
    return data[middle] if len(data) % 2 else (data[middle - 1] + data[middle]) / 2


def median_low(data):
    """The middle value, or the smaller of the two."""
    data = _sorted(data, "median")
    return data[(len(data) - 1) // 2]


def median_high(data):
    """The middle value, or the larger of the two."""
    data = _sorted(data, "median")
    return data[len(data) // 2]


def median_grouped(data, interval=1.0):
    """The median of data that stands for intervals around it."""
    data = _sorted(data, "median")
    x = data[len(data) // 2]
    first, after = bisect_left(data, x), bisect_right(data, x)
    interval, x = float(interval), float(x)
    return x - interval / 2 + interval * (len(data) / 2 - first) / (after - first)


def mode(data):
    """The most common value; the first of several."""
    pairs = Counter(iter(data)).most_common(1)
    if not pairs:
        raise StatisticsError("no mode for empty data")
    return pairs[0][0]


def multimode(data):
    """All of the most common values, in order of appearance."""
    counts = Counter(iter(data))
    most = max(counts.values(), default=0)
    return [value for value, count in counts.items() if count == most]


def _squares(data, center=None):
    """Kind, exact sum of the squared distances from the mean (or from `center`), count."""
    data = list(data)
    kind, total, count = _total(data)
    if isinstance(total, float):
        return kind, math.nan, count
    if not count:
        return kind, _Ratio(), 0
    middle = total.over(count) if center is None else _exact(center)
    result = _Ratio()
    for x in data:
        distance = _exact(x) - middle
        result = result + distance * distance
    return kind, result, count


def _divided(kind, squares, number):
    return squares if isinstance(squares, float) else squares.over(number).value(kind)


def variance(data, xbar=None):
    """The variance of a sample."""
    kind, squares, count = _squares(data, xbar)
    if count < 2:
        raise StatisticsError("variance requires at least two data points")
    return _divided(kind, squares, count - 1)


def pvariance(data, mu=None):
    """The variance of a whole population."""
    kind, squares, count = _squares(data, mu)
    if count < 1:
        raise StatisticsError("pvariance requires at least one data point")
    return _divided(kind, squares, count)


def _square_root(ratio):
    """The float nearest to the root of an exact ratio."""
    if isinstance(ratio, float) or ratio.n == 0:
        return ratio if isinstance(ratio, float) else 0.0
    common = math.gcd(ratio.n, ratio.d)
    n, d = ratio.n // common, ratio.d // common
    shift = (n.bit_length() - d.bit_length() - 109) // 2  # so that the root has 55 bits
    if shift >= 0:
        root, scale = _odd_root(n, d << 2 * shift), (1 << shift, 1)
    else:
        root, scale = _odd_root(n << -2 * shift, d), (1, 1 << -shift)
    return root * scale[0] / scale[1]


def _odd_root(n, d):
    """The integer root of n / d, made odd where it is not exact, so that rounding it later goes the right way."""
    root = math.isqrt(n // d)
    return root | (root * root * d != n)


def stdev(data, xbar=None):
    """The standard deviation of a sample."""
    _, squares, count = _squares(data, xbar)
    if count < 2:
        raise StatisticsError("stdev requires at least two data points")
    return _square_root(squares if isinstance(squares, float) else squares.over(count - 1))


def pstdev(data, mu=None):
    """The standard deviation of a whole population."""
    _, squares, count = _squares(data, mu)
    if count < 1:
        raise StatisticsError("pstdev requires at least one data point")
    return _square_root(squares if isinstance(squares, float) else squares.over(count))


def quantiles(data, *, n=4, method="exclusive"):
    """The n - 1 cut points that divide the data into n intervals of equal probability."""
    if n < 1:
        raise StatisticsError("n must be at least 1")
    data = sorted(data)
    size = len(data)
    if size < 2:
        if size == 1:
            return data * (n - 1)
        raise StatisticsError("must have at least one data point")
    result = []
    if method == "inclusive":
        for i in range(1, n):
            j, delta = divmod(i * (size - 1), n)
            result.append((data[j] * (n - delta) + data[j + 1] * delta) / n)
        return result
    if method != "exclusive":
        raise ValueError(f"Unknown method: {method!r}")
    for i in range(1, n):
        j = min(max(i * (size + 1) // n, 1), size - 1)
        delta = i * (size + 1) - j * n
        result.append((data[j - 1] * (n - delta) + data[j] * delta) / n)
    return result


# --- Two variables ---


def _pair(x, y, name):
    if len(x) != len(y):
        raise StatisticsError(f"{name} requires that both inputs have same number of data points")
    if len(x) < 2:
        raise StatisticsError(f"{name} requires at least two data points")


def covariance(x, y, /):
    """How two variables vary together."""
    _pair(x, y, "covariance")
    n = len(x)
    xbar, ybar = math.fsum(x) / n, math.fsum(y) / n
    return math.sumprod([a - xbar for a in x], [b - ybar for b in y]) / (n - 1)


def _ranks(data):
    ordered = sorted(data)
    return [(bisect_left(ordered, x) + bisect_right(ordered, x) + 1) / 2 for x in data]


def correlation(x, y, /, *, method="linear"):
    """Pearson's correlation, or with method="ranked" Spearman's."""
    _pair(x, y, "correlation")
    if method not in ("linear", "ranked"):
        raise ValueError(f"Unknown method: {method!r}")
    if method == "ranked":
        middle = (len(x) + 1) / 2
        x, y = [rank - middle for rank in _ranks(x)], [rank - middle for rank in _ranks(y)]
    else:
        xbar, ybar = math.fsum(x) / len(x), math.fsum(y) / len(y)
        x, y = [a - xbar for a in x], [b - ybar for b in y]
    try:
        return math.sumprod(x, y) / math.sqrt(math.sumprod(x, x) * math.sumprod(y, y))
    except ZeroDivisionError:
        raise StatisticsError("at least one of the inputs is constant") from None


LinearRegression = namedtuple("LinearRegression", ("slope", "intercept"))


def linear_regression(x, y, /, *, proportional=False):
    """Slope and intercept of the line that fits best."""
    _pair(x, y, "linear regression")
    xbar = ybar = 0.0
    if not proportional:
        xbar, ybar = math.fsum(x) / len(x), math.fsum(y) / len(y)
        x, y = [a - xbar for a in x], [b - ybar for b in y]
    try:
        slope = (math.sumprod(x, y) + 0.0) / math.sumprod(x, x)
    except ZeroDivisionError:
        raise StatisticsError("x is constant") from None
    return LinearRegression(slope=slope, intercept=0.0 if proportional else ybar - slope * xbar)
