# Values of the elementary functions.
import math
for name in ["sqrt", "cbrt", "exp", "exp2", "expm1", "log1p", "sin", "cos", "tan", "atan", "asinh", "sinh", "cosh", "tanh", "erf", "erfc", "gamma", "lgamma", "degrees", "radians", "fabs", "ulp", "log", "log2", "log10"]:
    print(name, [getattr(math, name)(x) for x in [0.5, 1, 2.5, 10]])
print(math.asin(0.5), math.acos(0.5), math.acosh(2), math.atanh(0.5), math.atan2(-1, -1), math.pow(2, 0.5), math.fmod(-7.5, 2), math.remainder(7, 4), math.copysign(3, -0.0))
print(math.pi, math.e, math.tau, math.inf, math.nan, math.gamma(-1.5), math.lgamma(-1.5), math.gamma(171), math.pow(0.0, -math.inf), math.pow(1, math.nan))
print(math.fma(0.1, 10, -1), math.modf(-3.75), math.modf(math.inf), math.frexp(10), math.frexp(0), math.ldexp(0.75, 5), math.ldexp(5, -2000), math.ldexp(0.0, 10**30))
print(math.nextafter(1, 2), math.nextafter(1, 0, steps=3), math.nextafter(-5e-324, 1, steps=2), math.nextafter(0, 1, steps=10**30), math.ulp(1e300), math.ulp(math.inf))
print(math.isclose(1, 1 + 1e-10), math.isclose(1, 1.1, rel_tol=0.2), math.isclose(0, 1e-12, abs_tol=1e-9), math.isclose(math.inf, math.inf), math.isfinite(1), math.isinf(-math.inf), math.isnan(math.nan))
print(math.floor(2.7), math.ceil(2.1), math.trunc(-2.7), math.floor(10**30), math.ceil(1e20), math.floor(-0.5), math.ceil(-0.5))
print(math.log(8, 2), math.log(10**400), math.log10(10**400), math.log2(2**5000), math.log(10**400, 10), math.log(2**1023 * 2 - 1))
