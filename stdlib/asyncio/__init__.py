# SPDX-License-Identifier: MIT
#
# asyncio: the native parts under their public names. What is written in Python is loaded when it is first asked for, so
# that importing asyncio costs next to nothing; for the same reason the names are lists in strings.
# Names of parts that Ouro does not have (TLS) are absent.
from _asyncio import (
    CancelledError, Future, Handle, InvalidStateError, Task, TimerHandle, _UnixSelectorEventLoop, _get_running_loop,
    all_tasks, create_task, current_task, ensure_future, get_event_loop, get_running_loop, iscoroutine, isfuture,
    new_event_loop, run, set_event_loop, sleep,
)
from _asyncio_combinators import (
    TaskGroup, Timeout, as_completed, gather, shield, timeout, timeout_at, wait, wait_for,
)

SelectorEventLoop = EventLoop = _UnixSelectorEventLoop
TimeoutError = TimeoutError
ALL_COMPLETED = "ALL_COMPLETED"
FIRST_COMPLETED = "FIRST_COMPLETED"
FIRST_EXCEPTION = "FIRST_EXCEPTION"

# Native types that are made when they are asked for; no submodule has to be loaded for them.
_NATIVE = """
    Barrier BoundedSemaphore Condition Event Lock Semaphore
    LifoQueue PriorityQueue Queue QueueEmpty QueueFull QueueShutDown Runner
""".split()
# What each submodule gives to the package when it is asked for.
_PARTS = {
    "base_events": "BaseEventLoop Server",
    "coroutines": "iscoroutinefunction",
    "constants": "",
    "events": "AbstractEventLoop AbstractServer get_event_loop_policy set_event_loop_policy",
    "exceptions": "BrokenBarrierError IncompleteReadError LimitOverrunError SendfileNotAvailableError",
    "format_helpers": "",
    "futures": "wrap_future",
    "graph": "FrameCallGraphEntry FutureCallGraph capture_call_graph format_call_graph print_call_graph",
    "locks": "",
    "log": "",
    "protocols": "BaseProtocol BufferedProtocol DatagramProtocol Protocol SubprocessProtocol",
    "queues": "",
    "runners": "",
    "selector_events": "",
    "staggered": "",
    "streams": "StreamReader StreamReaderProtocol StreamWriter open_connection open_unix_connection start_server "
               "start_unix_server",
    "subprocess": "create_subprocess_exec create_subprocess_shell",
    "taskgroups": "",
    "tasks": "create_eager_task_factory eager_task_factory run_coroutine_threadsafe",
    "threads": "to_thread",
    "timeouts": "",
    "transports": "BaseTransport DatagramTransport ReadTransport SubprocessTransport Transport WriteTransport",
    "trsock": "",
    "unix_events": "",
}
__all__ = """
    ALL_COMPLETED CancelledError EventLoop FIRST_COMPLETED FIRST_EXCEPTION Future Handle InvalidStateError
    SelectorEventLoop Task TaskGroup TimeoutError Timeout TimerHandle _get_running_loop all_tasks as_completed
    create_task current_task ensure_future gather get_event_loop get_running_loop iscoroutine isfuture new_event_loop
    run set_event_loop shield sleep timeout timeout_at wait wait_for
""".split() + _NATIVE + " ".join(_PARTS.values()).split()


def __getattr__(name):
    if name in _NATIVE:
        value = globals()[name] = getattr(__import__("_asyncio"), name)
        return value
    for part, names in _PARTS.items():
        if name == part:
            return __import__("asyncio." + part, None, None, [name])
        if name in names.split():
            value = getattr(__import__("asyncio." + part, None, None, [name]), name)
            globals()[name] = value
            return value
    if name in ("AbstractEventLoopPolicy", "DefaultEventLoopPolicy"):
        from asyncio import _policies

        _policies.warn_of_policies(name)
        return getattr(_policies, name)
    raise AttributeError(f"module 'asyncio' has no attribute {name!r}")
