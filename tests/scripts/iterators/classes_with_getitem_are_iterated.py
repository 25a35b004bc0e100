class Old:
    def __getitem__(self, index):
        if index > 3:
            raise IndexError
        return index * 10

    def __len__(self):
        return 4


print(list(Old()), list(reversed(Old())), 20 in Old(), type(iter(Old())).__name__)
