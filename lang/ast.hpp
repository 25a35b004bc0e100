// SPDX-License-Identifier: MIT
//
// The abstract syntax tree: plain structs made from ast.def, owned by an Arena, never freed one by one.
//
// The parser builds it (grammar.yy), targets.cpp turns expressions into assignment targets, scope.cpp reads it, and the
// code generator walks it. Nothing in it refers to the VM: literals are text or numbers of C++ until the code generator
// makes constants of them.
#pragma once

#include "lang/span.hpp"

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <deque>
#include <memory>
#include <new>
#include <string>
#include <string_view>
#include <type_traits>
#include <unordered_set>
#include <utility>
#include <vector>

namespace ouro::lang {

// An identifier or other text owned by the Arena and unique in it: equal names have equal pointers.
using Name = const std::string*;
using Text = const std::string*;

enum class Operator : uint8_t {
    Add,
    Sub,
    Mult,
    MatMult,
    Div,
    Mod,
    Pow,
    LShift,
    RShift,
    BitOr,
    BitXor,
    BitAnd,
    FloorDiv
};
enum class BoolOperator : uint8_t { And, Or };
enum class UnaryOperator : uint8_t { Invert, Not, UAdd, USub };
enum class CompareOperator : uint8_t { Eq, NotEq, Lt, LtE, Gt, GtE, Is, IsNot, In, NotIn };
enum class Context : uint8_t { Load, Store, Del };
enum class TypeParamKind : uint8_t { TypeVar, ParamSpec, TypeVarTuple };

// The value of a literal.
struct Literal {
    enum class Kind : uint8_t { None, True, False, Ellipsis, Int, Float, Imaginary, Str, Bytes };
    Kind kind = Kind::None;
    double number = 0;      // Float, Imaginary
    Text text = nullptr;    // Int: decimal or 0x/0o/0b digits without underscores; Str: UTF-8 (lone surrogates as three
                            // bytes); Bytes: raw bytes
};

// An immutable array owned by the Arena.
template <class T>
class List {
public:
    List() = default;
    List(const T* data, size_t size) : m_data(data), m_size(size) {}
    const T* begin() const { return m_data; }
    const T* end() const { return m_data + m_size; }
    size_t size() const { return m_size; }
    bool empty() const { return m_size == 0; }
    const T& operator[](size_t index) const { return m_data[index]; }
    const T& front() const { return m_data[0]; }
    const T& back() const { return m_data[m_size - 1]; }

private:
    const T* m_data = nullptr;
    size_t m_size = 0;
};

struct Node {
    Span span;
};

enum class StmtKind : uint8_t {
#define STMT(name, fields) name,
#include "lang/ast.def"
};
enum class ExprKind : uint8_t {
#define EXPR(name, fields) name,
#include "lang/ast.def"
};
enum class PatternKind : uint8_t {
#define PATTERN(name, fields) name,
#include "lang/ast.def"
};

struct Stmt : Node {
    explicit Stmt(StmtKind k) : kind(k) {}
    StmtKind kind;
};
struct Expr : Node {
    explicit Expr(ExprKind k) : kind(k) {}
    ExprKind kind;
    bool parenthesized = false; // written in parentheses of its own: matters for targets, `with` and diagnostics
};
struct Pattern : Node {
    explicit Pattern(PatternKind k) : kind(k) {}
    PatternKind kind;
};

#define STMT(name, fields) struct name;
#define EXPR(name, fields) struct name;
#define PATTERN(name, fields) struct name;
#define HELPER(name, fields) struct name;
#include "lang/ast.def"

#define F(type, name) type name{};
#define STMT(name, fields)                                                                                             \
    struct name : Stmt {                                                                                               \
        static constexpr StmtKind KIND = StmtKind::name;                                                               \
        name() : Stmt(KIND) {}                                                                                         \
        fields                                                                                                         \
    };
#define EXPR(name, fields)                                                                                             \
    struct name : Expr {                                                                                               \
        static constexpr ExprKind KIND = ExprKind::name;                                                               \
        name() : Expr(KIND) {}                                                                                         \
        fields                                                                                                         \
    };
#define PATTERN(name, fields)                                                                                          \
    struct name : Pattern {                                                                                            \
        static constexpr PatternKind KIND = PatternKind::name;                                                         \
        name() : Pattern(KIND) {}                                                                                      \
        fields                                                                                                         \
    };
#define HELPER(name, fields)                                                                                           \
    struct name : Node {                                                                                               \
        fields                                                                                                         \
    };
#include "lang/ast.def"
#undef F

// The node as T, or null when it is of another kind.
template <class T, class N>
T* as(N* node) {
    return node && node->kind == T::KIND ? static_cast<T*>(node) : nullptr;
}
template <class T, class N>
const T* as(const N* node) {
    return node && node->kind == T::KIND ? static_cast<const T*>(node) : nullptr;
}

// Owns the nodes, lists and names of one parse. Everything in it is trivially destructible but the names.
class Arena {
public:
    Arena() = default;
    Arena(const Arena&) = delete;
    Arena& operator=(const Arena&) = delete;

    template <class T>
    T* make(Span span) {
        static_assert(std::is_trivially_destructible_v<T>);
        T* node = new (allocate(sizeof(T), alignof(T))) T;
        node->span = span;
        return node;
    }
    // Room for `count` items, to be filled by the caller before it becomes a List.
    template <class T>
    T* array(size_t count) {
        static_assert(std::is_trivially_copyable_v<T> && std::is_trivially_destructible_v<T>);
        return count == 0 ? nullptr : static_cast<T*>(allocate(sizeof(T) * count, alignof(T)));
    }
    template <class T>
    List<T> list(const std::vector<T>& items) {
        T* data = array<T>(items.size());
        std::uninitialized_copy(items.begin(), items.end(), data);
        return {data, items.size()};
    }
    Name name(std::string_view text) { return &*m_names.emplace(text).first; }

private:
    void* allocate(size_t bytes, size_t alignment) {
        size_t start = (m_used + alignment - 1) & ~(alignment - 1);
        if (m_chunks.empty() || start + bytes > m_capacity) {
            m_capacity = bytes > CHUNK_BYTES ? bytes : CHUNK_BYTES;
            m_chunks.push_back(std::make_unique<std::byte[]>(m_capacity));
            start = 0;
        }
        m_used = start + bytes;
        return m_chunks.back().get() + start;
    }

    static constexpr size_t CHUNK_BYTES = 32 * 1024;
    std::vector<std::unique_ptr<std::byte[]>> m_chunks;
    size_t m_capacity = 0;
    size_t m_used = 0;
    std::unordered_set<std::string> m_names;
};

// A parsed module, prompt entry or expression.
struct Module {
    List<Stmt*> body;
};

} // namespace ouro::lang
