class Outer:
    class Inner:
        def method(self):
            def local():
                raise ValueError("here")
            local()

Outer.Inner().method()
