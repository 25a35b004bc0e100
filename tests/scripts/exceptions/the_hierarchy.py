pairs = [(KeyError, LookupError), (IndexError, LookupError), (ZeroDivisionError, ArithmeticError),
         (OverflowError, ArithmeticError), (FileNotFoundError, OSError), (TimeoutError, OSError),
         (UnicodeDecodeError, ValueError), (NotImplementedError, RuntimeError), (RecursionError, RuntimeError),
         (ModuleNotFoundError, ImportError), (UnboundLocalError, NameError), (IndentationError, SyntaxError),
         (KeyboardInterrupt, BaseException), (SystemExit, BaseException), (GeneratorExit, BaseException),
         (StopIteration, Exception), (ExceptionGroup, Exception), (ExceptionGroup, BaseExceptionGroup)]
print(all(issubclass(child, parent) for child, parent in pairs))
print([e.__name__ for e in (KeyboardInterrupt, SystemExit, GeneratorExit) if issubclass(e, Exception)])
print(IOError is OSError, EnvironmentError is OSError)
