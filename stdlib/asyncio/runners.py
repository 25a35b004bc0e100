# SPDX-License-Identifier: MIT
"""asyncio.run() and Runner. They are native: runner.cpp."""

__all__ = ("Runner", "run")

from _asyncio import Runner, run
