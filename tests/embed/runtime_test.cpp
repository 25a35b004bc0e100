// SPDX-License-Identifier: MIT
#include "helpers.hpp"

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <memory>
#include <optional>
#include <sys/wait.h>
#include <unistd.h>

TEST_CASE("run, eval, get and set share the names of __main__") {
    ouro::Runtime runtime;
    runtime.run("total = sum(range(5))\ndef double(x): return 2 * x");
    CHECK(runtime.get("total").as<int>() == 10);
    CHECK(runtime.eval("double(total) + 1").as<int>() == 21);
    runtime.set("name", "snake");
    CHECK(runtime.eval("name.upper()").as<std::string>() == "SNAKE");
    CHECK(runtime.main().attr("__name__").str() == "__main__");
    CHECK(runtime.eval("__name__").str() == "__main__");
    CHECK(error_of([&] { runtime.get("nothing"); }).what() == std::string("NameError: name 'nothing' is not defined"));
}

TEST_CASE("output goes to functions line by line, and what is left when the call returns") {
    std::vector<std::string> pieces;
    ouro::Options options;
    options.output = ouro::Output::function([&](std::string_view text) { pieces.emplace_back(text); });
    ouro::Runtime runtime(std::move(options));
    runtime.run("print('one'); print('two', end='')");
    CHECK(pieces == std::vector<std::string>{"one\n", "two"});
    pieces.clear();
    runtime.run("import sys\nsys.stdout.write('x' * 20000)\nsys.stdout.buffer.write(b'y')");
    std::string all;
    for (const std::string& piece : pieces)
        all += piece;
    CHECK(all == std::string(20000, 'x') + "y");
    CHECK(runtime.eval("sys.stdout.isatty()").as<bool>() == false);
    CHECK(error_of([&] { runtime.eval("sys.stdout.fileno()"); }).is("OSError"));
}

TEST_CASE("an output function may throw into the script, and may use the runtime") {
    ouro::Runtime* inside = nullptr;
    std::string seen;
    ouro::Options options;
    options.output = ouro::Output::function([&](std::string_view text) {
        if (text == "bad\n")
            throw std::out_of_range("no more room");
        seen += inside->eval("1 + 1").str() + std::string(text);
    });
    ouro::Runtime runtime(std::move(options));
    inside = &runtime;
    runtime.run("print('good')\n"
                "try: print('bad')\n"
                "except IndexError as error: caught = str(error)");
    CHECK(seen == "2good\n");
    CHECK(runtime.get("caught").str() == "no more room");
}

TEST_CASE("output can be discarded, or go to a descriptor") {
    int ends[2];
    REQUIRE(pipe(ends) == 0);
    {
        ouro::Options options;
        options.output = ouro::Output::descriptor(ends[1]);
        options.errors = ouro::Output::discard();
        ouro::Runtime runtime(std::move(options));
        runtime.run("import sys\nprint('through a pipe')\nprint('lost', file=sys.stderr)");
        char buffer[64];
        CHECK(std::string(buffer, size_t(read(ends[0], buffer, sizeof buffer))) == "through a pipe\n");
    }
    close(ends[0]);
    close(ends[1]);
}

TEST_CASE("arguments and the recursion limit") {
    ouro::Runtime runtime({.arguments = {"job.py", "--fast", "3"}, .recursion_limit = 50});
    CHECK(runtime.eval("__import__('sys').argv").as<std::vector<std::string>>() ==
          std::vector<std::string>{"job.py", "--fast", "3"});
    CHECK(runtime.eval("__import__('sys').getrecursionlimit()").as<int>() == 50);
}

TEST_CASE("a new runtime reads nothing") {
    TemporaryFolder folder;
    folder.write("secret.py", "key = 'abc'");
    Captured host;
    ouro::Runtime& runtime = host.runtime;
    runtime.run("import sys");
    CHECK(runtime.eval("sys.path").length() == 0);
    CHECK(runtime.eval("sys.stdin").is_none());
    CHECK(error_of(runtime, "input()").type_name() == "RuntimeError");
    runtime.set("folder", folder.path.string());
    CHECK(error_of(runtime, "sys.path.append(folder)\nimport secret").is("ModuleNotFoundError"));
    // Not even a line of it through a traceback.
    ouro::Error error = error_of(runtime, "exec(compile('1/0', folder + '/secret.py', 'exec'))");
    CHECK(error.traceback().find("abc") == std::string::npos);
    CHECK(error.traceback().find("secret.py") != std::string::npos);
}

TEST_CASE("import folders are granted by name, with what is below") {
    TemporaryFolder folder, other;
    folder.write("parts/wheel.py", "spokes = 32\ndef spin(): return 1 / 0\n");
    folder.write("plugins/__init__.py", "");
    folder.write("plugins/bell.py", "sound = 'ring'");
    other.write("hidden.py", "");
    ouro::Runtime runtime({.import_folders = {folder.path / "parts", folder.path}});
    CHECK(runtime.import("wheel").attr("spokes").as<int>() == 32);
    CHECK(runtime.import("plugins.bell").attr("sound").str() == "ring");
    CHECK(error_of([&] { runtime.eval("__import__('wheel').spin()"); }).traceback().find("return 1 / 0") !=
          std::string::npos);
    runtime.set("other", other.path.filename().string());
    runtime.set("folder", folder.path.string());
    CHECK(error_of(runtime, "import sys\nsys.path.append(folder + '/../' + other)\nimport hidden").is("ImportError"));
}

TEST_CASE("files and the environment are not there unless granted") {
    TemporaryFolder folder;
    folder.write("note.txt", "secret");
    setenv("OURO_EMBED_TEST", "process", 1);
    ouro::Runtime runtime;
    runtime.set("path", (folder.path / "note.txt").string());
    runtime.set("folder", folder.path.string());
    runtime.run("import os, select, socket");
    for (const char* source : {"open(path)", "open(path, 'w')", "os.listdir(folder)", "os.stat(path)",
                               "os.remove(path)", "os.mkdir(folder + '/new')", "os.rename(path, path + '2')",
                               "os.chdir(folder)", "os.getcwd()", "os.write(1, b'x')", "os.close(0)", "os.read(0, 1)",
                               "open(1, 'w')", "os.umask(0)", "os.symlink(path, folder + '/link')", "os.pipe()",
                               "socket.socket()", "socket.socket(fileno=0)", "socket.socketpair()",
                               "socket.getaddrinfo('127.0.0.1', 1)", "socket.close(0)", "socket.gethostname()",
                               "select.select([0], [], [], 0)", "select.poll().register(0)", "select.epoll()"}) {
        INFO(source);
        CHECK(error_of([&] { runtime.eval(source); }).is("PermissionError"));
    }
    CHECK(runtime.eval("os.path.exists(path)").as<bool>() == false);
    CHECK(runtime.eval("dict(os.environ)").repr() == "{}");
    runtime.run("os.environ['OURO_EMBED_TEST'] = 'script'");
    CHECK(runtime.eval("os.environ['OURO_EMBED_TEST']").str() == "script");
    CHECK(getenv("OURO_EMBED_TEST") == std::string("process"));
    CHECK(ouro::Runtime({.environment = {{"LANG", "en"}}}).eval("dict(__import__('os').environ)").repr() ==
          "{'LANG': 'en'}");
}

TEST_CASE("folders are granted for reading and for writing, and links lead nowhere else") {
    TemporaryFolder readable, writable, other;
    readable.write("deep/note.txt", "read me");
    other.write("secret.txt", "secret");
    std::filesystem::create_symlink(other.path, readable.path / "out");
    {
        ouro::Runtime runtime({.readable_folders = {readable.path}, .writable_folders = {writable.path}});
        runtime.set("r", readable.path.string());
        runtime.set("w", writable.path.string());
        runtime.set("o", other.path.string());
        CHECK(runtime.eval("open(r + '/deep/note.txt').read()").str() == "read me");
        runtime.run("import os\n"
                    "with open(w + '/made.txt', 'w') as file: file.write('made')\n"
                    "os.mkdir(w + '/folder')\n"
                    "os.rename(w + '/made.txt', w + '/folder/moved.txt')\n"
                    "os.symlink(o, w + '/escape')\n"
                    "os.symlink(o + '/new.txt', w + '/dangling')\n"
                    "left = open(w + '/left.txt', 'w')\n"
                    "left.write('not closed')\n");
        CHECK(runtime.eval("open(w + '/folder/moved.txt').read()").str() == "made");
        CHECK(runtime.eval("os.listdir(r)").contains("deep"));
        for (const char* source :
             {"open(r + '/deep/note.txt', 'a')", "open(r + '/new.txt', 'w')", "os.remove(r + '/deep/note.txt')",
              "open(r + '/out/secret.txt')", "open(r + '/../' + os.path.basename(o) + '/secret.txt')",
              "open(w + '/escape/secret.txt')", "open(w + '/dangling', 'w')", "os.listdir(w + '/escape')",
              "os.rename(w + '/folder', o + '/folder')", "os.link(r + '/deep/note.txt', w + '/hard')",
              "os.chmod(r + '/deep/note.txt', 0)", "open(w + 'x/file', 'w')", "os.rmdir(r)"}) {
            INFO(source);
            CHECK(error_of([&] { runtime.eval(source); }).is("PermissionError"));
        }
        runtime.run("os.remove(w + '/escape')"); // the link, not what it leads to
    }
    CHECK(std::filesystem::exists(other.path / "secret.txt"));
    CHECK_FALSE(std::filesystem::exists(other.path / "new.txt"));
    std::ifstream left(writable.path / "left.txt");
    std::string text;
    std::getline(left, text);
    CHECK(text == "not closed");
}

TEST_CASE("a script of a host cannot end the process, and duplicates only descriptors of its own") {
    TemporaryFolder folder;
    ouro::Runtime runtime({.writable_folders = {folder.path.string()}});
    runtime.set("path", (folder.path / "a.txt").string());
    runtime.run("import os\nfd = os.open(path, os.O_RDWR | os.O_CREAT)\nother = os.dup(fd)\nos.write(other, b'one')\n"
                "os.close(fd)\nos.close(os.dup2(other, other))\n");
    for (const char* refused : {"os._exit(0)", "os.dup(0)", "os.dup2(0, 1)", "os.dup2(other, 1)", "os.dup(other)"})
        CHECK(error_of([&] { runtime.eval(refused); }).is("PermissionError"));
    runtime.run("fd = os.open(path, os.O_RDONLY)\n");
    CHECK(error_of([&] { runtime.eval("os.dup2(fd, 1)"); }).is("PermissionError"));
}

TEST_CASE("standard input is granted by descriptor") {
    int ends[2];
    REQUIRE(pipe(ends) == 0);
    REQUIRE(write(ends[1], "first\nsecond\n", 13) == 13);
    close(ends[1]);
    {
        ouro::Options options;
        options.input = ends[0];
        options.output = ouro::Output::discard();
        ouro::Runtime runtime(std::move(options));
        CHECK(runtime.eval("input('? ')").str() == "first");
        CHECK(runtime.eval("input()").str() == "second");
        CHECK(error_of([&] { runtime.eval("input()"); }).is("EOFError"));
    }
    close(ends[0]);
}

TEST_CASE("run_file runs a file, and says what is wrong with it") {
    TemporaryFolder folder;
    folder.write("job.py", "# -*- coding: latin-1 -*-\nplace = __file__\ndef fail():\n    raise ValueError('no')\n");
    ouro::Runtime runtime;
    std::string path = folder.path / "job.py";
    runtime.run_file(path);
    CHECK(runtime.get("place").str() == path);
    ouro::Error error = error_of([&] { runtime.get("fail")(); });
    CHECK(error.traceback() == "Traceback (most recent call last):\n  File \"" + path +
                                   "\", line 4, in fail\n    raise ValueError('no')\nValueError: no\n");
    CHECK_THROWS_AS(runtime.run_file(folder.path / "missing.py"), std::system_error);
    folder.write("bad.py", "x = = 1");
    CHECK(error_of([&] { runtime.run_file(folder.path / "bad.py"); }).is("SyntaxError"));
}

TEST_CASE("two runtimes have nothing in common") {
    ouro::Runtime one, two;
    one.run("x = 1\nimport math\nmath.pi = 3");
    two.run("x = 2\nimport math");
    CHECK(one.get("x").as<int>() == 1);
    CHECK(two.get("x").as<int>() == 2);
    CHECK(two.eval("math.pi > 3").as<bool>());
    two.run("def identity(x): return x");
    ouro::Value of_one = one.get("x");
    CHECK_THROWS_AS(two.get("identity")(of_one), std::invalid_argument);
}

TEST_CASE("a thousand runtimes are made and destroyed") {
    ouro::Value last;
    for (int i = 0; i < 1000; i++) {
        ouro::Runtime runtime;
        runtime.module("host").def("number()", [i] { return i; });
        runtime.run("import host\nresult = [host.number(), {}]");
        last = runtime.get("result")[0];
        REQUIRE(last.as<int>() == i);
    }
    CHECK_FALSE(last.is_null());
}

TEST_CASE("many runtimes live side by side") {
    std::vector<std::unique_ptr<ouro::Runtime>> all;
    for (int i = 0; i < 100; i++) {
        all.push_back(std::make_unique<ouro::Runtime>());
        all.back()->set("i", i);
    }
    for (int i = 0; i < 100; i++)
        CHECK(all[size_t(i)]->eval("i * i").as<int>() == i * i);
}

TEST_CASE("generators left open are closed at the end, with what they print") {
    std::string out;
    {
        ouro::Options options;
        options.output = ouro::Output::function([&](std::string_view text) { out += text; });
        ouro::Runtime runtime(std::move(options));
        runtime.run("def g():\n"
                    "    try: yield\n"
                    "    finally: print('closed')\n"
                    "left = g()\n"
                    "next(left)");
    }
    CHECK(out == "closed\n");
}

TEST_CASE("a Runtime that is destroyed within one of its calls ends the process and says why") {
    int ends[2];
    REQUIRE(pipe(ends) == 0);
    pid_t child = fork();
    if (child == 0) {
        signal(SIGABRT, SIG_DFL); // the test runner's handler reports a failure
        dup2(ends[1], STDERR_FILENO);
        auto runtime = std::make_unique<ouro::Runtime>();
        runtime->module("host").def("end()", [&] { runtime.reset(); });
        runtime->run("import host\nhost.end()");
        _exit(0);
    }
    close(ends[1]);
    std::string said(200, ' ');
    said.resize(size_t(std::max<ssize_t>(read(ends[0], said.data(), said.size()), 0)));
    close(ends[0]);
    int status = -1;
    REQUIRE(waitpid(child, &status, 0) == child);
    CHECK(said == "ouro: a Runtime is destroyed within one of its own calls\n");
    CHECK((WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT));
}

TEST_CASE("destructors of what the host has left may use the Runtime that ends") {
    struct Guard {
        std::function<void()> at_end;
        ~Guard() { at_end(); }
    };
    std::vector<std::string> done;
    std::optional<ouro::Promise<int>> promise;
    std::optional<ouro::Error> late;
    {
        ouro::Runtime runtime;
        auto guard = std::make_shared<Guard>();
        guard->at_end = [&] {
            promise.emplace(runtime);
            late = error_of([&] { runtime.run("raise KeyError('late')"); });
            runtime.module("late").def("f()", [last = std::make_shared<Guard>([&] { done.push_back("f"); })] {});
            done.push_back(runtime.eval("'script'").str());
        };
        runtime.module("host").def("f()", [guard = std::move(guard)] {});
    }
    CHECK(done == std::vector<std::string>{"script", "f"});
    CHECK(late->message() == "'late'");
    promise->set_value(1); // nobody waits for it
}
