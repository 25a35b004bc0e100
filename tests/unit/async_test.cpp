// SPDX-License-Identifier: MIT
//
// Native coroutines written as C++20 coroutines: how their frames end, and what they give each other, and those of one
// phase that end by awaiting another one. What they do among scripts is tested by tests/scripts/async_chains.
#include "vm/async/async.hpp"
#include "vm/values/int.hpp"
#include "vm/model/operators.hpp"

#include <catch2/catch.hpp>

#include <vector>

using namespace ouro::vm;

namespace {

// Counts those that live, as a host's objects in a frame do.
struct Local {
    explicit Local(int& count) : count(count) { count++; }
    ~Local() { count--; }
    Local(const Local&) = delete;
    Local& operator=(const Local&) = delete;
    int& count;
    std::vector<int> memory = std::vector<int>(100);
};

Async<int64_t> turns(VM&, int& alive, int64_t count) {
    Local local(alive);
    for (int64_t i = 0; i < count; i++)
        co_await next_turn();
    co_return count;
}

Async<int64_t> nested(VM& vm, int& alive, int64_t depth) {
    Local local(alive);
    if (depth == 0) {
        Value inner = co_await turns(vm, alive, 2);
        co_return inner.small_int();
    }
    Value inner = co_await nested(vm, alive, depth - 1);
    co_return inner.small_int() + 1;
}

Async<> fails(VM& vm, int& alive) {
    Local local(alive);
    co_await next_turn();
    co_await Result<void>(vm.value_error("failed"));
    co_return Value::none();
}

Async<> catches(VM& vm, int& alive, Value awaited) {
    Local local(alive);
    Result<Value> result = co_await caught(awaited);
    if (!result.is_error())
        co_return result;
    co_await next_turn(); // cleaning up may wait
    if (is_exception_of(result.exception(), vm, ExceptionId::ValueError))
        co_return make_int(vm, 7);
    co_return result;
}

Async<> keeps(VM& vm, int& alive) {
    Local local(alive);
    Value text = make_short_str(vm, "only the frame knows it");
    co_await next_turn();
    co_return text;
}

// Of one phase: awaits `argument` in its place; at once, or when it has waited for a turn of the loop.
Result<Value> ends_at_once(VM& vm, NativeCoroutine& self, Result<Value>) {
    return end_by(vm, one_phase(self), one_phase(self).argument);
}
Result<Value> ends_later(VM& vm, NativeCoroutine& self, Result<Value> outcome) {
    return one_phase(self).begins() ? wait_on(self, Value::none()) : ends_at_once(vm, self, outcome);
}
constexpr NativeCoroutine::Code ENDS_AT_ONCE = {"Tests.at_once", ends_at_once};
constexpr NativeCoroutine::Code ENDS_LATER = {"Tests.later", ends_later};

NativeCoroutine* ending_by(VM& vm, Value awaitable, const NativeCoroutine::Code& code = ENDS_AT_ONCE) {
    return make_native_coroutine(vm, code, Value::boolean(true), awaitable);
}

// Each second one ends by awaiting the next.
Async<int64_t> alternating(VM& vm, int& alive, int64_t depth) {
    Local local(alive);
    Value inner = depth ? Value(alternating(vm, alive, depth - 1)) : Value(turns(vm, alive, 2));
    Value result = co_await Value(ending_by(vm, inner));
    co_return result.small_int();
}

ResumeResult resume(VM& vm, Coroutine* coroutine) {
    return coroutine_resume(vm, *coroutine, Value::none());
}

// The last step of turns(vm, alive, 2).
void check_end_of_turns(VM& vm, Coroutine* coroutine, const int& alive) {
    ResumeResult end = resume(vm, coroutine);
    CHECK(end.kind == ResumeResult::Kind::Returned);
    CHECK(end.value.small_int() == 2);
    CHECK(coroutine->is_closed());
    CHECK(alive == 0);
}

} // namespace

TEST_CASE("an Async returns what it co_returns", "[async]") {
    VM vm;
    int alive = 0;
    AsyncCoroutine* coroutine = turns(vm, alive, 2).object();
    CHECK(alive == 0); // nothing has begun
    CHECK(resume(vm, coroutine).kind == ResumeResult::Kind::Yielded);
    CHECK(alive == 1);
    CHECK(resume(vm, coroutine).kind == ResumeResult::Kind::Yielded);
    check_end_of_turns(vm, coroutine, alive);
}

TEST_CASE("Asyncs await each other at any depth without native recursion", "[async]") {
    VM vm;
    int alive = 0;
    constexpr int64_t DEPTH = 10'000;
    AsyncCoroutine* coroutine = nested(vm, alive, DEPTH).object();
    CHECK(resume(vm, coroutine).kind == ResumeResult::Kind::Yielded);
    CHECK(alive == DEPTH + 2);
    CHECK(resume(vm, coroutine).kind == ResumeResult::Kind::Yielded);
    CHECK(resume(vm, coroutine).value.small_int() == DEPTH + 2);
    CHECK(alive == 0);
}

TEST_CASE("closing a chain of Asyncs destroys the locals of all", "[async]") {
    VM vm;
    int alive = 0;
    AsyncCoroutine* coroutine = nested(vm, alive, 1000).object();
    REQUIRE(resume(vm, coroutine).kind == ResumeResult::Kind::Yielded);
    CHECK(alive == 1002);
    CHECK_FALSE(coroutine_close(vm, *coroutine).is_error());
    CHECK(alive == 0);
    AsyncCoroutine* created = turns(vm, alive, 1).object();
    CHECK_FALSE(coroutine_close(vm, *created).is_error());
    CHECK(created->is_closed());
}

TEST_CASE("an error ends an Async unless its awaiter catches it", "[async]") {
    VM vm;
    int alive = 0;
    AsyncCoroutine* coroutine = fails(vm, alive).object();
    REQUIRE(resume(vm, coroutine).kind == ResumeResult::Kind::Yielded);
    CHECK(resume(vm, coroutine).kind == ResumeResult::Kind::Raised);
    CHECK(alive == 0);

    coroutine = catches(vm, alive, fails(vm, alive)).object();
    REQUIRE(resume(vm, coroutine).kind == ResumeResult::Kind::Yielded);
    CHECK(alive == 2);
    REQUIRE(resume(vm, coroutine).kind == ResumeResult::Kind::Yielded);
    CHECK(alive == 1);
    CHECK(resume(vm, coroutine).value.small_int() == 7);
    CHECK(alive == 0);
}

TEST_CASE("what is thrown into an Async goes to the innermost", "[async]") {
    VM vm;
    int alive = 0;
    AsyncCoroutine* coroutine = catches(vm, alive, nested(vm, alive, 10)).object();
    REQUIRE(resume(vm, coroutine).kind == ResumeResult::Kind::Yielded);
    Exception* error = make_exception(vm, ExceptionId::ValueError, "thrown");
    CHECK(coroutine_throw(vm, *coroutine, error).kind == ResumeResult::Kind::Yielded);
    CHECK(alive == 1);
    CHECK(resume(vm, coroutine).value.small_int() == 7);
}

TEST_CASE("the collector finds what only a C++ frame holds", "[async]") {
    VM vm;
    int alive = 0;
    AsyncCoroutine* coroutine = keeps(vm, alive).object();
    Root root(vm.heap, coroutine);
    REQUIRE(resume(vm, coroutine).kind == ResumeResult::Kind::Yielded);
    for (int i = 0; i < 3; i++)
        vm.heap.collect(i == 2);
    for (int i = 0; i < 1000; i++)
        make_short_str(vm, "something that takes freed cells");
    CHECK(as<Str>(resume(vm, coroutine).value)->view() == "only the frame knows it");
}

TEST_CASE("the end of a VM destroys the frames that are left", "[async]") {
    int alive = 0;
    {
        VM vm;
        REQUIRE(resume(vm, nested(vm, alive, 10).object()).kind == ResumeResult::Kind::Yielded);
        CHECK(alive == 12);
    }
    CHECK(alive == 0);
}

TEST_CASE("a coroutine of one phase may end by awaiting another one", "[async]") {
    for (const NativeCoroutine::Code* code : {&ENDS_AT_ONCE, &ENDS_LATER}) {
        VM vm;
        int alive = 0;
        NativeCoroutine* coroutine = ending_by(vm, turns(vm, alive, 2), *code);
        if (code == &ENDS_LATER)
            REQUIRE(resume(vm, coroutine).kind == ResumeResult::Kind::Yielded);
        for (int i = 0; i < 2; i++) {
            REQUIRE(resume(vm, coroutine).kind == ResumeResult::Kind::Yielded);
            CHECK(as_async(as_coroutine(coroutine_awaited(*coroutine))));
        }
        CHECK(coroutine_qualname(vm, *coroutine)->view() == code->qualname);
        CHECK(one_phase(*coroutine).self.is_true());
        check_end_of_turns(vm, coroutine, alive);
    }
}

TEST_CASE("coroutines that end by awaiting stand in chains at any depth", "[async]") {
    VM vm;
    int alive = 0;
    constexpr int64_t DEPTH = 10'000;
    auto begin = [&] {
        Value innermost = alternating(vm, alive, DEPTH);
        for (int64_t i = 0; i < DEPTH; i++)
            innermost = ending_by(vm, innermost);
        Coroutine* coroutine = as_coroutine(innermost);
        REQUIRE(resume(vm, coroutine).kind == ResumeResult::Kind::Yielded);
        CHECK(alive == DEPTH + 2);
        return coroutine;
    };
    Coroutine* coroutine = begin();
    CHECK(resume(vm, coroutine).kind == ResumeResult::Kind::Yielded);
    CHECK(resume(vm, coroutine).value.small_int() == 2);
    CHECK(alive == 0);

    Exception* error = make_exception(vm, ExceptionId::ValueError, "thrown");
    ResumeResult end = coroutine_throw(vm, *begin(), error);
    CHECK(end.exception == error);
    CHECK(alive == 0);

    CHECK_FALSE(coroutine_close(vm, *begin()).is_error());
    CHECK(alive == 0);
}

TEST_CASE("what a coroutine ends by awaiting may fail, and may be ended by others", "[async]") {
    VM vm;
    int alive = 0;
    NativeCoroutine* coroutine = ending_by(vm, catches(vm, alive, ending_by(vm, fails(vm, alive))));
    REQUIRE(resume(vm, coroutine).kind == ResumeResult::Kind::Yielded);
    REQUIRE(resume(vm, coroutine).kind == ResumeResult::Kind::Yielded);
    CHECK(resume(vm, coroutine).value.small_int() == 7);

    AsyncCoroutine* inner = turns(vm, alive, 1).object();
    coroutine = ending_by(vm, ending_by(vm, inner));
    REQUIRE(resume(vm, coroutine).kind == ResumeResult::Kind::Yielded);
    CHECK(resume(vm, inner).value.small_int() == 1);
    ResumeResult end = resume(vm, coroutine);
    REQUIRE(end.kind == ResumeResult::Kind::Raised);
    CHECK(is_exception_of(end.exception, vm, ExceptionId::RuntimeError)); // it cannot be awaited again

    end = resume(vm, ending_by(vm, Value::small_int(1)));
    REQUIRE(end.kind == ResumeResult::Kind::Raised);
    CHECK(is_exception_of(end.exception, vm, ExceptionId::TypeError));
    CHECK(alive == 0);
}

TEST_CASE("the collector finds what a coroutine ended by awaiting", "[async]") {
    VM vm;
    int alive = 0;
    NativeCoroutine* coroutine = ending_by(vm, ending_by(vm, keeps(vm, alive)), ENDS_LATER);
    Root root(vm.heap, coroutine);
    for (int turn = 0; turn < 2; turn++) {
        REQUIRE(resume(vm, coroutine).kind == ResumeResult::Kind::Yielded);
        for (int i = 0; i < 3; i++)
            vm.heap.collect(i == 2);
        for (int i = 0; i < 1000; i++)
            make_short_str(vm, "something that takes freed cells");
    }
    CHECK(as<Str>(resume(vm, coroutine).value)->view() == "only the frame knows it");
    CHECK(alive == 0);
}
