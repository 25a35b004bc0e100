// SPDX-License-Identifier: MIT
#include "helpers.hpp"

#include <new>
#include <stdexcept>
#include <system_error>

TEST_CASE("a script's exception arrives with type, message and traceback") {
    ouro::Runtime runtime;
    runtime.run("def inner(x):\n"
                "    return 10 // x\n"
                "def outer(x):\n"
                "    return inner(x) + 1\n",
                "job.py");
    ouro::Error error = error_of([&] { runtime.get("outer")(0); });
    CHECK(error.type_name() == "ZeroDivisionError");
    CHECK(error.message() == "division by zero");
    CHECK(error.what() == std::string("ZeroDivisionError: division by zero"));
    CHECK(error.traceback() == "Traceback (most recent call last):\n"
                               "  File \"job.py\", line 4, in outer\n"
                               "    return inner(x) + 1\n"
                               "           ~~~~~^^^\n"
                               "  File \"job.py\", line 2, in inner\n"
                               "    return 10 // x\n"
                               "           ~~~^^~~\n"
                               "ZeroDivisionError: division by zero\n");
    CHECK(error.is("ZeroDivisionError"));
    CHECK(error.is("ArithmeticError"));
    CHECK(error.is("Exception"));
    CHECK_FALSE(error.is("ValueError"));
    CHECK(error.value().attr("args")[0].str() == error.message());
}

TEST_CASE("syntax errors tell their place") {
    ouro::Runtime runtime;
    ouro::Error error = error_of([&] { runtime.run("x = 1\ny = (2\n", "rules.py"); });
    CHECK(error.is("SyntaxError"));
    CHECK(error.value().attr("lineno").as<int>() == 2);
    CHECK(error.traceback().find("'(' was never closed") != std::string::npos);
    CHECK(error.traceback().find("File \"rules.py\", line 2") != std::string::npos);
}

TEST_CASE("exceptions of a script's own class have its name and its bases") {
    ouro::Runtime runtime;
    runtime.run("class GameOver(LookupError): pass");
    ouro::Error error = error_of(runtime, "raise GameOver('level', 3)");
    CHECK(error.type_name() == "GameOver");
    CHECK(error.message() == "('level', 3)");
    CHECK(error.is("LookupError"));
    CHECK_FALSE(error.is("KeyError"));
    CHECK(error_of(runtime, "raise GameOver").what() == std::string("GameOver"));
}

TEST_CASE("sys.exit() is told apart") {
    ouro::Runtime runtime;
    auto status_of = [&](std::string_view source) {
        try {
            runtime.run(source);
        } catch (const ouro::SystemExit& exit) {
            return exit.status();
        }
        return -1000;
    };
    CHECK(status_of("import sys\nsys.exit()") == 0);
    CHECK(status_of("sys.exit(3)") == 3);
    CHECK(status_of("sys.exit('done for')") == 1);
    CHECK(error_of(runtime, "sys.exit('done for')").message() == "done for");
    CHECK(status_of("raise SystemExit(10 ** 30)") == -1);
    CHECK_THROWS_AS(runtime.run("exit(1)"), ouro::Error);
}

TEST_CASE("errors outlive their runtime") {
    std::optional<ouro::Error> kept, copy;
    try {
        ouro::Runtime runtime;
        runtime.run("def f(): raise KeyError('gone')\nf()", "last.py");
    } catch (const ouro::Error& error) { // the runtime is gone already
        kept = error;
    }
    copy = kept;
    CHECK(copy->what() == std::string("KeyError: 'gone'"));
    CHECK(copy->traceback().find("File \"last.py\", line 1, in f\n") != std::string::npos);
    CHECK(copy->is("LookupError"));
    CHECK_FALSE(copy->is("ValueError"));
    CHECK(copy->value().is_null());
    // In another runtime it is the same builtin class.
    ouro::Runtime other;
    other.module("host").def("fail()", [&] { throw *copy; });
    other.run("import host\ntry: host.fail()\nexcept KeyError as error: caught = repr(error)");
    CHECK(other.get("caught").str() == "KeyError(\"'gone'\")");
}

TEST_CASE("what host functions throw is what the script catches") {
    Captured host;
    host.runtime.module("host").def("fail(how)", [](std::string_view how) {
        if (how == "out_of_range") throw std::out_of_range("too far");
        if (how == "invalid_argument") throw std::invalid_argument("not that");
        if (how == "domain_error") throw std::domain_error("not there");
        if (how == "length_error") throw std::length_error("too long");
        if (how == "overflow_error") throw std::overflow_error("too big");
        if (how == "runtime_error") throw std::runtime_error("just no");
        if (how == "bad_alloc") throw std::bad_alloc();
        if (how == "system_error") throw std::system_error(ENOENT, std::generic_category(), "opening");
        if (how == "int") throw 42;
        if (how == "key_error") throw ouro::Error::key_error("k");
        if (how == "stop") throw ouro::Error("StopIteration", "");
        if (how == "unknown") throw ouro::Error("GameError", "over");
        if (how == "not utf-8") throw std::runtime_error("\xff");
    });
    host.runtime.run(
        "import host\n"
        "for how in ('out_of_range invalid_argument domain_error length_error overflow_error runtime_error '\n"
        "            'bad_alloc system_error int key_error unknown').split() + ['not utf-8', 'nothing']:\n"
        "    try: print(how, host.fail(how))\n"
        "    except Exception as error: print(how, repr(error))\n");
    CHECK(host.out == "out_of_range IndexError('too far')\n"
                      "invalid_argument ValueError('not that')\n"
                      "domain_error ValueError('not there')\n"
                      "length_error ValueError('too long')\n"
                      "overflow_error OverflowError('too big')\n"
                      "runtime_error RuntimeError('just no')\n"
                      "bad_alloc MemoryError()\n"
                      "system_error FileNotFoundError(2, 'No such file or directory')\n"
                      "int RuntimeError('a host function threw something that is no std::exception')\n"
                      "key_error KeyError('k')\n"
                      "unknown RuntimeError('GameError: over')\n"
                      "not utf-8 RuntimeError('\xef\xbf\xbd')\n"
                      "nothing None\n");
}

TEST_CASE("an exception passes through C++ unharmed") {
    Captured host;
    host.runtime.module("host").def("call(f)", [](const ouro::Value& f) { return f(); });
    host.runtime.run("import host\n"
                     "class Odd(Exception): pass\n"
                     "original = Odd('me')\n"
                     "def fail(): raise original\n"
                     "try: host.call(lambda: host.call(fail))\n"
                     "except Odd as caught: print(caught is original)\n");
    CHECK(host.out == "True\n");
    ouro::Error error = error_of([&] { host.runtime.run("host.call(lambda: host.call(fail))", "top.py"); });
    CHECK(error.value().is_same(host.runtime.get("original")));
    // Every script frame is in the traceback, also those on the other side of C++ frames.
    CHECK(error.traceback().find("line 1, in <module>") != std::string::npos);
    CHECK(error.traceback().find("in <lambda>") != std::string::npos);
    CHECK(error.traceback().find("in fail") != std::string::npos);
}

TEST_CASE("a host throws exception objects and classes of scripts") {
    ouro::Runtime runtime;
    runtime.run("class Custom(Exception):\n    def __init__(self, code): self.code = code\n"
                "made = Custom(7)");
    ouro::Error error(runtime.get("made"));
    CHECK(error.type_name() == "Custom");
    CHECK(error.traceback() == "Custom: 7\n");
    runtime.module("host").def("fail()", [&] { throw error; }).def("fail_class()", [&] {
        throw ouro::Error(runtime.eval("NotADirectoryError"));
    });
    runtime.run("import host\ntry: host.fail()\nexcept Custom as error: code = error.code");
    CHECK(runtime.get("code").as<int>() == 7);
    CHECK(error_of(runtime, "host.fail_class()").is("OSError"));
    CHECK_THROWS_AS(ouro::Error(runtime.value(3)), std::invalid_argument);
    CHECK_THROWS_AS(ouro::Error(ouro::Value()), std::logic_error);
}

TEST_CASE("an Error of the host's making becomes a real exception once, and stays it") {
    ouro::Runtime runtime;
    ouro::Error error = ouro::Error::value_error("mine");
    CHECK(error.value().is_null());
    CHECK(error.traceback() == "ValueError: mine\n");
    CHECK(error.is("Exception"));
    CHECK_FALSE(error.is("LookupError"));
    runtime.module("host").def("fail()", [&] { throw error; });
    ouro::Error first = error_of(runtime, "import host\nhost.fail()");
    ouro::Error second = error_of(runtime, "host.fail()");
    CHECK(first.value().is_same(second.value()));
    CHECK(error.value().is_same(first.value()));
    CHECK(ouro::Error::type_error("t").type_name() == "TypeError");
    CHECK(ouro::Error::index_error("i").type_name() == "IndexError");
    CHECK(ouro::Error::runtime_error("r").type_name() == "RuntimeError");
}

TEST_CASE("an exception whose str() fails is still reported") {
    ouro::Runtime runtime;
    ouro::Error error = error_of(runtime, "class Bad(Exception):\n    def __str__(self): return 1 / 0\nraise Bad()");
    CHECK(error.type_name() == "Bad");
    CHECK(error.message() == "<exception str() failed>");
}

TEST_CASE("chained exceptions are in the traceback") {
    ouro::Runtime runtime;
    ouro::Error error = error_of(runtime, "try: {}['k']\nexcept KeyError as e: raise ValueError('v') from e");
    CHECK(error.traceback().find("KeyError: 'k'") != std::string::npos);
    CHECK(error.traceback().find("The above exception was the direct cause") != std::string::npos);
}
