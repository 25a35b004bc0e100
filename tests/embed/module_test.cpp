// SPDX-License-Identifier: MIT
#include "helpers.hpp"

#include <memory>

namespace {

int plain_function(int a, int b) { return a - b; }

std::string message_of(ouro::Runtime& runtime, std::string_view source) {
    return error_of(runtime, source).message();
}

// What the host has put into its module.
std::vector<std::string> dir_of(const ouro::Module& module) {
    std::vector<std::string> names;
    for (ouro::Value name : module.value().attr("__dict__")) {
        if (!name.str().starts_with("__"))
            names.push_back(name.str());
    }
    return names;
}

} // namespace

TEST_CASE("a module of the host is imported like any other") {
    Captured host;
    ouro::Module game = host.runtime.module("game");
    game.def("add(a: int, b: int = 2) -> int", [](int64_t a, int64_t b) { return a + b; }, "Adds two numbers.")
        .def("minus(a, b)", &plain_function)
        .set("version", "1.2")
        .set("sizes", std::vector<int>{1, 2});
    host.runtime.run("import game\n"
                     "from game import add, version\n"
                     "print(add(1), add(1, 5), add(b=1, a=1), game.minus(5, 3), version, game.sizes)\n"
                     "print(add.__name__, add.__module__, add.__doc__, add)\n"
                     "import inspect\n"
                     "print(inspect.signature(add))\n");
    CHECK(host.out == "3 6 2 2 1.2 [1, 2]\n"
                      "add game Adds two numbers. <built-in function add>\n"
                      "(a, b=2)\n");
    CHECK(host.runtime.module("game").get("version").str() == "1.2"); // the same module again
    CHECK(game.value().attr("__name__").str() == "game");
    CHECK(host.runtime.import("game").is_same(game.value()));
    CHECK(host.runtime.import("math").attr("pi").as<double>() > 3);
}

TEST_CASE("dotted names make packages of the host") {
    ouro::Runtime runtime;
    runtime.module("app.tools.math").def("twice(n)", [](int n) { return 2 * n; });
    runtime.run("import app.tools.math\nresult = app.tools.math.twice(4)\nfrom app.tools import math as m\nassert "
                "m.twice(1) == 2");
    CHECK(runtime.get("result").as<int>() == 8);
}

TEST_CASE("names that no script can import make no modules") {
    ouro::Runtime runtime;
    for (const char* name : {"", ".", "a..b", ".a", "a.", "a-b", "a b", "1", "\xff", "a\n"}) {
        ouro::Error error = error_of([&] { runtime.module(name); });
        CHECK(error.is("ValueError"));
    }
    CHECK(error_of([&] { runtime.module("a-b"); }).message() == "'a-b' is no name of a module");
    CHECK(error_of([&] { runtime.module("a..b"); }).is("ValueError"));
    CHECK(error_of(runtime, "import a").is("ModuleNotFoundError"));
    runtime.module("größe").set("x", 1);
    runtime.run("import größe\nassert größe.x == 1");
}

TEST_CASE("a module of the library is given as it is, for the host to add to") {
    ouro::Runtime runtime;
    runtime.module("json").def("shout(text)", [](const std::string& text) { return text + "!"; });
    runtime.module("asyncio.extra").set("x", 1);
    runtime.module("builtins").def("answer()", [] { return 42; });
    runtime.module("sys").set("host", "this one");
    runtime.run("import asyncio.extra, json, sys\n"
                "assert json.dumps([1]) == '[1]' and json.shout('a') == 'a!'\n"
                "await asyncio.sleep(0)\n"
                "assert asyncio.extra.x == 1\n"
                "assert answer() == 42 and sys.host == 'this one'");
    CHECK(runtime.module("json").value().is_same(runtime.import("json")));
}

TEST_CASE("signatures are Python's, and so are the errors of calls") {
    ouro::Runtime runtime;
    ouro::Module host = runtime.module("host");
    host.def("f(a, /, b, *, c=3)", [](int a, int b, int c) { return a * 100 + b * 10 + c; });
    host.def("text(x: str) -> int", [](std::string_view x) { return x.size(); });
    host.def("first(x, /)", [](std::string_view x) { return std::string(x.substr(0, 1)); });
    host.def("many(first, *rest, sep=', ', **named)",
             [](const std::string& first, const std::vector<std::string>& rest, const std::string& sep,
                const std::map<std::string, int>& named) {
                 std::string all = first;
                 for (const std::string& item : rest)
                     all += sep + item;
                 for (const auto& [name, value] : named)
                     all += sep + name + "=" + std::to_string(value);
                 return all;
             });
    host.def("nothing()", [] {});
    host.def("defaults(a=[1, 2], b=-1.5e3, c='it\\'s', d=None, e=(1,), f=2**70)",
             [](ouro::Value a, double b, std::string c, ouro::Value d, std::tuple<int> e, ouro::Value f) {
                 return a.repr() + std::to_string(b) + c + d.repr() + std::to_string(std::get<0>(e)) + f.repr();
             });
    runtime.run("from host import *");
    CHECK(runtime.eval("f(1, 2), f(1, b=4), f(1, 2, c=5)").repr() == "(123, 143, 125)");
    CHECK(runtime.eval("many('a')").str() == "a");
    CHECK(runtime.eval("many('a', 'b', 'c', sep='-', n=1)").str() == "a-b-c-n=1");
    CHECK(runtime.eval("nothing()").is_none());
    CHECK(runtime.eval("defaults()").str() == "[1, 2]-1500.000000it'sNone11180591620717411303424");
    CHECK(message_of(runtime, "f(1)") == "f() missing required argument 'b' (pos 2)");
    CHECK(message_of(runtime, "f(1, 2, 3)") == "f() takes exactly 2 positional arguments (3 given)");
    CHECK(message_of(runtime, "f(1, 2, d=3)") == "f() got an unexpected keyword argument 'd'");
    CHECK(message_of(runtime, "f(1, 2, b=3)") == "argument for f() given by name ('b') and position (2)");
    CHECK(message_of(runtime, "text()") == "text() missing required argument 'x' (pos 1)");
    CHECK(message_of(runtime, "text(5)") == "text() argument 'x' must be str, not int");
    CHECK(message_of(runtime, "text(None)") == "text() argument 'x' must be str, not None");
    CHECK(message_of(runtime, "first(5)") == "first() argument 1 must be str, not int");
    CHECK(message_of(runtime, "f('1', 2)") == "'str' object cannot be interpreted as an integer");
    CHECK(message_of(runtime, "many('a', 2)") == "many() argument 'rest' item 0 must be str, not int");
    CHECK(message_of(runtime, "nothing(1)") == "host.nothing() takes no arguments (1 given)");
    CHECK(error_of(runtime, "text()").is("TypeError"));
}

TEST_CASE("signatures that are none, or that do not fit, are refused when they are given") {
    ouro::Runtime runtime;
    ouro::Module host = runtime.module("host");
    CHECK(error_of([&] { host.def("f(a, b)", [](int) {}); }).message() ==
          "the signature 'f(a, b)' has 2 parameters, the C++ function 1");
    CHECK(error_of([&] { host.def("f(a b)", [](int) {}); }).is("SyntaxError"));
    CHECK(error_of([&] { host.def("f", [] {}); }).is("SyntaxError"));
    CHECK(error_of([&] { host.def("", [] {}); }).is("SyntaxError"));
    CHECK(error_of([&] { host.def("f(a=1, b)", [](int, int) {}); }).is("SyntaxError"));
    CHECK(error_of([&] { host.def("f(a=missing)", [](int) {}); }).is("NameError"));
    CHECK_FALSE(host.value().has_attr("f"));
    for (const char* text : {"f(): return 5\ndef g()", "f(): return 5\nif print('run')", "f(): return 5\n\n\nclass g",
                             "f():\n    return 5\ndef g()"}) {
        ouro::Error error = error_of([&] { host.def(text, [] {}); });
        CHECK(error.message() == "the signature of a host function must define one function");
    }
    CHECK(dir_of(host).empty());
    host.def("f(a,\n  b=(g := lambda: 5))\\\n -> int", [](int a, ouro::Value) { return a; });
    CHECK(dir_of(host) == std::vector<std::string>{"f"});
}

TEST_CASE("host functions take and give Values and functions") {
    ouro::Runtime runtime;
    std::vector<ouro::Value> handlers;
    runtime.module("events")
        .def("on(handler)", [&](ouro::Value handler) { handlers.push_back(handler); return handler; })
        .def("apply(f, times)", [](const std::function<int(int)>& f, int times) {
            int value = 1;
            for (int i = 0; i < times; i++)
                value = f(value);
            return value;
        })
        .def("adder(n)", [](int n) { return [n](int m) { return n + m; }; })
        .def("move(text)", [](std::string&& text) { return std::move(text); });
    runtime.run("import events\n"
                "log = []\n"
                "@events.on\n"
                "def pressed(key): log.append(key)\n"
                "assert events.apply(lambda n: n * 2, 10) == 1024\n"
                "assert events.adder(2)(3) == 5\n"
                "assert events.move('x') == 'x'");
    handlers.at(0)("space");
    CHECK(runtime.get("log").as<std::vector<std::string>>() == std::vector<std::string>{"space"});
}

TEST_CASE("a function of the host lives until no script can call it") {
    auto token = std::make_shared<int>(7);
    std::weak_ptr<int> watch = token;
    {
        ouro::Runtime runtime;
        runtime.set("f", runtime.function("f()", [token = std::move(token)] { return *token; }));
        CHECK(runtime.eval("f()").as<int>() == 7);
        runtime.run("g = f\ndel f");
        runtime.collect();
        CHECK(runtime.eval("g()").as<int>() == 7);
        runtime.run("del g");
        for (int i = 0; i < 3 && !watch.expired(); i++) {
            runtime.eval("[[]]");
            runtime.collect();
        }
        CHECK(watch.expired());
        token = std::make_shared<int>(8);
        watch = token;
        runtime.module("host").def("f()",
                                   [token = std::move(token), self = runtime.get("__name__")] { return *token; });
    }
    CHECK(watch.expired()); // at the end of the runtime in any case
}

TEST_CASE("scripts and host functions call each other deeply, but not without end") {
    ouro::Runtime runtime;
    runtime.module("host").def("call(f, n)", [](const ouro::Value& f, int n) { return f(n); });
    runtime.run("import host\n"
                "def down(n): return 0 if n == 0 else 1 + host.call(down, n - 1)\n"
                "depth = down(100)\n"
                "def endless(n): return host.call(endless, n)\n");
    CHECK(runtime.get("depth").as<int>() == 100);
    CHECK(error_of(runtime, "endless(1)").is("RecursionError"));
    runtime.run("assert down(50) == 50");
}

TEST_CASE("arguments that fail to convert never reach the host function") {
    ouro::Runtime runtime;
    int calls = 0;
    runtime.module("host").def("f(a, b)", [&](int, std::vector<std::string>) { calls++; });
    runtime.run("import host\n"
                "class Bad:\n    def __index__(self): raise LookupError('index')\n"
                "def items():\n    yield 'a'\n    raise KeyError('items')\n");
    CHECK(message_of(runtime, "host.f(Bad(), [])") == "index");
    CHECK(error_of(runtime, "host.f(1, items())").is("KeyError"));
    CHECK(calls == 0);
    runtime.run("host.f(True, ('a', 'b'))");
    CHECK(calls == 1);
}
