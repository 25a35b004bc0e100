// SPDX-License-Identifier: MIT
//
// Scopes: what each name of a program means (Language Reference 4.2, Resolution of names), decided before any code is
// generated.
//
// analyze_scopes walks the tree twice. The builder (scope.cpp) makes a Scope per block with the names that it binds,
// uses or declares, and reports the errors that CPython's symbol table reports. The resolver (scope_resolve.cpp) then
// finds each name's home, turns variables that inner functions use into cells, and lays out the registers of each
// frame.
//
// List, set and dict comprehensions are scopes of their own, but they run in the frame of the block around them (PEP
// 709): `host` is the scope whose frame it is. A name that a comprehension shares with its host needs no cell.
#pragma once

#include "lang/ast.hpp"
#include "lang/diagnostics.hpp"

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace ouro::lang {

struct Scope;

enum class ScopeKind : uint8_t {
    Module,
    Class,
    Function,
    Lambda,
    GeneratorExpression,
    Comprehension, // list, set, dict: runs in its host's frame
    Annotations,   // the body of an __annotate__ function (PEP 649)
};

// Where a variable lives, as seen by the frame that runs the scope.
enum class Home : uint8_t {
    Local,     // register `index`, which may be a far one (vm/model/code.hpp)
    Cell,      // register `index` holds a cell
    Free,      // closure[index]
    Global,    // globals, then builtins
    Namespace, // class bodies (and modules whose namespace need not be globals): namespace, globals, builtins
};

struct Symbol {
    enum Flag : uint16_t {
        PARAMETER = 1,
        ASSIGNED = 2,
        USED = 4,
        GLOBAL = 8,
        NONLOCAL = 16,
        ANNOTATED = 32,
        ITERATION = 64, // target of a comprehension's `for`
        DELETED = 128,  // somewhere unbound by `del` or at the end of `except ... as`
        WALRUS = 256,
        CAPTURED = 512, // an inner function uses it
        BOUND = PARAMETER | ASSIGNED,
    };
    Name name = nullptr;
    Scope* scope = nullptr;
    uint16_t flags = 0;
    Home home = Home::Global;
    uint32_t index = 0;
    Symbol* origin = nullptr; // the symbol that stands for the variable: itself, or one of an outer scope; null: global
    Span directive;           // of its first global or nonlocal statement

    bool has(unsigned mask) const { return flags & mask; }
};

// The names of a scope in order of appearance; searched by pointer, as names are unique in the arena.
class SymbolTable {
public:
    Symbol* find(Name name) const;
    void add(Symbol* symbol);
    const std::vector<Symbol*>& all() const { return m_symbols; }

private:
    static constexpr size_t LINEAR_LIMIT = 8;
    size_t slot(Name name) const;
    void rebuild();

    std::vector<Symbol*> m_symbols;
    std::vector<Symbol*> m_index; // hash table, power of two; empty while there are few
};

struct Scope {
    ScopeKind kind = ScopeKind::Module;
    Scope* parent = nullptr;
    Scope* host = nullptr;
    Name name = nullptr;       // of functions and classes
    Name class_name = nullptr; // for private names: the innermost class around
    SymbolTable symbols;
    Scope* annotations = nullptr;            // scope of the __annotate__ function that belongs to this block
    std::vector<const AnnAssign*> annotated; // module, class: `name: annotation` statements
    std::vector<Scope*> comprehensions;      // whose parent this is
    Symbol* class_cell = nullptr;            // class: `__class__`, when a method uses it
    Symbol* class_namespace = nullptr;       // class: `__classdict__`, when annotations use it
    bool is_async = false;                   // `async def`, comprehension that awaits
    bool has_yield = false;
    bool has_await = false;              // module: it is a coroutine then
    bool is_nested = false;              // inside a function
    bool sees_class = false;             // annotations directly in a class body, which see its names
    uint8_t comprehension_iterables = 0; // while building: iterables being walked
    std::optional<Span> value_return;    // first `return value`

    // Of frames (scopes that are their own host), after resolving:
    std::vector<Symbol*> locals; // by number (vm::local_register gives the register); the symbols of inlined
                                 // comprehensions may share one
    std::vector<Symbol*> frees;  // origins, by closure index
    std::unordered_map<const Symbol*, uint32_t> free_places; // the same; empty while there are few

    bool is_function_like() const { return kind != ScopeKind::Module && kind != ScopeKind::Class; }
    bool is_frame() const { return kind != ScopeKind::Comprehension; }
    int free_index(const Symbol* origin) const; // -1 when it is none
    void add_free(Symbol* origin);
    void sort_frees(); // by name
};

struct ScopeOptions {
    bool names_in_namespace = false; // module level: names live in a namespace that need not be globals
    bool allows_await = false;       // at module level, which is a coroutine then
    uintptr_t stack_limit = 0;       // lowest address that recursion may reach
};

// All scopes of one compilation. Owns scopes and symbols.
class ScopeTree {
public:
    Scope* module = nullptr;
    std::optional<SyntaxError> error;

    // The scope that `node` opens: a FunctionDef, Lambda, ClassDef or comprehension.
    Scope* find(const Node* node) const;

    Scope* make_scope(ScopeKind kind, Scope* parent, const Node* node);
    Symbol* make_symbol(Scope& scope, Name name);
    std::deque<Scope>& scopes() { return m_scopes; }

private:
    std::deque<Scope> m_scopes;
    std::deque<Symbol> m_symbols;
    std::unordered_map<const Node*, Scope*> m_by_node;
};

// Builds and resolves the scopes of a module. `tree.error` is set when the program breaks a rule.
void analyze_scopes(ScopeTree& tree, const Module& module, Arena& arena, const ScopeOptions& options = {});
// The second half, for scope.cpp.
void resolve_scopes(ScopeTree& tree, Arena& arena, const ScopeOptions& options);

// The name that `name` stands for inside class `class_name` (Language Reference 6.2.1, private name mangling).
Name mangle(Arena& arena, Name class_name, Name name);

// The text form that unit tests compare: one scope a line, its names with their homes.
std::string dump_scopes(ScopeTree& tree);

} // namespace ouro::lang
