match 1, 2:
    case a, b: print("tuple", a, b)
match *[1, 2], 3:
    case [*all]: print(all)
match (lambda: "called")():
    case "called": print("once")
match x := 5:
    case 5: print(x)
