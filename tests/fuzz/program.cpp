// SPDX-License-Identifier: MIT
//
// Fuzz target: each byte decides how a program goes on: a grammar of statements and expressions makes valid source text
// of any input, and that is run in a Runtime of its own, with little memory and a shallow stack. It may raise whatever
// it wants. Loops are bounded, and the numbers that sizes are made of are small, so that every program ends soon.
#include "fuzz.hpp"

namespace {

class Program {
public:
    Program(const uint8_t* data, size_t size) : m_at(data), m_end(data + size) {}

    std::string text() {
        m_text = "import itertools, functools, collections, asyncio\n"
                 "class Base:\n"
                 "    def __init__(self, *args, **more): self.x = args\n"
                 "    def __getattr__(self, name): return [name]\n"
                 "    def __add__(self, other): return Base(self, other)\n"
                 "    def __enter__(self): return self\n"
                 "    def __exit__(self, *args): return bool(args[0])\n"
                 "    def __iter__(self): yield from (1, self)\n"
                 "a = b = c = d = 0\n";
        while (m_at < m_end && m_text.size() < LONGEST)
            statement(1);
        return m_text;
    }

private:
    static constexpr size_t LONGEST = 20'000;
    static constexpr unsigned DEEPEST = 4;

    unsigned choose(unsigned count) { return m_at < m_end ? *m_at++ % count : 0; }

    template <size_t N>
    std::string one_of(const char* const (&texts)[N]) {
        return texts[choose(N)];
    }

    std::string name() { return one_of({"a", "b", "c", "d"}); }

    void line(const std::string& text) { m_text += std::string(4 * m_indent, ' ') + text + "\n"; }

    void body(unsigned depth) {
        ++m_indent;
        for (unsigned n = 1 + choose(3); n > 0; --n)
            statement(depth + 1);
        --m_indent;
    }

    void block(const std::string& head, unsigned depth) {
        line(head);
        body(depth);
    }

    void statement(unsigned depth) {
        if (depth > DEEPEST || m_text.size() > LONGEST)
            return simple_statement();
        switch (choose(16)) {
        case 0:
            block("if " + expression(1) + ":", depth);
            return block("else:", depth);
        case 1:
            return block("for " + target() + " in list(" + expression(1) + ")[:3]:", depth);
        case 2:
            line("for i in range(3):");
            ++m_indent;
            line("if " + expression(1) + ": " + one_of({"break", "continue"}));
            --m_indent;
            return body(depth);
        case 3:
            block("try:", depth);
            block(one_of({"except* ValueError:", "except* Exception as e:"}), depth);
            return;
        case 4:
            block("try:", depth);
            block(one_of({"except Exception as e:", "except (ValueError, TypeError):", "except:"}), depth);
            return block("finally:", depth);
        case 5:
            block("with Base() as " + name() + ", Base():", depth);
            return;
        case 6:
            return function(depth);
        case 7:
            return class_statement(depth);
        case 8:
            line("match " + expression(1) + ":");
            ++m_indent;
            block("case " + pattern(1) + ":", depth);
            block("case _:", depth);
            --m_indent;
            return;
        default:
            return simple_statement();
        }
    }

    void simple_statement() {
        switch (choose(10)) {
        case 0:
            return line(name() + one_of({" += ", " -= ", " *= ", " |= ", " //= "}) + atom());
        case 1:
            return line("raise " +
                        one_of({"ValueError(1)", "TypeError", "KeyError('k') from ValueError(2)", "StopIteration",
                                "ExceptionGroup('g', [ValueError(1), KeyError(2)])", "Base"}));
        case 2:
            return line(name() + "." + name() + " = " + expression(1));
        case 3:
            return line(name() + "[" + expression(2) + "] = " + expression(1));
        case 4:
            return line("del " + name() + one_of({"", "[0]", "[:1]", ".a"}));
        case 5:
            return line("assert " + expression(1) + ", " + expression(2));
        default:
            return line(target() + " = " + expression(0));
        }
    }

    void function(unsigned depth) {
        std::string own = name();
        bool is_async = choose(3) == 0, is_generator = choose(3) == 0;
        block((is_async ? "async def " : "def ") + own + "(" +
                  one_of({"a=1", "*args", "a, b=2, /, *, c=3", "**more", ""}) + "):",
              depth);
        ++m_indent;
        if (is_generator)
            line("got = yield " + expression(1));
        if (is_async)
            line("await asyncio.sleep(" + one_of({"0", "1", "a"}) + ")");
        line(is_async && is_generator ? "return" : "return " + expression(1));
        --m_indent;
        if (is_async && !is_generator)
            line(one_of({"asyncio.run(asyncio.wait_for(", "asyncio.run(asyncio.gather("}) + own + "(1)" +
                 one_of({", 1))", "))"}));
        else if (is_generator)
            line("for d in itertools.islice(" + own + "(), 3): " + own + one_of({".send", ".x", ""}));
        else
            line(name() + " = " + own + one_of({"()", "(1, 2)", "(a)", "(*[1], **{'c': 2})"}));
    }

    void class_statement(unsigned depth) {
        std::string own = name();
        line("class " + own + one_of({"", "(Base)", "(list)", "(int)", "(Exception)", "(dict, metaclass=type)"}) + ":");
        ++m_indent;
        line(one_of({"__slots__ = ('x',)", "x = 1", "y: int = 2", "x = property(lambda self: 1)", "__hash__ = None"}));
        block(
            "def " +
                one_of({"__init__", "__len__", "__getitem__", "__eq__", "__call__", "__del__", "__repr__", "__iter__",
                        "__bool__", "__radd__", "__get__", "__set_name__", "__init_subclass__", "__class_getitem__"}) +
                "(self, *args):",
            depth + 1);
        ++m_indent;
        line("return " + expression(2));
        m_indent -= 2;
        line(name() + " = " + own + "()");
    }

    std::string target() { return choose(4) ? name() : one_of({"a, b", "a, *b", "[c, (d, *a)]", "*a, b"}); }

    std::string atom() {
        return one_of({"0",
                       "1",
                       "-1",
                       "2**62",
                       "1.5",
                       "'text'",
                       "b'ab'",
                       "[]",
                       "[1, 2, 3]",
                       "{}",
                       "{1: 2}",
                       "{1, 'a'}",
                       "()",
                       "(1, (2,))",
                       "None",
                       "True",
                       "...",
                       "a",
                       "b",
                       "c",
                       "d",
                       "Base",
                       "Base(1)",
                       "range(5)",
                       "10**30",
                       "'%s'",
                       "iter([1, 2])",
                       "float('nan')",
                       "int",
                       "collections.deque([1], 2)",
                       "len",
                       "(lambda *a: a)"});
    }

    std::string expression(unsigned depth) {
        if (depth > DEEPEST)
            return atom();
        auto next = [&] { return expression(depth + 1 + choose(2)); };
        switch (choose(22)) {
        case 0:
            return "(" + next() + one_of({" + ", " - ", " * ", " / ", " // ", " % ", " & ", " | ", " ^ ", " @ "}) +
                   next() + ")";
        case 1:
            return "(" + next() + one_of({" < ", " == ", " in ", " is not ", " >= ", " != "}) + next() + ")";
        case 2:
            return "(" + next() + one_of({" and ", " or "}) + next() + ")";
        case 3:
            return "(" + next() + " if " + next() + " else " + next() + ")";
        case 4:
            return "[" + next() + " for " + name() + " in list(" + next() + ")[:4] if " + next() + "]";
        case 5:
            return "{" + next() + ": " + next() + " for " + name() + " in list(" + next() + ")[:4]}";
        case 6:
            return "next(" + next() + " for " + name() + " in (" + next() + ",))";
        case 7:
            return "f'{" + one_of({"a", "b!r:>9", "c=}{d:", "a:{b}", "d!a", "c:08.3f"}) + "}'";
        case 8:
            return "(" + next() + ")[" + one_of({"0", "-1", "1:", "::-1", ":2", "a", "a:b:c"}) + "]";
        case 9:
            return "(" + next() + ")." +
                   one_of({"x", "append", "real", "items()", "__class__", "__dict__", "sort()", "pop()", "upper()",
                           "__len__()", "copy()", "__init__()", "keys()"});
        case 10:
            return "(" + next() + ")(" + next() + ")";
        case 11:
            return one_of({"len",      "list",  "str",   "repr", "sorted", "tuple", "set",  "sum",
                           "max",      "type",  "iter",  "hash", "int",    "bool",  "dict", "vars",
                           "reversed", "float", "bytes", "abs",  "any",    "id",    "dir"}) +
                   "(" + next() + ")";
        case 12:
            return "[*" + next() + ", " + next() + "]";
        case 13:
            return "(" + name() + " := " + next() + ")";
        case 14:
            return "(lambda " + name() + "=" + next() + ": " + next() + ")()";
        case 15:
            return one_of({"isinstance", "getattr", "zip", "map", "filter", "divmod", "functools.partial", "setattr",
                           "issubclass", "itertools.chain", "functools.reduce", "enumerate"}) +
                   "(" + next() + ", " + next() + ")";
        case 16:
            return "(" + one_of({"not ", "-", "~", "+"}) + next() + ")";
        case 17:
            return "('%s %5.1f' % (" + next() + ", " + next() + "))";
        default:
            return atom();
        }
    }

    std::string pattern(unsigned depth) {
        std::string simple =
            one_of({"int(x)", "[a, *_]", "{'k': b, **c}", "1 | 'text'", "Base(x=d)", "None", "str() as b", "(1, a)"});
        return depth < 3 && choose(2) ? "[" + pattern(depth + 1) + ", " + one_of({"*_", "_", "1"}) + "]" : simple;
    }

    const uint8_t* m_at;
    const uint8_t* m_end;
    std::string m_text;
    unsigned m_indent = 0;
};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    std::string text = Program(data, size).text();
    if (std::getenv("OURO_FUZZ_SHOW"))
        std::fwrite(text.data(), 1, text.size(), stdout);
    ouro::Runtime runtime(fuzz::limited());
    try {
        runtime.run(text, "program.py");
    } catch (const ouro::Error&) {
    }
    return 0;
}
