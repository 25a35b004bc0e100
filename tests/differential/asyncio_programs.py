# SPDX-License-Identifier: MIT
#
# Random asyncio programs: workers that sleep, wait, hand each other items, fail, cancel and are cancelled, and say what
# happens to them. Every line of output names the virtual time and the task, so that a changed order of steps shows.
#
# A program ends: worker number i calls only workers with larger numbers, and every loop is bounded. It may wait for
# ever; virtual_time.py and Ouro both notice that. It depends on no garbage collection: async generators are closed
# explicitly. No two timers are due at the same time, because CPython leaves their order open; a timeout of 0 is due at
# once and needs no timer, but for that of wait() and as_completed().
from writer import Writer

PRELUDE = '''
import asyncio
import contextlib
import contextvars
import sys
import types


class Failure(Exception):
    pass


def describe(error, depth=0):
    """An exception with all that is linked to it."""
    if error is None:
        return "-"
    if depth > 6:
        return "..."
    text = f"{type(error).__name__}({''.join(map(str, error.args[:1])).split('<')[0]})"
    if isinstance(error, RecursionError):
        return "RecursionError"
    if getattr(error, "__notes__", None):
        text += f" notes {error.__notes__}"
    if isinstance(error, BaseExceptionGroup):
        text += "[" + ", ".join(describe(part, depth + 1) for part in error.exceptions) + "]"
    if error.__cause__ is not None:
        text += " cause " + describe(error.__cause__, depth + 1)
    if error.__context__ is not None and error.__context__ is not error.__cause__:
        text += " context " + describe(error.__context__, depth + 1)
    return text + (" suppressed" if error.__suppress_context__ else "")


def log(*parts):
    loop = asyncio.get_running_loop()
    task = asyncio.current_task()
    who = task.get_name() if task else "callback"
    print(f"{loop.time() - start:.6f}", who, *parts)


def state(future):
    if not future.done():
        return f"pending{future.cancelling()}" if isinstance(future, asyncio.Task) else "pending"
    if future.cancelled():
        return "cancelled"
    return describe(future.exception()) if future.exception() else f"result {future.result()!r}"


def spawn(coroutine, name):
    task = asyncio.create_task(coroutine, name=name)
    tasks.append(task)
    return task


def unique(seconds):
    """A delay that no other agrees with."""
    global delays
    delays += 1
    return seconds + delays * 1e-6


def report(loop, context):
    """What the loop reports, but for what depends on garbage collection."""
    error = context.get("exception")
    if "never retrieved" not in context["message"] and "destroyed" not in context["message"]:
        log("report", context["message"].split("<")[0].split(" at 0x")[0][:22], describe(error))
    else:
        print(context["message"], file=sys.stderr)


class Manager:
    def __init__(self, delay, swallow):
        self.delay, self.swallow = delay, swallow

    async def __aenter__(self):
        await asyncio.sleep(self.delay)
        log("enter")
        return self

    async def __aexit__(self, kind, error, traceback):
        log("exit", describe(error))
        await asyncio.sleep(self.delay)
        return self.swallow


class Awaitable:
    def __init__(self, awaited):
        self.awaited = awaited

    def __await__(self):
        try:
            return (yield from self.awaited.__await__())
        finally:
            log("awaited", describe(sys.exception()))


@types.coroutine
def turns(count):
    for _ in range(count):
        yield
    return count


@contextlib.asynccontextmanager
async def managed(delay):
    log("before")
    try:
        await asyncio.sleep(delay)
        yield delay
    except Failure as error:
        log("managed", describe(error))
    finally:
        log("after", describe(sys.exception()))
        await asyncio.sleep(0)


delays = 0
tasks = []
variable = contextvars.ContextVar("variable", default=0)
'''


class AsyncioProgram(Writer):
    """One random asyncio program."""

    def __init__(self, seed):
        super().__init__(seed)
        self.worker_count = 3 + self.below(4)
        self.worker = 0  # being written
        self.depth = 0
        self.calls = 0  # of this worker to others
        self.source(PRELUDE)
        for number in range(self.worker_count):
            self.write_worker(number)
        self.write_generator()
        self.write_main()

    # --- Parts of statements ---

    def delay(self):
        """Seconds: often none at all."""
        return "0" if self.chance(0.4) else self.later()

    def later(self):
        distance = self.one_of({self.below(1000) / 1000: 6, self.below(100) / 10: 1, self.below(30) / 10000: 1})
        return f"unique({distance})"

    def timeout(self):
        return self.pick(self.delay(), self.delay(), self.later(), "-1", "None")

    def call(self):
        """A call of a later worker, or of something that is known to end."""
        self.calls += 1
        if self.worker + 1 >= self.worker_count or self.calls > 5:
            return self.pick(f"asyncio.sleep({self.delay()}, {self.below(100)})", "event.wait()", "queue.get()",
                             f"queue.put({self.below(100)})", "lock.acquire()",
                             f"step({self.delay()}, {self.below(100)})", f"turns({self.below(4)})",
                             "condition_wait()")
        number = self.random.randrange(self.worker + 1, self.worker_count)
        return f"worker{number}({self.below(10)})"

    def label(self):
        return f"'{self.name('t')}'"

    def some_task(self):
        return self.one_of({"tasks[-1]": 3, f"tasks[{self.below(6)} % len(tasks)]": 4})

    def error(self):
        return self.one_of({f"Failure({self.below(100)})": 6, f"ValueError({self.below(100)})": 3,
                            "asyncio.CancelledError('made')": 1, "TimeoutError('made')": 1, "KeyError('k')": 1,
                            "SystemExit(7)": 0.2, "KeyboardInterrupt('k')": 0.1, "StopAsyncIteration(1)": 0.3,
                            "GeneratorExit('g')": 0.1,
                            f"ExceptionGroup('made', [Failure({self.below(9)}), KeyError(1)])": 1,
                            "BaseExceptionGroup('base', [Failure(1), asyncio.CancelledError('in')])": 0.3})

    # --- Statements ---

    def body(self, limit=4):
        """A few statements; never none."""
        self.depth += 1
        for _ in range(1 + self.below(limit)):
            self.statement()
        self.depth -= 1

    def statement(self):
        simple = {"sleep": 8, "log": 3, "queue": 5, "event": 3, "spawn": 5, "cancel": 4, "await_task": 3, "future": 3,
                  "callback": 2, "raise": 1.5, "notify": 2, "variable": 1, "return": 0.5, "inspect": 1, "timer": 1,
                  "task_method": 1.5, "release": 0.7, "barrier_method": 0.5, "awaitable": 1, "step_generator": 1.5,
                  "context": 0.7}
        compound = {"lock": 3, "semaphore": 2, "condition": 2, "timeout": 4, "wait_for": 4, "gather": 3, "group": 3,
                    "try": 7, "loop": 2, "wait": 2, "shield": 2, "as_completed": 1, "generator": 2, "stack": 1,
                    "barrier": 1, "manager": 2, "managed": 1, "async_completed": 1, "comprehension": 1,
                    "async_barrier": 0.7, "try_group": 1.5, "timeout_at": 1}
        kind = self.one_of(simple if self.depth > 3 else simple | compound)
        getattr(self, "write_" + kind)()

    def write_sleep(self):
        self.line(f"await asyncio.sleep({self.delay()})")

    def write_log(self):
        self.line(f"log('at {self.name('')}', len(tasks), queue.qsize(), event.is_set(), lock.locked())")

    def write_variable(self):
        self.line(self.pick(f"variable.set({self.below(100)})", "log('variable', variable.get())"))

    def write_return(self):
        with self.block(f"if n % {2 + self.below(4)} == 0:"):
            self.line(f"return {self.below(100)}")

    def write_inspect(self):
        self.line(self.pick("log([state(task) for task in tasks])", f"log(state({self.some_task()}))",
                            "log(asyncio.current_task().cancelling())", "log(asyncio.current_task().uncancel())",
                            "log(sorted(task.get_name() for task in asyncio.all_tasks()))"))

    def write_queue(self):
        self.line(self.pick(f"await queue.put({self.below(100)})", "log('got', await queue.get())",
                            f"queue.put_nowait({self.below(100)})", "log('got', queue.get_nowait())",
                            *(["small.shutdown(immediate=True)", "queue.shutdown()"] if self.chance(0.1) else []),
                            "queue.task_done()",
                            f"await small.put({self.below(100)})", "log('small', await small.get())",
                            *(["small.shutdown()", "await queue.join()"] if self.chance(0.2) else [])))

    def write_event(self):
        self.line(self.pick("event.set()", "event.clear()", "log(await event.wait())"))

    def write_notify(self):
        with self.block("if condition.locked():"):
            self.line(self.pick("condition.notify()", "condition.notify_all()", "condition.notify(2)"))

    def write_spawn(self):
        self.line(f"spawn({self.call()}, {self.label()})")

    def write_cancel(self):
        argument = self.pick("", "'why'")
        self.line(f"log('cancel', {self.some_task()}.cancel({argument}))" if self.chance(0.85)
                  else f"asyncio.current_task().cancel({argument})")

    def write_await_task(self):
        self.line(f"log('done', await {self.some_task()})")

    def write_future(self):
        self.line(self.pick("log('future', await future)", f"future.set_result({self.below(100)})",
                            f"future.set_exception({self.error()})", "log(future.cancel())",
                            "future.add_done_callback(lambda done: log('callback', state(done)))",
                            "log(state(future))"))

    def write_callback(self):
        action = self.pick("log, 'called'", "event.set", f"{self.some_task()}.cancel", "future.cancel",
                           f"queue.put_nowait, {self.below(100)}")
        how = self.pick("call_soon(", f"call_later({self.later()}, ")
        self.line(f"asyncio.get_running_loop().{how}{action})")

    def write_raise(self):
        with self.block(f"if n % {1 + self.below(3)} == 0:"):
            self.line(f"raise {self.error()}{self.pick('', '', ' from None', ' from ' + self.error())}")

    def write_lock(self):
        with self.block("async with lock:"):
            self.body(3)

    def write_semaphore(self):
        with self.block("async with semaphore:"):
            self.body(3)

    def write_condition(self):
        with self.block("async with condition:"):
            self.line(self.pick("await condition.wait()", "condition.notify()", "condition.notify_all()",
                                "log(await condition.wait_for(lambda: event.is_set()))"))
            self.body(2)

    def write_barrier(self):
        self.line("log('barrier', await barrier.wait())")

    def write_timeout(self):
        name = self.name("scope")
        with self.block(f"async with asyncio.timeout({self.timeout()}) as {name}:"):
            self.body(3)
            if self.chance(0.2):
                self.line(f"{name}.reschedule(asyncio.get_running_loop().time() + {self.later()})")
                self.body(2)
        self.line(f"log('timeout', {name}.expired())")

    def write_wait_for(self):
        target = self.call() if self.chance(0.8) else self.some_task()
        self.line(f"log('in time', await asyncio.wait_for({target}, {self.timeout()}))")

    def write_gather(self):
        parts = [self.call() if self.chance(0.8) else self.pick(self.some_task(),
            "future") for _ in range(self.below(4))]
        option = self.pick("", "return_exceptions=True")
        gathered = ", ".join([*parts, option] if option else parts)
        self.line(f"results = await asyncio.gather({gathered})")
        self.line("log('gathered', [describe(x) if isinstance(x, BaseException) else x for x in results])")

    def write_group(self):
        name = self.name("group")
        with self.block(f"async with asyncio.TaskGroup() as {name}:"):
            for _ in range(1 + self.below(3)):
                self.line(f"tasks.append({name}.create_task({self.call()}, name={self.label()}))")
            if self.chance(0.6):
                self.body(2)

    def write_try(self):
        with self.block("try:"):
            self.body()
        caught = self.one_of({"Failure as error": 3, "asyncio.CancelledError as error": 4, "Exception as error": 5,
                              "TimeoutError as error": 3, "BaseException as error": 2, "* Failure as error": 2, "": 4})
        if caught:
            with self.block(f"except{caught if caught[0] == '*' else ' ' + caught}:"):
                self.line("log('caught', describe(error))")
                if self.chance(0.4):
                    self.body(2)
                if self.chance(0.4):
                    self.line(self.pick("raise", "raise Failure('again')", "raise Failure('other') from error"))
        if not caught or self.chance(0.3):
            with self.block("finally:"):
                self.line("log('finally', describe(sys.exception()))")
                self.body(2)

    def write_loop(self):
        with self.block(f"for n in range({1 + self.below(3)}):"):
            self.body(2)

    def write_wait(self):
        name = self.name("waiting")
        self.line(f"{name} = [spawn({self.call()}, {self.label()}) for i in range({1 + self.below(2)})]")
        when = self.pick("", ", return_when=asyncio.FIRST_COMPLETED", ", return_when=asyncio.FIRST_EXCEPTION")
        timeout = self.pick("", f", timeout={self.later()}")
        self.line(f"done, pending = await asyncio.wait({name}{timeout}{when})")
        self.line("log('waited', sorted(state(x) for x in done), len(pending))")

    def write_shield(self):
        target = self.call() if self.chance(0.5) else self.some_task()
        self.line(f"log('shielded', await asyncio.shield({target}))")

    def write_as_completed(self):
        timeout = self.pick("", f", timeout={self.later()}")
        first = [f"spawn({self.call()}, {self.label()})" for _ in range(1 + self.below(2))]
        with self.block(f"for first in asyncio.as_completed([{', '.join(first)}]{timeout}):"):
            self.line("log('completed', await first)")

    def write_generator(self):
        if not self.indent:
            self.write_generator_function()
            return
        with self.block(f"async with contextlib.aclosing(items({self.below(5)})) as generator:"):
            if self.chance(0.3):
                self.line(self.pick("log(await generator.asend(None))", "log(await anext(generator, 'none'))",
                                    f"log(await generator.athrow({self.error()}))"))
            with self.block("async for item in generator:"):
                self.line("log('item', item)")
                self.body(2)
                if self.chance(0.3):
                    self.line("break")

    def write_stack(self):
        with self.block("async with contextlib.AsyncExitStack() as stack:"):
            self.line(self.pick("await stack.enter_async_context(lock)", "await stack.enter_async_context(semaphore)",
                                "stack.callback(log, 'left')",
                                f"stack.push_async_callback(step, {self.delay()}, 'left')"))
            self.body(2)

    def write_timer(self):
        name = self.name("timer")
        action = self.pick("log, 'timer'", f"{self.some_task()}.cancel", "event.set", "failing")
        how = self.pick(f"call_at(asyncio.get_running_loop().time() + {self.later()}", f"call_later({self.later()}",
                        "call_soon(")
        self.line(f"{name} = asyncio.get_running_loop().{how}{'' if how[-1] == '(' else ', '}{action})")
        if self.chance(0.6):
            self.line(f"await asyncio.sleep({self.delay()})")
            self.line(f"{name}.cancel()")
            self.line(f"log({name}.cancelled())")

    def write_task_method(self):
        task = self.some_task()
        callback = "lambda done: log('done callback', done.get_name(), state(done))"
        self.line(self.pick(f"log({task}.exception())", f"log({task}.result())",
                            f"log({task}.done(), {task}.cancelled())",
                            f"{task}.add_done_callback({callback})", f"log({task}.remove_done_callback(log))",
                            f"{task}.set_name('renamed{self.below(9)}')", f"log({task}.get_coro().__name__)",
                            f"log({task}.set_result(1))", f"{task}.uncancel()",
                            f"{task}.add_done_callback(lambda done: failing())",
                            f"{task}.add_done_callback({callback}, context=contextvars.Context())"))

    def write_release(self):
        self.line(self.pick("lock.release()", "semaphore.release()", "condition.release()",
                            "log(await lock.acquire())", "log(await semaphore.acquire())",
                            "log(semaphore.locked(), condition.locked())"))

    def write_barrier_method(self):
        self.line(self.pick("await barrier.reset()", "await barrier.abort()",
                            "log(barrier.n_waiting, barrier.broken, barrier.parties)"))

    def write_awaitable(self):
        self.line(self.pick(f"log(await Awaitable({self.call()}))" if self.chance(0.5) else
                            f"log(await Awaitable(turns({self.below(3)})))" if self.chance(0.2) else
                            f"log(await Awaitable({self.some_task()}))",
                            f"log(await turns({self.below(4)}))",
                            f"log(await asyncio.ensure_future(Awaitable({self.call()})))",
                            "coroutine = asyncio.sleep(0); await coroutine; await coroutine"))

    def write_step_generator(self):
        self.line(self.pick("log(await anext(shared))", "log(await shared.asend(5))", "await shared.aclose()",
                            f"log(await shared.athrow({self.error()}))",
                            "tasks.append(asyncio.ensure_future(anext(shared)))",
                            f"spawn(shared.asend(None), {self.label()})", "log(await anext(shared, 'default'))",
                            "log(shared.ag_running)"))

    def write_context(self):
        name = self.name("context")
        self.line(f"{name} = contextvars.copy_context()")
        self.line(self.pick(f"{name}.run(variable.set, {self.below(100)})", f"log({name}.run(variable.get))",
                            f"tasks.append(asyncio.create_task({self.call()}, name={self.label()}, context={name}))",
                            f"asyncio.get_running_loop().call_soon(lambda: log(variable.get()), context={name})"))
        self.line(f"log({name}.get(variable), variable.get())")

    def write_manager(self):
        with self.block(f"async with Manager({self.delay()}, {self.pick('True', 'False')}) as manager:"):
            self.body(3)

    def write_managed(self):
        with self.block(f"async with managed({self.delay()}):"):
            self.body(3)

    def write_async_completed(self):
        timeout = self.pick("", f", timeout={self.later()}")
        first = [f"spawn({self.call()}, {self.label()})" for _ in range(1 + self.below(2))]
        with self.block(f"async for first in asyncio.as_completed([{', '.join(first)}]{timeout}):"):
            self.line("log('completed', first.get_name(), state(first))")
            if self.chance(0.3):
                self.line("break")

    def write_comprehension(self):
        self.line(self.pick(f"log([item async for item in items({self.below(4)})])",
                            f"log({{item: await turns(item) async for item in items({self.below(4)})}})",
                            f"log([await turns(item) for item in range({self.below(4)})])",
                            f"log([item async for item in (await turns(item) for item in range({self.below(4)}))])",
                            f"log([item async for item in many({self.below(3)}) if item])"))

    def write_async_barrier(self):
        with self.block("async with barrier as place:"):
            self.line("log('place', place)")
            self.body(2)

    def write_try_group(self):
        with self.block("try:"):
            self.body(2)
            self.line(f"raise {self.pick('Base', '')}ExceptionGroup('group', [{self.error()}, {self.error()}])"
                      if self.chance(0.3) else "await asyncio.sleep(0)")
        for kind in self.random.sample(["Failure", "(ValueError, KeyError)", "Exception", "asyncio.CancelledError"],
                                       1 + self.below(2)):
            with self.block(f"except* {kind} as error:"):
                self.line("log('group', describe(error))")
                self.line(self.pick("log(describe(error.subgroup(Failure)))", "log(len(error.exceptions))",
                                    "error.add_note('seen')", "raise", "raise Failure('in group')",
                                    "log([describe(part) for part in error.split(ValueError)])",
                                    "raise Failure('in group') from error", "await asyncio.sleep(0)"))
        if self.chance(0.3):
            with self.block("finally:"):
                self.line("log('finally', describe(sys.exception()))")

    def write_timeout_at(self):
        name = self.name("scope")
        when = f"asyncio.get_running_loop().time() + {self.later()}"
        with self.block(f"async with asyncio.timeout_at({self.pick(when, when, 'None', '0')}) as {name}:"):
            self.body(3)
            self.line(f"log({name}.when() is None, {name}.expired())")
        self.line(f"log('timeout', {name}.expired(), repr({name})[:18])")

    # --- Functions ---

    def write_worker(self, number):
        self.worker, self.calls = number, 0
        self.line("")
        self.line("")
        with self.block(f"async def worker{number}(n):"):
            self.line(f"log('worker{number} starts', n)")
            for _ in range(2 + self.below(3)):
                self.statement()
            self.line(f"log('worker{number} ends')")
            self.line(f"return {number}")

    def write_generator_function(self):
        self.worker, self.calls = self.worker_count, 0
        self.line("")
        self.line("")
        with self.block("async def items(n):"):
            with self.block("try:"):
                with self.block("for i in range(n):"):
                    self.write_sleep()
                    self.line("yield i")
            with self.block("finally:"):
                self.line("log('items end', describe(sys.exception()))")
                self.write_sleep()
        self.line("")
        self.line("")
        with self.block("async def many(n):"):
            self.line("got = None")
            with self.block("for i in range(n):"):
                with self.block("try:"):
                    self.line("got = yield i")
                    self.write_sleep()
                caught = self.pick("Failure", "Exception", "GeneratorExit", "BaseException")
                with self.block(f"except {caught} as error:"):
                    self.line("log('many caught', describe(error))")
                    self.line(self.pick("raise", "yield 'caught'", "return", "await asyncio.sleep(0)"))
                self.line("log('many', got)")
        self.source("""

def failing():
    raise Failure("in callback")


async def condition_wait():
    async with condition:
        await condition.wait()
""")
        self.line("")
        self.line("")
        with self.block("async def step(delay, value):"):
            self.line("await asyncio.sleep(delay)")
            self.line("log('step', value)")
            self.line("return value")

    def write_main(self):
        self.worker, self.calls = -1, 0
        self.line("")
        self.line("")
        with self.block("async def main():"):
            with self.block("try:"):
                self.line("await work()")
            with self.block("finally:"):
                # What the end of run() does to tasks that are left, in an order that no set decides.
                with self.block("for task in tasks[1:]:"):
                    self.line("task.cancel()")
                self.line("await asyncio.gather(*tasks[1:], return_exceptions=True)")
                self.line("await shared.aclose()")
        self.line("")
        self.line("")
        with self.block("async def work():"):
            self.line("global start, queue, small, event, lock, semaphore, condition, future, barrier, shared")
            self.line("start = asyncio.get_running_loop().time()")
            kind = self.pick("Queue", "LifoQueue", "PriorityQueue")
            self.line(f"queue, small = asyncio.{kind}(), asyncio.Queue({1 + self.below(2)})")
            self.line(f"event, lock, semaphore = asyncio.Event(), asyncio.Lock(), "
                      f"asyncio.{self.pick('Semaphore', 'BoundedSemaphore')}({self.below(3)})")
            self.line(f"condition, barrier = asyncio.Condition(), asyncio.Barrier({1 + self.below(3)})")
            self.line("future = asyncio.get_running_loop().create_future()")
            self.line(f"shared = many({1 + self.below(4)})")
            self.line("tasks.append(asyncio.current_task())")
            if self.chance(0.5):
                self.line("asyncio.get_running_loop().set_exception_handler(report)")
            if self.chance(0.1):
                self.line("asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)")
            self.line("n = 0")
            for _ in range(1 + self.below(3)):
                self.line(f"spawn({self.call()}, {self.label()})")
            for _ in range(3 + self.below(5)):
                self.statement()
            self.line("log('main ends', [state(task) for task in tasks[1:]])")
        self.source(f'''

try:
    asyncio.run(main())
except BaseException as error:
    print("ended by", describe(error))
    sys.exit({2 + self.below(9)})
print([state(task) for task in tasks])''')
