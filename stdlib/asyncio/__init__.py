# SPDX-License-Identifier: MIT
from _asyncio import *
from _asyncio import _UnixSelectorEventLoop
