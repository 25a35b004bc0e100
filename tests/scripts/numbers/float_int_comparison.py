# Floats and integers compare by their exact values.
print(2**53 + 1 == float(2**53), 2**53 + 1 > float(2**53), 2.0**53 < 2**53 + 1, 10**400 > 1e308, -10**400 < -1e308)
print(10**400 < float("inf"), -10**400 > float("-inf"), 10**30 == 1e30, int(1e30) == 1e30, 1.5 < 2, 2 > 1.5, 0 == -0.0, 1 == 1.0 == True)
nan = float("nan")
print(nan == nan, nan != nan, nan < 1, 1 < nan, 10**400 == nan, nan > 2**70, nan in [nan], float("nan") in [float("nan")], nan is nan)
print(sorted([3, 1.5, 2**60, 2.0**60 + 1024, -1e300, -10**301]), max(1, 1.0), min(2.0, 2), 2**1024 > 1.7976931348623157e308)
