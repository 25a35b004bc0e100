import _shapes._deep.inner
print(_shapes.__name__, _shapes._deep.__name__, _shapes._deep.inner.__name__)
