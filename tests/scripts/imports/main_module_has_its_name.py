import sys
print(__name__, sys.modules["__main__"].__name__, __file__.endswith("main_module_has_its_name.py"))
if __name__ == "__main__":
    print("as a script")
x = 5
print(sys.modules["__main__"].x, __doc__, __package__)
