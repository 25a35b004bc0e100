// SPDX-License-Identifier: MIT
//
// The code generator: one Codegen per function, class body or module walks its part of the tree once and fills an
// Emitter.
//
// Destination-driven: generate(expression, dst) leaves the value in register dst, and operand(expression) gives a
// register that holds it, which for a local variable is the variable's own. Instructions write their destination last,
// so the instruction that computes the final value of `x = ...` writes x's register directly; partial results never go
// there, because the expression may read x or raise.
//
//      registers of a frame: [ parameters | captured locals | locals | comprehension variables | temporaries ... ]
//
// Locals beyond the near registers (vm/model/code.hpp) are reached through a temporary; is_local() is false for them.
// Where near temporaries do not suffice, far ones help: a long unpacking or a big pattern leaves its items there, and
// an expression for which few registers are left has the temporaries in use put aside there (generate_spilled).
//
// Parts: codegen_name.cpp variables; codegen_expr.cpp expressions; codegen_call.cpp calls; codegen_display.cpp displays
// and f-strings; codegen_condition.cpp jumps on truth; codegen_fold.cpp constants; codegen_assign.cpp targets;
// codegen_stmt.cpp statements; codegen_loop.cpp loops; codegen_try.cpp, codegen_with.cpp handlers and the ways out of
// blocks; codegen_function.cpp, codegen_class.cpp, codegen_annotations.cpp definitions; codegen_comprehension.cpp;
// codegen_match.cpp.
#pragma once

#include "lang/ast.hpp"
#include "lang/constants.hpp"
#include "lang/diagnostics.hpp"
#include "lang/emitter.hpp"
#include "lang/scope.hpp"
#include "vm/values/str.hpp"
#include "vm/special.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

namespace ouro::lang {

// What all functions of one compilation share.
struct Compilation {
    Compilation(vm::VM& vm, Arena& arena, ScopeTree& scopes, vm::Str* filename)
        : vm(vm), arena(arena), scopes(scopes), literals(vm), filename(filename) {}

    vm::VM& vm;
    Arena& arena;
    ScopeTree& scopes;
    LiteralCache literals;
    vm::Str* filename; // interned
    vm::Str* text = nullptr; // for tracebacks, where it is to be kept; by the native stack so far
    bool is_interactive = false;
    bool is_expression = false;
    bool names_in_namespace = false;     // module level names live in a namespace that need not be globals
    bool has_future_annotations = false; // from __future__ import annotations
    bool has_long_jumps = false;         // of all its codes: see needs_long_jumps
    bool needs_long_jumps = false;       // failed, because some code is too long for the others
    uint8_t optimize_level = 0;          // 1: no assert statements, 2: nor docstrings
    std::optional<SyntaxError> error;    // the first one
    vm::Exception* raised = nullptr;     // a MemoryError or RecursionError met on the way; kept by the native stack
    uintptr_t stack_limit = 0;

    bool failed() const { return error || raised || needs_long_jumps; }
    void fail(std::string message, Span span) {
        if (!failed())
            error = SyntaxError{SyntaxError::Type::SyntaxError, std::move(message), span};
    }
};

// The special method of a binary operator.
vm::Special special_of(Operator op);

class Codegen {
public:
    Codegen(Compilation& compilation, Scope& scope, Codegen* outer, std::string_view name);

    // Of a pattern: its parts, the names that it binds, and the registers that captures take on the way.
    struct PatternSize {
        size_t nodes = 0, names = 0, registers = 0;
    };

    // The code of the whole module. Errors are left in the compilation.
    vm::Code* module(const Module& module);

private:
    // --- Blocks: what `return`, `break`, `continue` and exceptions have to undo on their way out ---
    struct Block {
        enum Kind : uint8_t {
            Loop,        // nothing to undo
            ClosingLoop, // EndFor, as only the loop holds its iterator
            Finally,     // run the finally body
            Handled,     // PopHandled; an `except ... as name` also unbinds the name
            With,        // call the __exit__ in `base`
        };
        Kind kind;
        Span span{};
        Reg base = 0;              // ClosingLoop: iteration registers; Handled: saved exception; With: method pair
        Label* on_break = nullptr; // of loops
        Label* on_continue = nullptr;
        const List<Stmt*>* finalbody = nullptr;
        Name name = nullptr;
        Region* region = nullptr; // the block's own handler, which doesn't cover the way out
        bool is_async = false;
    };
    static constexpr size_t MAX_BLOCKS = 21;

    // Makes a block the innermost one while it lives.
    class BlockScope {
    public:
        BlockScope(Codegen& codegen, Block block);
        ~BlockScope() { m_codegen.m_blocks.pop_back(); }
        BlockScope(const BlockScope&) = delete;
        BlockScope& operator=(const BlockScope&) = delete;

    private:
        Codegen& m_codegen;
    };

    void leave_blocks(size_t down_to);
    void leave_block(const Block& block);
    bool must_leave_blocks() const;
    // Emits `code` after the function's body, covered by the handlers that cover this place.
    void defer(std::function<void()> code);
    void emit_deferred();
    bool is_covered() const; // by a handler of this function

    // --- Names (codegen_name.cpp) ---
    Symbol& lookup(Name name);
    vm::Str* intern(Name name) { return m_compilation.literals.name(name); }
    vm::Str* intern(std::string_view text) { return intern(m_compilation.arena.name(text)); }
    vm::Str* intern_mangled(Name name);
    bool is_local(const Symbol& symbol) const { return symbol.home == Home::Local && !is_far(symbol.index); }
    static bool is_far(Reg reg) { return reg >= Emitter::REGISTER_LIMIT; }
    // The register of a plain local variable that is assigned to; nothing for other targets.
    std::optional<Reg> local_target(const Expr* target);
    void check_bound(const Symbol& symbol);
    Reg cell_of(const Symbol& symbol);
    void clear_local(const Symbol& symbol);
    Reg free_cell(unsigned index);
    void load_free(unsigned index, Reg dst);
    void load_class_free(const Symbol& symbol, Reg dst);
    void load(const NameExpr& node, Reg dst);
    void load_class_annotation_name(const Symbol& symbol, Reg dst);
    void store(Name name, Reg src);
    void remove(Name name);
    void unbind_handler_name(Name name);
    bool is_unshadowed_global(std::string_view name);

    // --- Expressions (codegen_expr.cpp) ---
    bool is_too_deep();
    bool is_temporary(Reg reg) const { return reg >= std::min(m_local_count, vm::NEAR_LOCALS); }
    void generate(const Expr* node, Reg dst);
    void generate_here(const Expr* node, Reg dst); // with the registers that are left
    bool must_spill(const Expr* node) const;
    void generate_spilled(const Expr* node, Reg dst);
    Reg operand(const Expr* node);
    // The operand stays what it is while `later` is evaluated, which may assign to a variable by `:=`.
    Reg operand_before(const Expr* node, const Expr* later);
    Reg operand_before(const Expr* node, bool may_change);
    void effect(const Expr* node);
    void load_constant(vm::Value value, Reg dst);
    std::optional<unsigned> constant_operand(const Expr* node);
    void generate_spine(const Expr* node, Reg dst);
    const Expr* push_spine(const Expr* node);
    Reg spine_base(const Expr* node, const Expr* next, Reg scratch);
    Reg spine_result(const Expr* step, size_t base, Reg scratch, Reg top, Reg dst);
    void spine_step(const Expr* step, Reg value, Reg dst);
    Reg super_base(const Attribute& attribute, size_t base, Reg scratch, Reg dst);
    void binary(const BinOp& node, Reg left, Reg dst);
    void binary(Operator op, bool in_place, Reg left, const Expr* right, Reg dst);
    void get_item(Reg object, const Expr* index, Reg dst);
    void slice(const Slice& node, Reg dst);
    Reg slice_bounds(const Slice& node);
    void unary(const UnaryOp& node, Reg dst);
    void bool_op(const BoolOp& node, Reg dst);
    void compare(const Compare& node, Reg dst);
    void compare(CompareOperator op, Reg left, Reg right, Reg dst);
    void conditional(const IfExp& node, Reg dst);
    void named(const NamedExpr& node, Reg dst);
    void name(const NameExpr& node, Reg dst);
    void await(const Await& node, Reg dst);
    void await(Reg awaitable, unsigned what, Reg dst);
    void yield(const Yield& node, Reg dst);
    void yield_from(const YieldFrom& node, Reg dst);
    void super_attribute(const Attribute& node, Reg dst);

    // --- Calls (codegen_call.cpp) ---
    bool is_zero_argument_super(const Expr* node);
    void load_super_arguments(Reg cls, Reg self);
    void load_first_parameter(Reg dst);
    void call(const Call& node, Reg window, Reg dst);
    void method_call(const Call& node, const Attribute& method, Reg object, Reg dst);
    void super_call(const Call& node, Reg dst);
    bool needs_unpacking_call(const Call& node) const;
    void plain_arguments(const Call& node, Reg first);
    void finish_call(const Call& node, bool is_method, Reg window, Reg dst, const Span& span);
    void unpacking_call(const Call& node, Reg window, Reg dst);
    void finish_unpacking_call(const List<Keyword*>& keywords, Reg window, Reg dst, const Span& span);
    vm::Value keyword_names(const List<Keyword*>& keywords);

    // --- Displays (codegen_display.cpp) ---
    void list(const List<Expr*>& elements, Reg dst);
    void tuple(const List<Expr*>& elements, Reg dst);
    void set(const Set& node, Reg dst);
    void dict(const Dict& node, Reg dst);
    void dict_items(const Dict& node, size_t first, Reg map);
    void extend_list(const List<Expr*>& elements, size_t first, Reg list);
    Reg consecutive(const List<Expr*>& elements, size_t first, size_t count);
    void joined(const JoinedStr& node, Reg dst);
    void join(const JoinedStr& node, size_t begin, size_t count, Reg dst);
    void formatted(const FormattedValue& node, Reg dst);

    // --- Constants (codegen_fold.cpp) ---
    // The value of a constant expression, or empty.
    vm::Value constant(const Expr* node);
    vm::Value literal(const Literal& literal, const Span& span);
    vm::Value fold_binary(Operator op, vm::Value left, vm::Value right);
    vm::Value fold_unary(UnaryOperator op, vm::Value operand);
    vm::Value fold_spine(const BinOp& node);
    vm::Value fold_tuple(const List<Expr*>& elements);
    vm::Value fold_slice(const Slice& node);
    vm::Value fold_container(const Expr* node);
    std::optional<bool> known_truth(const Expr* node);

    // --- Conditions (codegen_condition.cpp) ---
    // Jumps to `target` when the truth of `node` is `jump_if`; else goes on.
    void condition(const Expr* node, bool jump_if, Label& target);
    void condition_all(const List<Expr*>& values, bool is_and, bool jump_if, Label& target);
    void compare_condition(const Compare& node, bool jump_if, Label& target);
    void jump_on_comparison(CompareOperator op, Reg left, const Expr* right, bool jump_if, Label& target,
                            Reg* right_register);

    // --- Assignment (codegen_assign.cpp) ---
    void assign(const Expr* target, const Expr* value);
    void assign(const Expr* target, Reg src);
    void assign_sequence(const List<Expr*>& targets, Reg src, const Span& span);
    void unpack_far(Reg src, Reg first, size_t size, size_t star);
    void assign_far(const List<Expr*>& targets, size_t star, Reg src);
    bool assign_in_parallel(const Expr* target, const Expr* value);
    void move_in_parallel(std::vector<std::pair<Reg, Reg>>& moves);
    std::optional<Reg> consecutive_locals(const List<Expr*>& targets);
    void assignment(const Assign& node);
    void augmented(const AugAssign& node);
    void augmented_name(const AugAssign& node, const NameExpr& target);
    void annotated(const AnnAssign& node);
    void remove(const Expr* target);

    // --- Statements (codegen_stmt.cpp) ---
    void body(const List<Stmt*>& statements);
    void statement(const Stmt* node);
    void expression_statement(const ExprStmt& node);
    void return_statement(const Return& node);
    void if_statement(const If& node);
    void raise_statement(const Raise& node);
    void assert_statement(const Assert& node);
    void import_statement(const Import& node);
    void import_from(const ImportFrom& node);
    void delete_statement(const Delete& node);

    // --- Loops (codegen_loop.cpp) ---
    // Enters a `for` over `source`; `next` is placed by end_for. The registers live in the caller's RegisterScope.
    struct ForLoop {
        Reg base = 0;
        Reg exception = 0;
        bool closes = false; // a generator that the loop alone holds, when it is left early
        Span iterable_span;
        const Expr* target = nullptr;
        Label top, next;
        Region* region = nullptr;
        BoundSet entry;
    };
    void begin_for(ForLoop& loop, const Expr* iterable, std::optional<Reg> source);
    void begin_for_body(ForLoop& loop);
    void end_for(ForLoop& loop);
    void close_on_exception(Region& region, Reg base, Span span);
    struct AsyncLoop {
        Reg iterator = 0;
        Reg exception = 0;
        Span iterable_span;
        const Expr* target = nullptr;
        Label top, end;
        Region* region = nullptr;
    };
    void begin_async_for(AsyncLoop& loop);
    void end_async_for(AsyncLoop& loop);
    void for_statement(const For& node);
    void async_for_statement(const For& node);
    void while_statement(const While& node);
    void break_statement(const Stmt& node);
    void continue_statement(const Stmt& node);
    void forget_deleted() { m_emit.bound().remove(m_deleted); }

    // --- try, with (codegen_try.cpp, codegen_with.cpp) ---
    BoundSet bound_in_region();
    void try_statement(const Try& node);
    void try_finally(const Try& node);
    void try_except(const Try& node);
    void except_clauses(const Try& node, Reg exception, Label& end);
    void except_body(const ExceptHandler& handler, Reg saved, Label& end);
    void restore_handled_on_exception(Region& region, Reg saved, Name name, Span span);
    void try_except_star(const Try& node);
    void except_star_clause(const ExceptHandler& handler, Reg rest, Reg raised);
    void enter_context(const With& node, const Expr* manager, Reg exit, Reg enter);
    void with_statement(const With& node, size_t index);
    void with_exit_handler(const With& node, const Span& span, Reg exit, Region& region);
    void call_exit(Reg exit, bool is_async, Reg dst);

    // --- Functions and classes (codegen.cpp, codegen_function.cpp, codegen_class.cpp, codegen_annotations.cpp) ---
    void begin_frame(const Span& span);
    void move_far_parameters();
    void make_cell(const Symbol& symbol);
    vm::Code* finish(const Span& span);
    void fill_parts(const Span& span);
    std::string qualname(std::string_view name) const;
    std::optional<std::string> docstring(const List<Stmt*>& body);
    void store_docstring(const std::string& text, const Span& span);

    void function_definition(const FunctionDef& node);
    void lambda(const Lambda& node, Reg dst);
    void make_function(const Arguments* arguments, const Expr* returns, Scope& scope,
                       const std::function<vm::Code*()>& make_code, const Span& span, Reg dst);
    bool keyword_default_values(const Arguments& arguments, Reg dst);
    void closure_tuple(const Scope& scope, Reg dst);
    void load_cell_itself(const Symbol& origin, Reg dst);
    Reg begin_decorators(const List<Expr*>& decorators);
    Reg apply_decorators(const List<Expr*>& decorators, Reg first, Reg object);
    void count_parameters(const Arguments& arguments);
    vm::Code* function_code(const FunctionDef& node);
    vm::Code* lambda_code(const Lambda& node);

    void class_definition(const ClassDef& node);
    void class_arguments(const ClassDef& node, Reg window, Reg dst);
    vm::Code* class_code(const ClassDef& node);
    void class_prologue(const ClassDef& node, const Span& span);
    void class_epilogue(const Span& span);
    void note_static_attribute(const Attribute& node);

    vm::Code* annotate_code(Scope& scope, const Span& span, const std::function<void(Codegen&, Reg)>& items);
    vm::Code* parameters_annotate_code(const Arguments& arguments, const Expr* returns, Scope& scope, const Span& span);
    void annotation_item(Name name, const Expr* annotation, Reg map);
    void store_annotate(const Span& span);

    // --- Comprehensions (codegen_comprehension.cpp) ---
    void comprehension(const Expr& node, const List<Comprehension*>& generators, Reg dst);
    void generator_expression(const GeneratorExp& node, Reg dst);
    vm::Code* generator_code(const GeneratorExp& node);
    void comprehension_loop(const Expr& node, const List<Comprehension*>& generators, size_t index, ForLoop& loop,
                            Reg result);
    Reg async_iterator(const Expr* iterable);
    void async_comprehension_loop(const Expr& node, const List<Comprehension*>& generators, size_t index, Reg iterator,
                                  bool closes, Reg result);
    void comprehension_body(const Expr& node, const List<Comprehension*>& generators, size_t index, Label& next,
                            Reg result);
    void comprehension_element(const Expr& node, Reg result);
    void begin_comprehension_variables(Scope& scope);
    void end_comprehension_variables(Scope& scope);

    // --- match (codegen_match.cpp) ---
    // What a pattern has captured. In a big pattern (`is_far`) the values are in far registers, allocated beforehand
    // from `next_far` on, and no sub-pattern keeps registers for itself.
    struct Captures {
        std::vector<std::pair<Name, Reg>> names;
        bool is_far = false;
        Reg next_far = 0;
        Reg* find(Name name);
    };
    PatternSize measure(const Pattern* node);
    PatternSize measure(const MatchOr& node);
    PatternSize measure(const List<Pattern*>& patterns);
    Reg load_far(Reg far);
    void begin_captures(const Pattern* node, Captures& captures);
    void sub_patterns(const List<Pattern*>& patterns, Reg first, size_t offset, Captures& captures, Label& fail);
    Reg unpack_for_pattern(Reg source, size_t size, size_t star, const Captures& captures);
    void match_statement(const Match& node);
    void pattern(const Pattern* node, Reg subject, Captures& captures, Label& fail);
    void sequence_pattern(const MatchSequence& node, Reg subject, Captures& captures, Label& fail);
    void sequence_items(const MatchSequence& node, Reg subject, size_t star, Captures& captures, Label& fail);
    void indexed_items(const MatchSequence& node, Reg subject, size_t star, Captures& captures, Label& fail);
    void mapping_pattern(const MatchMapping& node, Reg subject, Captures& captures, Label& fail);
    void class_pattern(const MatchClass& node, Reg subject, Captures& captures, Label& fail);
    void or_pattern(const MatchOr& node, Reg subject, Captures& captures, Label& fail);
    void capture(Name name, Reg subject, Captures& captures);

    void fail(std::string message, Span span) { m_compilation.fail(std::move(message), span); }
    vm::VM& vm() { return m_compilation.vm; }

    Compilation& m_compilation;
    Scope& m_frame; // whose frame this code runs in
    Scope* m_scope; // the frame's, or that of an inlined comprehension
    Codegen* m_outer;
    unsigned m_local_count;
    Emitter m_emit;
    vm::CodeParts m_parts;
    std::string m_qualname;
    std::vector<Block> m_blocks;
    std::vector<std::function<void()>> m_deferred;
    std::vector<const Expr*> m_spine;      // nodes of the spines being walked
    BoundSet m_deleted;                    // locals that are deleted somewhere
    bool m_has_walrus = false;             // some local is assigned by `:=`
    std::vector<Name> m_static_attributes; // of a class, each once
    std::unordered_set<Name> m_static_attribute_set;
};

} // namespace ouro::lang
