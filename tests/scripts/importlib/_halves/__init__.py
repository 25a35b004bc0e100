print("in", __name__)
