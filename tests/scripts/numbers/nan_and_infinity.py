nan, inf = float("nan"), float("inf")
print(nan == nan, nan != nan, nan < 1, nan in [nan], [nan] == [nan], inf > 10 ** 400, -inf < -10 ** 400, inf - inf, inf * 0, inf == inf, 1 / inf, max(1, nan), min(nan, 1))
print(inf // 1, inf % 2, 5 % inf, -5 % inf, 5 // -inf, round(2.5), round(-inf) if False else "", nan is nan, bool(nan), 1 ** nan, nan ** 0)
