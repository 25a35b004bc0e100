matrix = [[i * j for j in range(3)] for i in range(3)]
matrix[1][2] = "x"
print(matrix, [row[1] for row in matrix], list(zip(*matrix)), [list(r) for r in zip(*matrix)][2])
tree = {"a": {"b": {"c": [1, {"d": 2}]}}}
tree["a"]["b"]["c"][1]["d"] += 5
print(tree, tree["a"]["b"]["c"][1])
shared = [[0]] * 3
shared[0].append(1)
print(shared)
