# SPDX-License-Identifier: MIT
#
# asyncio.taskgroups.
from _asyncio_combinators import TaskGroup

__all__ = ("TaskGroup",)
