# SPDX-License-Identifier: MIT
#
# What happens to errors that nobody awaits: the loop's exception handler, and the default one.
import sys


def _is_fatal(exception):
    return isinstance(exception, (SystemExit, KeyboardInterrupt))


def _context_of(context):
    """The context in which to call a handler: that of the task, future or handle that the report is about."""
    for key in ("task", "future", "handle"):
        get_context = getattr(context.get(key), "get_context", None)
        if get_context is not None:
            return get_context()
    return None


def report_callback_error(loop, context, error):
    """Calls the handler while the error of a callback is being handled: it is sys.exception() there."""
    traceback = error.__traceback__
    try:
        raise error
    except BaseException:
        error.__traceback__ = traceback  # without this function
        call_exception_handler(loop, context)


def call_exception_handler(loop, context):
    handler = loop.get_exception_handler()
    if handler is None:
        _report(loop, context)
        return
    try:
        scope = _context_of(context)
        if scope is None:
            handler(loop, context)
        else:
            scope.run(handler, loop, context)
    except BaseException as error:
        if _is_fatal(error):
            raise
        _report(loop, {
            "message": "Unhandled error in exception handler",
            "exception": error,
            "context": context,
        })


def _report(loop, context):
    try:
        loop.default_exception_handler(context)
    except BaseException as error:
        if _is_fatal(error):
            raise
        _log("Exception in default exception handler", error)


def default_exception_handler(context):
    lines = [context.get("message") or "Unhandled exception in event loop"]
    for key in sorted(context):
        if key not in ("message", "exception"):
            lines.append(f"{key}: {context[key]!r}")
    _log("\n".join(lines), context.get("exception"))


def log_slow(subject, seconds):
    warn(f"Executing {subject!r} took {seconds:.3f} seconds")


def _logger():
    """Where the loop logs: asyncio.base_events.logger, which tests of programs replace."""
    replaced = vars(sys.modules.get("asyncio.base_events", sys)).get("logger")
    return replaced or sys.modules["logging"].getLogger("asyncio")


def warn(text):
    """A warning on logger "asyncio"."""
    if "logging" in sys.modules:
        _logger().warning(text)
    else:
        print(text, file=sys.stderr)


def _log(text, exception):
    """Logs on logger "asyncio" where the program uses logging; else writes what an unconfigured logger would."""
    if "logging" in sys.modules:
        info = (type(exception), exception, exception.__traceback__) if exception is not None else False
        _logger().error(text, exc_info=info)
        return
    import traceback

    print(text, file=sys.stderr)
    if exception is not None:
        traceback.print_exception(exception, file=sys.stderr)
