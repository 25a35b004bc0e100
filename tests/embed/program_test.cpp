// SPDX-License-Identifier: MIT
//
// Whole programs and prompts: what hosts that are commands use.
#include "helpers.hpp"

#include <cstdlib>
#include <fcntl.h>
#include <stdexcept>
#include <sys/wait.h>
#include <system_error>
#include <unistd.h>

using Catch::Matchers::Contains;

TEST_CASE("report prints an error as an uncaught one and gives the exit status") {
    Captured captured;
    CHECK(captured.runtime.report(error_of(captured.runtime, "1 / 0")) == 1);
    CHECK(captured.err == "Traceback (most recent call last):\n"
                          "  File \"<string>\", line 1, in <module>\n"
                          "    1 / 0\n"
                          "    ~~^~~\n"
                          "ZeroDivisionError: division by zero\n");
    captured.err.clear();
    CHECK(captured.runtime.report(error_of(captured.runtime, "raise KeyboardInterrupt")) == 130);
    CHECK_THAT(captured.err, Contains("KeyboardInterrupt"));
    captured.err.clear();
    CHECK(captured.runtime.report(ouro::Error("OSError", "the host's own")) == 1);
    CHECK(captured.err == "OSError: the host's own\n");
}

TEST_CASE("report of a SystemExit prints its text alone") {
    Captured captured;
    CHECK(captured.runtime.report(error_of(captured.runtime, "raise SystemExit")) == 0);
    CHECK(captured.runtime.report(error_of(captured.runtime, "raise SystemExit(7)")) == 7);
    CHECK(captured.runtime.report(error_of(captured.runtime, "raise SystemExit(256 + 3)")) == 3);
    CHECK(captured.runtime.report(error_of(captured.runtime, "raise SystemExit(-1)")) == 255);
    CHECK(captured.err.empty());
    CHECK(captured.runtime.report(error_of(captured.runtime, "raise SystemExit('no ship')")) == 1);
    CHECK(captured.err == "no ship\n");
}

TEST_CASE("report calls the script's sys.excepthook") {
    Captured captured;
    captured.runtime.run("import sys\n"
                         "def hook(cls, error, traceback): print('hook', cls.__name__, error)\n"
                         "sys.excepthook = hook");
    CHECK(captured.runtime.report(error_of(captured.runtime, "raise ValueError('v')")) == 1);
    CHECK(captured.out == "hook ValueError v\n");
    CHECK(captured.err.empty());
}

TEST_CASE("finish ends the program once") {
    Captured captured;
    captured.runtime.run("import asyncio, atexit\n"
                         "atexit.register(print, 'at exit')\n"
                         "async def left():\n"
                         "    try: await asyncio.sleep(100)\n"
                         "    finally: print('cancelled')\n"
                         "async def main(): asyncio.create_task(left()); await asyncio.sleep(0)\n"
                         "await main()");
    CHECK(captured.out.empty());
    CHECK(captured.runtime.finish(5) == 5);
    CHECK(captured.out == "at exit\ncancelled\n");
    CHECK(captured.runtime.finish(0) == 0);
    CHECK(captured.out == "at exit\ncancelled\n");
}

TEST_CASE("finish tells of errors that nobody has looked at") {
    Captured captured;
    captured.runtime.run("import asyncio\n"
                         "async def fail(): raise ValueError('lost')\n"
                         "async def main(): asyncio.create_task(fail()); await asyncio.sleep(0.001)\n"
                         "await main()");
    CHECK(captured.runtime.finish() == 1);
    CHECK_THAT(captured.err, Contains("ValueError: lost"));
}

TEST_CASE("finish tells of output that could not be written") {
    int full = open("/dev/full", O_WRONLY);
    REQUIRE(full >= 0);
    std::string errors;
    ouro::Options options;
    options.output = ouro::Output::descriptor(full);
    options.errors = ouro::Output::function([&](std::string_view text) { errors += text; });
    {
        ouro::Runtime runtime(std::move(options));
        runtime.run("import atexit, sys\natexit.register(print, 'late')");
        CHECK(runtime.finish() == 120);
    }
    CHECK_THAT(errors, Contains("OSError: [Errno 28] No space left on device"));
    close(full);
}

TEST_CASE("close_loop cancels the tasks that are left, and a later await begins a new loop") {
    Captured captured;
    captured.runtime.run("import asyncio\n"
                         "async def left():\n"
                         "    try: await asyncio.sleep(100)\n"
                         "    finally: print('cancelled')\n"
                         "async def main(): asyncio.create_task(left()); await asyncio.sleep(0)\n"
                         "await main()");
    captured.runtime.close_loop();
    CHECK(captured.out == "cancelled\n");
    captured.runtime.close_loop();
    captured.runtime.run("print(await asyncio.sleep(0, 'again'))");
    CHECK(captured.out == "cancelled\nagain\n");
}

TEST_CASE("close_loop is refused, and changes nothing, while the loop runs") {
    Captured captured;
    captured.runtime.module("host").def("close()", [&] { captured.runtime.close_loop(); });
    captured.runtime.run("import asyncio, host\n"
                         "async def other(): await asyncio.sleep(0); print('other')\n"
                         "task = asyncio.create_task(other())\n"
                         "try: host.close()\n"
                         "except RuntimeError as error: print(error)\n"
                         "await asyncio.sleep(0)\n"
                         "await task\n"
                         "print(asyncio.current_task().cancelling())");
    CHECK(captured.out == "Cannot close a running event loop\nother\n0\n");
}

TEST_CASE("a host may have closed the standard streams") {
    pid_t child = fork();
    if (child == 0) {
        for (int fd : {0, 1, 2})
            close(fd);
        {
            ouro::Runtime runtime;
            runtime.run("import asyncio\nawait asyncio.sleep(0.001)");
            runtime.spawn(runtime.eval("asyncio.sleep(0.001)"));
            bool is_standard = runtime.wait_fd() <= 2;
            runtime.poll();
            if (is_standard || fcntl(0, F_GETFD) != -1 || fcntl(1, F_GETFD) != -1 || fcntl(2, F_GETFD) != -1)
                _exit(1);
        }
        _exit(0);
    }
    int status = -1;
    REQUIRE(waitpid(child, &status, 0) == child);
    CHECK(status == 0);
}

TEST_CASE("run_module runs a module as __main__") {
    TemporaryFolder folder;
    folder.write("tool.py", "import sys\nprint(__name__, repr(__package__), sys.argv, __file__)");
    folder.write("pkg/__init__.py", "print('pkg')");
    folder.write("pkg/__main__.py", "from . import part\nprint(__name__, __package__, part.__name__)");
    folder.write("pkg/part.py", "");
    folder.write("empty/__init__.py", "");
    folder.write("broken/__init__.py", "import nothing_there");
    folder.write("broken/tool.py", "");
    std::string path = folder.path.string();
    ouro::Options options;
    options.arguments = {"-m", "x"};
    options.import_folders = {path};
    Captured captured(std::move(options));
    captured.runtime.run_module("tool");
    CHECK(captured.out == "__main__ '' ['" + path + "/tool.py', 'x'] " + path + "/tool.py\n");
    captured.out.clear();
    captured.runtime.run_module("pkg");
    CHECK(captured.out == "pkg\n__main__ pkg pkg.part\n");
    auto why = [&](std::string_view name) -> std::string {
        try {
            captured.runtime.run_module(name);
        } catch (const std::runtime_error& error) {
            return error.what();
        }
        return "it ran";
    };
    CHECK(why("nope") == "No module named nope");
    CHECK(why("pkg.nope") == "No module named pkg.nope");
    CHECK(why("empty") == "No module named empty.__main__; 'empty' is a package and cannot be directly executed");
    CHECK(why("nope.tool") == "Error while finding module specification for 'nope.tool' "
                              "(ModuleNotFoundError: No module named 'nope')");
    ouro::Error error = error_of([&] { captured.runtime.run_module("broken.tool"); });
    CHECK(error.what() == std::string("ModuleNotFoundError: No module named 'nothing_there'"));
}

TEST_CASE("run_file of a folder runs its __main__.py") {
    TemporaryFolder folder;
    folder.write("app/__main__.py", "print(__name__, repr(__package__), __file__)\n");
    std::string path = (folder.path / "app").string();
    Captured captured;
    captured.runtime.run_file(path);
    CHECK(captured.out == "__main__ '' " + path + "/__main__.py\n");
    CHECK_THROWS_AS(captured.runtime.run_file(folder.path.string()), std::system_error);
}

TEST_CASE("run_bytes follows an encoding declaration") {
    Captured captured;
    captured.runtime.run_bytes("# coding: latin-1\nprint(ascii('caf\xe9'))\n", "<stdin>");
    CHECK(captured.out == "'caf\\xe9'\n");
    CHECK(error_of([&] { captured.runtime.run_bytes("print('\xe9')", "<stdin>"); }).is("SyntaxError"));
}

TEST_CASE("run_entry prints the values of expressions") {
    Captured captured;
    captured.runtime.run_entry("1 + 1\n");
    captured.runtime.run_entry("x = 5\n");
    captured.runtime.run_entry("x\n");
    CHECK(captured.out == "2\n5\n");
    CHECK(captured.runtime.get("x").as<int>() == 5);
    ouro::Error error = error_of([&] { captured.runtime.run_entry("1 / 0\n"); });
    CHECK_THAT(error.traceback(), Contains("File \"<stdin>\", line 1"));
}

TEST_CASE("tasks that an entry of a prompt makes go on while later entries await") {
    Captured captured;
    captured.runtime.run_entry("import asyncio\n");
    captured.runtime.run_entry("async def job():\n    print('job')\n\n");
    captured.runtime.run_entry("task = asyncio.create_task(job())\n");
    CHECK(captured.out.empty());
    captured.runtime.run_entry("await asyncio.sleep(0.001)\n");
    CHECK(captured.out == "job\n");
}

TEST_CASE("is_whole_entry asks for more lines of what is open") {
    for (const char* whole : {"x = 1\n", "x = (1 +\n2)\n", "if x:\n    y\n\n", "def f(): return 1\n\n",
                              "'''a\nb'''\n", "1 +\n", "'open\n", "x = 1"}) {
        INFO(whole);
        CHECK(ouro::Runtime::is_whole_entry(whole));
    }
    for (const char* part : {"x = (1 +\n", "if x:\n", "if x:\n    y\n", "@d\n", "'''a\n", "x = \\\n", "f(\n\n"}) {
        INFO(part);
        CHECK_FALSE(ouro::Runtime::is_whole_entry(part));
    }
}

TEST_CASE("is_whole_entry: a text with an error asks for no more lines") {
    for (const char* wrong : {"def f(:\n", "  1\n", "f(1 2\n", "if x:\n    y +\n", "if x:\n    f() = 1\n",
                              "if x:\n    'open\n", "if x:\n    '\\N{none}'\n", "[1, 2}\n", "@d\n1\n",
                              "try:\n    1\nx\n", "x = (1,\nif\n", "for x in y\n", "if x:\n    1\nelse\n"}) {
        INFO(wrong);
        CHECK(ouro::Runtime::is_whole_entry(wrong));
    }
    for (const char* part : {"try:\n", "try:\n    1\n", "@d\ndef f():\n", "class A:\n    def f(self):\n",
                             "if x:\n    1\nelse:\n", "f'''{\n", "if x:\n    y = (1,\n", "def f(a,\n",
                             "match x:\n    case 1:\n", "lambda: (\n", "if x:\n    y = '''a\n"}) {
        INFO(part);
        CHECK_FALSE(ouro::Runtime::is_whole_entry(part));
    }
}

TEST_CASE("Options::flags are sys.flags, and optimize has its effect") {
    ouro::Options options;
    options.flags = {{"optimize", 2}, {"quiet", 1}, {"safe_path", 1}};
    Captured captured(std::move(options));
    captured.runtime.run("import sys\n"
                         "assert 0, 'left out'\n"
                         "def f(): 'doc'\n"
                         "print(sys.flags.optimize, sys.flags.quiet, sys.flags.safe_path, __debug__, f.__doc__)");
    CHECK(captured.out == "2 1 True False None\n");
    ouro::Options wrong;
    wrong.flags = {{"fast", 1}};
    CHECK_THROWS_AS(ouro::Runtime(std::move(wrong)), std::invalid_argument);
}

TEST_CASE("the descriptors of a Runtime's event loop are safe from the scripts of another one") {
    auto unrestricted = [] {
        ouro::Options options;
        options.unrestricted = true;
        return ouro::Runtime(std::move(options));
    };
    ouro::Runtime waiting = unrestricted(), closing = unrestricted();
    closing.run("import os\n"
                "def loops():\n" // libuv's epoll sets and eventfds
                "    links = {int(fd): f'/proc/self/fd/{fd}' for fd in os.listdir('/proc/self/fd')}\n"
                "    links = {fd: os.readlink(link) for fd, link in links.items() if os.path.lexists(link)}\n"
                "    return {fd for fd, what in links.items() if 'event' in what}\n"
                "before = loops()");
    waiting.run("import asyncio\n"
                "await asyncio.sleep(0.001)");
    closing.run("found = loops() - before\n"
                "refused = 0\n"
                "for fd in found:\n"
                "    for call in os.close, lambda fd: os.dup2(0, fd):\n"
                "        try: call(fd)\n"
                "        except OSError as error: refused += error.errno == 9");
    CHECK(closing.eval("len(found) >= 2 and refused == 2 * len(found)").truth());
    waiting.run("assert await asyncio.sleep(0.001, 5) == 5");
}

TEST_CASE("an unrestricted Runtime may do what the process may") {
    TemporaryFolder folder;
    folder.write("note.txt", "hello");
    setenv("OURO_EMBED_TEST", "seen", 1);
    std::string code = "import os\nprint(open('" + (folder.path / "note.txt").string() +
                       "').read(), os.environ['OURO_EMBED_TEST'])";
    Captured restricted;
    CHECK(error_of(restricted.runtime, code).is("PermissionError"));
    ouro::Options options;
    options.unrestricted = true;
    Captured captured(std::move(options));
    captured.runtime.run(code);
    CHECK(captured.out == "hello seen\n");
}

TEST_CASE("the stream of a descriptor that is not open is None") {
    int closed = dup(1);
    close(closed);
    ouro::Options options;
    options.output = ouro::Output::descriptor(closed);
    options.input = closed;
    ouro::Runtime runtime(std::move(options));
    runtime.run("import sys\nprint('nowhere')");
    CHECK(runtime.eval("sys.stdout is None and sys.stdin is None").truth());
    CHECK(runtime.finish() == 0);
}

TEST_CASE("gc_stress changes nothing but the time") {
    ouro::Options options;
    options.gc_stress = true;
    Captured captured(std::move(options));
    captured.runtime.run("print(sorted(str(i) for i in range(12)))");
    CHECK(captured.out == "['0', '1', '10', '11', '2', '3', '4', '5', '6', '7', '8', '9']\n");
}
