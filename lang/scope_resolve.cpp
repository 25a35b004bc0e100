// SPDX-License-Identifier: MIT
//
// The resolver of scope.hpp: gives every symbol its home (Language Reference 4.2.2) and every frame its registers.
//
// Registers: parameters, then captured variables (which must be empty at entry, to be made cells), then other locals,
// then the variables of inlined comprehensions, which share a register with others of the same name that are not alive
// at the same time.
#include "lang/scope.hpp"

#include "vm/model/code.hpp"

#include <algorithm>
#include <unordered_map>

namespace ouro::lang {

namespace {

class Resolver {
public:
    Resolver(ScopeTree& tree, const ScopeOptions& options) : m_tree(tree), m_options(options) {}

    void run(Name dunder_class) {
        m_dunder_class = dunder_class;
        for (Scope& scope : m_tree.scopes()) {
            for (Symbol* symbol : scope.symbols.all())
                resolve(scope, *symbol);
        }
        for (Scope& scope : m_tree.scopes()) {
            if (scope.sees_class)
                capture(scope, *scope.parent->class_namespace);
        }
        for (Scope& scope : m_tree.scopes()) {
            if (scope.is_frame())
                lay_out(scope);
        }
        for (Scope& scope : m_tree.scopes())
            settle(scope);
    }

private:
    void fail(std::string message, Span span) {
        if (!m_tree.error)
            m_tree.error = SyntaxError{SyntaxError::Type::SyntaxError, std::move(message), span};
    }

    static bool owns(const Scope& scope, const Symbol& symbol) {
        return scope.is_function_like() && symbol.has(Symbol::BOUND) && !symbol.has(Symbol::GLOBAL | Symbol::NONLOCAL);
    }

    void resolve(Scope& scope, Symbol& symbol) {
        if (symbol.has(Symbol::NONLOCAL))
            return resolve_nonlocal(scope, symbol);
        if (symbol.has(Symbol::GLOBAL)) {
            symbol.home = Home::Global;
        } else if (owns(scope, symbol)) {
            symbol.home = Home::Local;
            symbol.origin = &symbol;
        } else if (scope.kind == ScopeKind::Module) {
            symbol.home = m_options.names_in_namespace ? Home::Namespace : Home::Global;
        } else if (scope.kind == ScopeKind::Class && symbol.has(Symbol::BOUND)) {
            symbol.home = Home::Namespace;
        } else if (Symbol* origin = find_outside(scope, symbol.name)) {
            attach(scope, symbol, *origin);
        } else {
            bool in_namespace = scope.kind == ScopeKind::Class ||
                                (scope.host->kind == ScopeKind::Module && m_options.names_in_namespace);
            symbol.home = in_namespace ? Home::Namespace : Home::Global;
        }
    }

    void resolve_nonlocal(Scope& scope, Symbol& symbol) {
        if (symbol.has(Symbol::GLOBAL))
            return fail("name '" + *symbol.name + "' is nonlocal and global", symbol.directive);
        Symbol* origin = find_outside(scope, symbol.name);
        if (!origin)
            return fail("no binding for nonlocal '" + *symbol.name + "' found", symbol.directive);
        attach(scope, symbol, *origin);
    }

    // The variable that `name` means where `scope` doesn't bind it; null for a global one.
    Symbol* find_outside(Scope& scope, Name name) {
        for (Scope* outer = scope.parent; outer; outer = outer->parent) {
            if (outer->kind == ScopeKind::Class) {
                if (name != m_dunder_class)
                    continue;
                if (!outer->class_cell) {
                    outer->class_cell = m_tree.make_symbol(*outer, name);
                    outer->class_cell->flags |= Symbol::CAPTURED;
                }
                return outer->class_cell;
            }
            if (outer->kind == ScopeKind::Module)
                return nullptr;
            Symbol* found = outer->symbols.find(name);
            if (!found || found->has(Symbol::NONLOCAL))
                continue;
            if (found->has(Symbol::GLOBAL))
                return nullptr;
            if (owns(*outer, *found))
                return found;
        }
        return nullptr;
    }

    void attach(Scope& scope, Symbol& symbol, Symbol& origin) {
        symbol.origin = &origin;
        origin.flags |= symbol.flags & (Symbol::DELETED | Symbol::WALRUS);
        if (scope.host == origin.scope->host) {
            symbol.home = Home::Local; // a comprehension's view of its host; settle() copies what that is
            return;
        }
        symbol.home = Home::Free;
        capture(scope, origin);
    }

    // Makes `origin` a cell, and a free variable of all frames from `scope`'s up to its own.
    void capture(Scope& scope, Symbol& origin) {
        origin.flags |= Symbol::CAPTURED;
        for (Scope* frame = scope.host; frame != origin.scope->host; frame = frame->parent->host) {
            if (frame->free_index(&origin) >= 0)
                return;
            frame->add_free(&origin);
        }
    }

    // --- Registers --------------------------------------------------------------------------------------------------

    void lay_out(Scope& frame) {
        frame.sort_frees();
        const auto& symbols = frame.symbols.all();
        add_locals(frame, symbols, [](const Symbol& s) { return s.has(Symbol::PARAMETER); });
        if (frame.class_cell)
            add_local(frame, *frame.class_cell);
        if (frame.class_namespace)
            add_local(frame, *frame.class_namespace);
        add_locals(frame, symbols,
                   [](const Symbol& s) { return !s.has(Symbol::PARAMETER) && s.has(Symbol::CAPTURED); });
        add_locals(frame, symbols,
                   [](const Symbol& s) { return !s.has(Symbol::PARAMETER) && !s.has(Symbol::CAPTURED); });
        ComprehensionLocals shared;
        for (Scope* comprehension : frame.comprehensions)
            lay_out_comprehension(frame, *comprehension, shared);
    }

    static uint32_t register_of(size_t index) {
        return vm::local_register(unsigned(index));
    }

    static void add_local(Scope& frame, Symbol& symbol) {
        symbol.home = symbol.has(Symbol::CAPTURED) ? Home::Cell : Home::Local;
        symbol.index = register_of(frame.locals.size());
        symbol.origin = &symbol;
        frame.locals.push_back(&symbol);
    }

    template <class F>
    static void add_locals(Scope& frame, const std::vector<Symbol*>& symbols, F&& is_wanted) {
        for (Symbol* symbol : symbols) {
            if (owns(frame, *symbol) && is_wanted(*symbol))
                add_local(frame, *symbol);
        }
    }

    // Of one frame: the numbers of its comprehensions' variables by their name, and the registers that belong to the
    // comprehensions around.
    struct ComprehensionLocals {
        std::unordered_map<Name, std::vector<size_t>> by_name;
        std::vector<uint32_t> active;
    };

    void lay_out_comprehension(Scope& frame, Scope& scope, ComprehensionLocals& shared) {
        size_t active_before = shared.active.size();
        for (Symbol* symbol : scope.symbols.all()) {
            if (!owns(scope, *symbol))
                continue;
            symbol->home = symbol->has(Symbol::CAPTURED) ? Home::Cell : Home::Local;
            symbol->index = comprehension_register(frame, *symbol, shared);
            shared.active.push_back(symbol->index);
        }
        for (Scope* inner : scope.comprehensions)
            lay_out_comprehension(frame, *inner, shared);
        shared.active.resize(active_before);
    }

    static uint32_t comprehension_register(Scope& frame, Symbol& symbol, ComprehensionLocals& shared) {
        std::vector<size_t>& candidates = shared.by_name[symbol.name];
        for (size_t i : candidates) {
            if (frame.locals[i]->home == symbol.home &&
                std::find(shared.active.begin(), shared.active.end(), register_of(i)) == shared.active.end())
                return register_of(i);
        }
        candidates.push_back(frame.locals.size());
        frame.locals.push_back(&symbol);
        return register_of(frame.locals.size() - 1);
    }

    void settle(Scope& scope) {
        for (Symbol* symbol : scope.symbols.all()) {
            if (symbol->home == Home::Free) {
                symbol->index = uint32_t(scope.host->free_index(symbol->origin));
            } else if (symbol->origin && symbol->origin != symbol) {
                symbol->home = symbol->origin->home;
                symbol->index = symbol->origin->index;
            }
        }
    }

    ScopeTree& m_tree;
    const ScopeOptions& m_options;
    Name m_dunder_class = nullptr;
};

const char* kind_name(ScopeKind kind) {
    constexpr const char* names[] = {"module",    "class",         "function",   "lambda",
                                     "generator", "comprehension", "annotations"};
    return names[unsigned(kind)];
}

std::string home_text(const Symbol& symbol) {
    switch (symbol.home) {
    case Home::Local:
        return "r" + std::to_string(symbol.index);
    case Home::Cell:
        return "cell r" + std::to_string(symbol.index);
    case Home::Free:
        return "free " + std::to_string(symbol.index);
    case Home::Global:
        return "global";
    case Home::Namespace:
        return "name";
    }
    return {};
}

} // namespace

void resolve_scopes(ScopeTree& tree, Arena& arena, const ScopeOptions& options) {
    Resolver(tree, options).run(arena.name("__class__"));
}

std::string dump_scopes(ScopeTree& tree) {
    std::string text;
    for (const Scope& scope : tree.scopes()) {
        text += kind_name(scope.kind);
        if (scope.name)
            text += " " + *scope.name;
        const char* separator = ": ";
        for (const Symbol* symbol : scope.symbols.all()) {
            text += separator + *symbol->name + " " + home_text(*symbol);
            separator = ", ";
        }
        text += "\n";
    }
    return text;
}

} // namespace ouro::lang
