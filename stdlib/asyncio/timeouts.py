# SPDX-License-Identifier: MIT
#
# asyncio.timeouts.
from _asyncio_combinators import Timeout, timeout, timeout_at

__all__ = ("Timeout", "timeout", "timeout_at")
