class Tree:
    def __init__(self, *children): self.children = children
    def __iter__(self):
        yield self
        for child in self.children:
            yield from child
print(len(list(Tree(Tree(), Tree(Tree(), Tree())))))
