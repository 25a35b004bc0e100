// SPDX-License-Identifier: MIT
#include "helpers.hpp"

#include <cmath>
#include <cstdint>
#include <limits>

namespace {

struct Vec2 {
    double x, y;
};

std::string message_of(auto&& function) { return error_of(function).message(); }

} // namespace

template <>
struct ouro::Convert<Vec2> {
    static Vec2 from(const ouro::Value& value) { return {value[0].as<double>(), value[1].as<double>()}; }
    static ouro::Value to(ouro::Runtime& runtime, const Vec2& v) { return runtime.value(std::pair(v.x, v.y)); }
    static bool matches(const ouro::Value& value) { return value.is<std::pair<double, double>>(); }
};

TEST_CASE("integers go both ways, whole ranges of them, and not beyond") {
    ouro::Runtime runtime;
    for (int64_t n : {int64_t(0), int64_t(-1), int64_t(1) << 47, -(int64_t(1) << 47), INT64_MAX, INT64_MIN}) {
        CHECK(runtime.value(n).as<int64_t>() == n);
        CHECK(runtime.value(n).str() == std::to_string(n));
    }
    CHECK(runtime.value(UINT64_MAX).as<uint64_t>() == UINT64_MAX);
    CHECK(runtime.value(UINT64_MAX).str() == "18446744073709551615");
    CHECK(runtime.value(int8_t(-5)).as<int8_t>() == -5);
    CHECK(runtime.value(uint16_t(65535)).as<uint16_t>() == 65535);
    CHECK(runtime.eval("True").as<int>() == 1);
    CHECK(message_of([&] { runtime.eval("2**63").as<int64_t>(); }) == "Python int too large to convert to C long");
    CHECK(message_of([&] { runtime.eval("2**64").as<uint64_t>(); }) ==
          "Python int too large to convert to C unsigned long");
    CHECK(message_of([&] { runtime.eval("-1").as<uint64_t>(); }) == "can't convert negative int to unsigned");
    CHECK(message_of([&] { runtime.eval("-2**70").as<unsigned>(); }) == "can't convert negative int to unsigned");
    CHECK(message_of([&] { runtime.eval("128").as<int8_t>(); }) == "signed integer is greater than maximum");
    CHECK(message_of([&] { runtime.eval("-129").as<int8_t>(); }) == "signed integer is less than minimum");
    CHECK(message_of([&] { runtime.eval("1.5").as<int>(); }) == "'float' object cannot be interpreted as an integer");
    CHECK(message_of([&] { runtime.eval("'7'").as<int>(); }) == "'str' object cannot be interpreted as an integer");
    runtime.run("class Seven:\n    def __index__(self): return 7\n    def __float__(self): return 7.5");
    CHECK(runtime.eval("Seven()").as<int>() == 7);
    CHECK(runtime.eval("Seven()").as<double>() == 7.5);
}

TEST_CASE("floats, bools and None") {
    ouro::Runtime runtime;
    CHECK(runtime.value(0.1).as<double>() == 0.1);
    CHECK(runtime.value(1.5f).as<float>() == 1.5f);
    CHECK(runtime.eval("3").as<double>() == 3.0);
    CHECK(std::isnan(runtime.value(-std::nan("7")).as<double>()));
    CHECK(std::isinf(runtime.value(std::numeric_limits<double>::infinity()).as<double>()));
    CHECK(message_of([&] { runtime.eval("'x'").as<double>(); }) == "must be real number, not str");
    CHECK(runtime.eval("[0]").as<bool>());
    CHECK_FALSE(runtime.eval("''").as<bool>());
    CHECK(runtime.value(true).repr() == "True");
    CHECK(runtime.value(nullptr).is_none());
    CHECK(runtime.value(std::monostate()).is_none());
    CHECK(message_of([&] { runtime.value(1).as<std::monostate>(); }) == "must be None, not int");
}

TEST_CASE("text is UTF-8") {
    ouro::Runtime runtime;
    std::string snake = "змейка \xf0\x9f\x90\x8d";
    CHECK(runtime.value(snake).as<std::string>() == snake);
    CHECK(runtime.value(snake).length() == 8);
    CHECK(runtime.value(std::string_view("a\0b", 3)).repr() == "'a\\x00b'");
    const char* text = "plain";
    CHECK(runtime.value(text).as<std::string_view>() == "plain");
    CHECK(error_of([&] { runtime.value("\xff"); }).is("UnicodeDecodeError"));
    CHECK(error_of([&] { runtime.eval("'\\ud800'").as<std::string>(); }).is("UnicodeEncodeError"));
    CHECK(message_of([&] { runtime.eval("b'x'").as<std::string>(); }) == "must be str, not bytes");
    CHECK(message_of([&] { runtime.eval("None").as<std::string>(); }) == "must be str, not None");
}

TEST_CASE("bytes are vectors of std::byte") {
    ouro::Runtime runtime;
    std::vector<std::byte> octets = {std::byte(0), std::byte(255)};
    CHECK(runtime.value(octets).repr() == "b'\\x00\\xff'");
    CHECK(runtime.eval("b'\\x00\\xff'").as<std::vector<std::byte>>() == octets);
    CHECK(message_of([&] { runtime.eval("'x'").as<std::vector<std::byte>>(); }) == "must be bytes, not str");
}

TEST_CASE("vectors are lists, read from any iterable") {
    ouro::Runtime runtime;
    CHECK(runtime.value(std::vector<int>{1, 2, 3}).repr() == "[1, 2, 3]");
    CHECK(runtime.value(std::vector<bool>{true, false}).repr() == "[True, False]");
    CHECK(runtime.eval("(1, 2)").as<std::vector<int>>() == std::vector<int>{1, 2});
    CHECK(runtime.eval("range(3)").as<std::vector<int>>() == std::vector<int>{0, 1, 2});
    CHECK(runtime.eval("(c for c in 'ab')").as<std::vector<std::string>>() == std::vector<std::string>{"a", "b"});
    CHECK(runtime.eval("[[1], []]").as<std::vector<std::vector<int>>>() == std::vector<std::vector<int>>{{1}, {}});
    CHECK(message_of([&] { runtime.eval("'ab'").as<std::vector<std::string>>(); }) == "must be list, not str");
    CHECK(message_of([&] { runtime.eval("5").as<std::vector<int>>(); }) == "must be list, not int");
    CHECK(message_of([&] { runtime.eval("['a', 5]").as<std::vector<std::string>>(); }) ==
          "item 1 must be str, not int");
    runtime.run("grown = []\n"
                "class Grows:\n    def __index__(self):\n        grown.clear(); return 1\n"
                "grown += [Grows(), 2, 3]");
    CHECK(runtime.get("grown").as<std::vector<int>>() == std::vector<int>{1});
}

TEST_CASE("maps are dicts") {
    ouro::Runtime runtime;
    std::map<std::string, int> ages = {{"ann", 30}, {"bob", 40}};
    CHECK(runtime.value(ages).repr() == "{'ann': 30, 'bob': 40}");
    CHECK(runtime.eval("{'ann': 30, 'bob': 40}").as<std::map<std::string, int>>() == ages);
    CHECK(runtime.eval("{1: [2]}").as<std::unordered_map<int, std::vector<int>>>().at(1) == std::vector<int>{2});
    CHECK(message_of([&] { runtime.eval("[1]").as<std::map<std::string, int>>(); }) == "must be dict, not list");
    CHECK(message_of([&] { runtime.eval("{1: 1}").as<std::map<std::string, int>>(); }) ==
          "item 0 must be str, not int");
}

TEST_CASE("optionals, tuples, pairs and arrays") {
    ouro::Runtime runtime;
    CHECK(runtime.value(std::optional<int>()).is_none());
    CHECK(runtime.value(std::optional<int>(3)).as<int>() == 3);
    CHECK(runtime.eval("None").as<std::optional<std::string>>() == std::nullopt);
    CHECK(runtime.eval("'x'").as<std::optional<std::string>>() == "x");
    CHECK(runtime.value(std::tuple(1, "a", 2.5)).repr() == "(1, 'a', 2.5)");
    CHECK(runtime.value(std::pair(1, std::pair(true, nullptr))).repr() == "(1, (True, None))");
    CHECK(runtime.value(std::array<int, 3>{1, 2, 3}).repr() == "(1, 2, 3)");
    CHECK(runtime.value(std::tuple<>()).repr() == "()");
    CHECK(runtime.eval("[1, 'a']").as<std::pair<int, std::string>>() == std::pair(1, std::string("a")));
    CHECK(runtime.eval("(1, 2, 3)").as<std::array<int, 3>>() == std::array{1, 2, 3});
    CHECK(message_of([&] { runtime.eval("(1, 2, 3)").as<std::pair<int, int>>(); }) ==
          "must be tuple of length 2, not 3");
    CHECK(message_of([&] { runtime.eval("3").as<std::pair<int, int>>(); }) == "must be tuple, not int");
    CHECK(message_of([&] { runtime.eval("(1, 2)").as<std::pair<int, std::string>>(); }) ==
          "item 1 must be str, not int");
}

TEST_CASE("functions go both ways") {
    ouro::Runtime runtime;
    auto add = runtime.eval("lambda a, b: a + b").as<std::function<int(int, int)>>();
    CHECK(add(2, 3) == 5);
    auto shout = runtime.eval("lambda text: text.upper()").as<std::function<std::string(const std::string&)>>();
    CHECK(shout("hey") == "HEY");
    auto fail = runtime.eval("lambda: 1 / 0").as<std::function<void()>>();
    CHECK(error_of([&] { fail(); }).is("ZeroDivisionError"));
    CHECK(message_of([&] { runtime.value(1).as<std::function<void()>>(); }) == "must be callable, not int");
    runtime.set("twice", [](int n) { return 2 * n; });
    runtime.set("root", static_cast<double (*)(double)>(std::sqrt));
    runtime.set("nothing", std::function<void()>());
    CHECK(runtime.eval("twice(4), root(9.0), nothing").repr() == "(8, 3.0, None)");
    CHECK(message_of([&] { runtime.eval("twice()"); }) == "function() takes exactly one argument (0 given)");
}

TEST_CASE("a host's own types are converted as it says") {
    ouro::Runtime runtime;
    runtime.module("geo").def("scale(v, by)", [](const Vec2& v, double by) { return Vec2{v.x * by, v.y * by}; });
    CHECK(runtime.eval("__import__('geo').scale((1, 2.5), 2)").repr() == "(2.0, 5.0)");
    CHECK(runtime.value(std::vector<Vec2>{{1, 2}}).repr() == "[(1.0, 2.0)]");
    CHECK(runtime.eval("(1.0, 2.0)").is<Vec2>());
    CHECK_FALSE(runtime.eval("'xy'").is<Vec2>());
    CHECK(error_of([&] { runtime.eval("geo.scale(1, 2)"); }).is("NameError"));
    CHECK(error_of([&] { runtime.eval("__import__('geo').scale(1, 2)"); }).message() ==
          "'int' object is not subscriptable");
}

TEST_CASE("is<T>() asks for the natural type") {
    ouro::Runtime runtime;
    ouro::Value number = runtime.value(300), flag = runtime.value(true), text = runtime.value("x");
    CHECK(number.is<int>());
    CHECK_FALSE(number.is<int8_t>());
    CHECK_FALSE(number.is<double>());
    CHECK_FALSE(number.is<bool>());
    CHECK(flag.is<bool>());
    CHECK_FALSE(flag.is<int>());
    CHECK_FALSE(runtime.eval("-1").is<unsigned>());
    CHECK(runtime.eval("2**63").is<uint64_t>());
    CHECK_FALSE(runtime.eval("2**64").is<uint64_t>());
    CHECK(runtime.eval("1.0").is<double>());
    CHECK(text.is<std::string>());
    CHECK(text.is<std::optional<std::string>>());
    CHECK(runtime.none().is<std::optional<std::string>>());
    CHECK(runtime.none().is<std::monostate>());
    CHECK(runtime.eval("[1, 2]").is<std::vector<int>>());
    CHECK_FALSE(runtime.eval("[1, 'x']").is<std::vector<int>>());
    CHECK_FALSE(runtime.eval("{1}").is<std::vector<int>>());
    CHECK(runtime.eval("{'a': 1}").is<std::map<std::string, int>>());
    CHECK_FALSE(runtime.eval("{'a': 'b'}").is<std::map<std::string, int>>());
    CHECK(runtime.eval("(1, 'x')").is<std::pair<int, std::string>>());
    CHECK_FALSE(runtime.eval("(1, 2, 3)").is<std::pair<int, int>>());
    CHECK(runtime.eval("b''").is<std::vector<std::byte>>());
    CHECK(runtime.eval("len").is<std::function<int()>>());
    CHECK(text.is<ouro::Value>());
}
