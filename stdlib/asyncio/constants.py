# SPDX-License-Identifier: MIT
#
# Numbers of asyncio that programs, tests above all, ask for. Those of transports are native: transport.hpp and its kin.
import enum

ACCEPT_RETRY_DELAY = 1  # seconds without accepting when descriptors or memory have run out
DEBUG_STACK_DEPTH = 10  # frames in the tracebacks that debug mode keeps
FLOW_CONTROL_HIGH_WATER_SSL_READ = 256  # KiB
FLOW_CONTROL_HIGH_WATER_SSL_WRITE = 512  # KiB
LOG_THRESHOLD_FOR_CONNLOST_WRITES = 5  # writes to a lost connection before a warning is logged
SENDFILE_FALLBACK_READBUFFER_SIZE = 1 << 18  # bytes
SSL_HANDSHAKE_TIMEOUT = 60.0  # seconds
SSL_SHUTDOWN_TIMEOUT = 30.0  # seconds
THREAD_JOIN_TIMEOUT = 300  # seconds that the end of the default executor may take


class _SendfileMode(enum.Enum):
    """How loop.sendfile() serves a transport."""

    UNSUPPORTED = enum.auto()
    TRY_NATIVE = enum.auto()
    FALLBACK = enum.auto()
