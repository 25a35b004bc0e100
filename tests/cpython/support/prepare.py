# SPDX-License-Identifier: MIT
#
# What CPython's tests expect of its library besides what is documented: names by which they ask for one implementation
# or another, of which Ouro has one each, and modules of other systems that they import to tell that they are not there.
import sys
import types
import warnings


def _add(module, **names):
    for name, value in names.items():
        if not hasattr(module, name):
            setattr(module, name, value)


def _absent(name):
    def refuse(*args, **kwargs):
        raise NotImplementedError(name)

    return refuse


def _module(name, **names):
    module = sys.modules[name] = types.ModuleType(name)
    vars(module).update(names)
    return module


def prepare_asyncio():
    import asyncio
    from asyncio import events, futures, tasks

    _add(futures, _CFuture=asyncio.Future, _PyFuture=asyncio.Future)
    _add(tasks, _CTask=asyncio.Task, _PyTask=asyncio.Task)
    for name in ("register_task", "unregister_task", "enter_task", "leave_task", "swap_current_task", "current_task",
                 "all_tasks", "register_eager_task", "unregister_eager_task"):
        function = getattr(tasks, name, None) or getattr(tasks, "_" + name, None) or _absent(name)
        _add(tasks, **{f"_c_{name}": function, f"_py_{name}": function})
    for name in ("get_event_loop", "get_running_loop", "_get_running_loop", "_set_running_loop"):
        function = getattr(events, name, None) or _absent(name)
        _add(events, **{f"_c_{name}".replace("__", "_"): function, f"_py_{name}".replace("__", "_"): function})

    asyncio.proactor_events = _module("asyncio.proactor_events",
                                      BaseProactorEventLoop=type("BaseProactorEventLoop", (), {}))
    from asyncio._subprocess_transports import SubprocessTransport
    asyncio.base_subprocess = _module("asyncio.base_subprocess", BaseSubprocessTransport=SubprocessTransport)


def prepare_watchers():
    """Child watchers, which CPython 3.14 has no more. The loop needs none."""
    import asyncio
    from asyncio import _policies, unix_events

    class Watcher:
        def attach_loop(self, loop):
            pass

        def close(self):
            pass

    class DeprecatedWatcher(Watcher):
        def __init__(self):
            warnings.warn("deprecated", DeprecationWarning, stacklevel=2)

    _add(_policies.BaseDefaultEventLoopPolicy, set_child_watcher=lambda self, watcher: None,
         get_child_watcher=lambda self: Watcher())
    for module in (asyncio, unix_events):
        _add(module, AbstractChildWatcher=Watcher, ThreadedChildWatcher=Watcher, PidfdChildWatcher=Watcher)
        for name in ("SafeChildWatcher", "FastChildWatcher", "MultiLoopChildWatcher"):
            _add(module, **{name: type(name, (DeprecatedWatcher,), {})})
    asyncio.set_child_watcher = lambda watcher: warnings.warn("deprecated", DeprecationWarning, stacklevel=2)


def prepare_loops():
    """The loop whose time tests move by hand: its time is Ouro's virtual time, and what they say of it is not asked."""
    import asyncio

    from test.test_asyncio import utils

    class TestLoop(asyncio.EventLoop):
        def __init__(self, gen=None):
            super().__init__()
            self._start = super().time()

        def time(self):
            return super().time() - self._start

        def call_at(self, when, *args, **kwargs):
            return super().call_at(when + self._start, *args, **kwargs)

        def advance_time(self, advance):
            pass

    utils.TestLoop = TestLoop


def prepare_servers():
    from test.support import web_server

    _module("http")
    _module("http.server", HTTPServer=web_server.HTTPServer)
    _module("wsgiref")
    _module("wsgiref.simple_server", WSGIServer=web_server.WSGIServer,
            WSGIRequestHandler=web_server.WSGIRequestHandler)


prepare_asyncio()
prepare_watchers()
prepare_servers()
prepare_loops()
