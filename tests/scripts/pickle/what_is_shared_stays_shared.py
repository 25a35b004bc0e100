import pickle


class Node:
    pass


item = ["item"]
cycle = [item, item]
cycle.append(cycle)
within = ([],)
within[0].append(within)
node = Node()
node.me, node.attributes, node.group = node, node.__dict__, {node}
frozen = Node()
frozen.group = frozenset([frozen])
for protocol in range(6):
    for value in (cycle, within, node, frozen):
        print(pickle.dumps(value, protocol))
    copy = pickle.loads(pickle.dumps(cycle, protocol))
    print(copy[0] is copy[1], copy[2] is copy)
    copy = pickle.loads(pickle.dumps(node, protocol))
    print(copy.me is copy, copy.group == {copy}, copy.attributes["me"] is copy)
    copy = pickle.loads(pickle.dumps(within, protocol))
    print(copy[0][0] is copy)
