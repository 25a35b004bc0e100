# SPDX-License-Identifier: MIT
"""Synchronisation primitives. They are native: lock.cpp, event.cpp, condition.cpp, semaphore.cpp, barrier.cpp."""

__all__ = ("Lock", "Event", "Condition", "Semaphore", "BoundedSemaphore", "Barrier")

from _asyncio import Barrier, BoundedSemaphore, Condition, Event, Lock, Semaphore
