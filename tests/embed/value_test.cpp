// SPDX-License-Identifier: MIT
#include "helpers.hpp"

#include <set>

TEST_CASE("a null Value is no object, and says so") {
    ouro::Value null;
    CHECK(null.is_null());
    CHECK_THROWS_AS(null.str(), std::logic_error);
    CHECK_THROWS_AS(null.as<int>(), std::logic_error);
    CHECK_THROWS_AS(null(), std::logic_error);
    CHECK_THROWS_AS(null.is_none(), std::logic_error);
    ouro::Runtime runtime;
    CHECK(runtime.value(null).is_none()); // as an argument it is None
    CHECK(runtime.none().is_none());
    CHECK_FALSE(runtime.none().is_null());
}

TEST_CASE("Values are copied, moved, assigned and swapped") {
    ouro::Runtime runtime;
    ouro::Value a = runtime.eval("['a']"), b = runtime.eval("['b']");
    ouro::Value copy = a;
    CHECK(copy.is_same(a));
    ouro::Value moved = std::move(copy);
    CHECK(moved.is_same(a));
    CHECK(copy.is_null());
    moved = b;
    CHECK(moved.is_same(b));
    moved = *&moved;
    CHECK(moved.is_same(b));
    moved = std::move(a);
    CHECK(moved[0].str() == "a");
    std::swap(moved, b);
    CHECK(moved[0].str() == "b");
    moved = ouro::Value();
    CHECK(moved.is_null());
}

TEST_CASE("Values keep objects alive through collections") {
    ouro::Runtime runtime;
    runtime.run("def make(i): return {'number': i, 'text': str(i) * 10}");
    ouro::Value make = runtime.get("make");
    std::vector<ouro::Value> kept;
    for (int i = 0; i < 5000; i++) {
        kept.push_back(make(i));
        if (i % 500 == 0)
            runtime.collect();
    }
    runtime.run("waste = [str(i) * 20 for i in range(200000)]\ndel waste");
    runtime.collect();
    for (int i = 0; i < 5000; i++) {
        REQUIRE(kept[size_t(i)]["number"].as<int>() == i);
        REQUIRE(kept[size_t(i)]["text"].length() == std::to_string(i).size() * 10);
    }
}

TEST_CASE("what no Value holds any more is collected") {
    Captured host;
    host.runtime.run("class Noisy:\n    def __del__(self): print('gone')");
    {
        ouro::Value noisy = host.runtime.eval("Noisy()");
        host.runtime.collect();
        CHECK(host.out.empty());
    }
    host.runtime.eval("0"); // what is left in registers and on the stack is overwritten
    host.runtime.collect();
    host.runtime.collect();
    CHECK(host.out == "gone\n");
}

TEST_CASE("Values may die after their runtime") {
    ouro::Value kept, other;
    std::optional<ouro::Value::Iterator> iterator;
    {
        ouro::Runtime runtime;
        kept = runtime.eval("[1, 2, 3]");
        iterator = kept.begin();
        CHECK(kept.length() == 3);
    }
    CHECK_FALSE(kept.is_null());
    CHECK_THROWS_AS(kept.length(), std::logic_error);
    CHECK_THROWS_AS(kept.as<std::vector<int>>(), std::logic_error);
    CHECK_THROWS_AS(kept.runtime(), std::logic_error);
    other = kept;
    kept = ouro::Value();
    ouro::Runtime next;
    CHECK_THROWS_AS(next.set("x", other), std::logic_error);
}

TEST_CASE("calls take positional and keyword arguments") {
    ouro::Runtime runtime;
    runtime.run("def show(a, b=2, *rest, key=None, **more): return repr((a, b, rest, key, more))\n"
                "class Point:\n"
                "    def __init__(self, x): self.x = x\n"
                "    def move(self, by, *, times=1): self.x += by * times; return self.x\n");
    ouro::Value show = runtime.get("show");
    CHECK(show(1).str() == "(1, 2, (), None, {})");
    CHECK(show("one", 2.5, nullptr, true).str() == "('one', 2.5, (None, True), None, {})");
    CHECK(show(1, ouro::named("key", "k"), ouro::named("z", 3)).str() == "(1, 2, (), 'k', {'z': 3})");
    CHECK(show(ouro::named("a", std::vector<int>{1, 2})).str() == "([1, 2], 2, (), None, {})");
    std::vector<ouro::Value> arguments = {runtime.value(1), runtime.value("b"), ouro::Value()};
    CHECK(show.apply(arguments, {{"key", runtime.value(9)}}).str() == "(1, 'b', (None,), 9, {})");
    CHECK(error_of([&] { show(); }).message() == "show() missing 1 required positional argument: 'a'");
    ouro::Value point = runtime.get("Point")(3);
    CHECK(point.call("move", 4).as<int>() == 7);
    CHECK(point.call("move", 1, ouro::named("times", 3)).as<int>() == 10);
    CHECK(error_of([&] { runtime.value(3)(); }).message() == "'int' object is not callable");
    CHECK(show.is_callable());
    CHECK(runtime.get("Point").is_callable());
    CHECK_FALSE(point.is_callable());
}

TEST_CASE("attributes are read, written, found and deleted") {
    ouro::Runtime runtime;
    runtime.run("class Ship:\n"
                "    @property\n"
                "    def broken(self): raise ValueError('hull')\n"
                "ship = Ship()");
    ouro::Value ship = runtime.get("ship");
    ship.set_attr("name", "Vostok");
    CHECK(runtime.eval("ship.name").str() == "Vostok");
    CHECK(ship.attr("name").as<std::string>() == "Vostok");
    CHECK(ship.has_attr("name"));
    CHECK_FALSE(ship.has_attr("mast"));
    CHECK(ship.find_attr("mast").is_null());
    CHECK(error_of([&] { ship.find_attr("broken"); }).is("ValueError")); // only AttributeError means "not there"
    ship.delete_attr("name");
    CHECK(error_of([&] { ship.attr("name"); }).message() == "'Ship' object has no attribute 'name'");
    CHECK(error_of([&] { runtime.value(1).set_attr("x", 1); }).is("AttributeError"));
    CHECK(&ship.runtime() == &runtime);
}

TEST_CASE("items are read, written, looked up and deleted") {
    ouro::Runtime runtime;
    ouro::Value list = runtime.eval("[1, 2, 3]"), dict = runtime.eval("{'a': 1, (1, 2): 'pair'}");
    CHECK(list[-1].as<int>() == 3);
    CHECK(dict["a"].as<int>() == 1);
    CHECK(dict[std::pair(1, 2)].str() == "pair");
    list.set_item(0, "first");
    dict.set_item("b", std::vector<std::string>{"x", "y"});
    CHECK(list.repr() == "['first', 2, 3]");
    CHECK(dict["b"][1].str() == "y");
    CHECK(dict.contains("b"));
    CHECK_FALSE(list.contains(9));
    dict.delete_item("b");
    CHECK(dict.length() == 2);
    CHECK(error_of([&] { list[3]; }).is("IndexError"));
    CHECK(error_of([&] { dict["none"]; }).message() == "'none'");
    CHECK(error_of([&] { dict[std::vector<int>{1}]; }).message().find("unhashable type: 'list'") != std::string::npos);
    CHECK(error_of([&] { runtime.value(5).length(); }).message() == "object of type 'int' has no len()");
}

TEST_CASE("iteration walks lists, dicts and generators, and passes on their errors") {
    ouro::Runtime runtime;
    runtime.run("def count(n):\n"
                "    for i in range(n): yield i\n"
                "    raise RuntimeError('out of numbers')");
    std::string keys;
    for (const ouro::Value& key : runtime.eval("{'x': 1, 'y': 2}"))
        keys += key.str();
    CHECK(keys == "xy");
    int sum = 0;
    ouro::Error error = error_of([&] {
        for (ouro::Value item : runtime.get("count")(4))
            sum += item.as<int>();
    });
    CHECK(sum == 6);
    CHECK(error.message() == "out of numbers");
    for (ouro::Value item : runtime.eval("[]"))
        FAIL("there is no " << item.str());
    CHECK(error_of([&] { runtime.value(1).begin(); }).message() == "'int' object is not iterable");
}

TEST_CASE("text, truth, type names and comparison") {
    ouro::Runtime runtime;
    ouro::Value text = runtime.value("it's");
    CHECK(text.str() == "it's");
    CHECK(text.repr() == "\"it's\"");
    CHECK(text.type_name() == "str");
    CHECK(runtime.eval("__import__('collections').deque()").type_name() == "collections.deque");
    CHECK(runtime.value(0).truth() == false);
    CHECK(runtime.value("0").truth() == true);
    CHECK(runtime.eval("[1, 2]").equals(std::vector<int>{1, 2}));
    CHECK(runtime.eval("1.0").equals(1));
    CHECK_FALSE(runtime.eval("[]").is_same(runtime.eval("[]")));
    runtime.run("class Odd:\n    def __eq__(self, other): raise ValueError('no')\n    def __bool__(self): raise "
                "ValueError('never')");
    ouro::Value odd = runtime.eval("Odd()");
    CHECK(error_of([&] { odd.equals(1); }).message() == "no");
    CHECK(error_of([&] { odd.truth(); }).message() == "never");
}
