from ._known import known
__all__ = ["listed"]
