// SPDX-License-Identifier: MIT
//
// Prints AST nodes from the table in ast.def. Nodes wait on a stack of our own, not the native one, because left
// operands and `elif` chains may be nested without limit.
#include "lang/ast_dump.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <iterator>

namespace ouro::lang {

namespace {

constexpr uint32_t MAX_INDENT = 40;

const char* enum_name(Operator op) {
    static constexpr const char* NAMES[] = {"Add",    "Sub",    "Mult",  "MatMult", "Div",    "Mod",     "Pow",
                                            "LShift", "RShift", "BitOr", "BitXor",  "BitAnd", "FloorDiv"};
    return NAMES[static_cast<size_t>(op)];
}

const char* enum_name(BoolOperator op) { return op == BoolOperator::And ? "And" : "Or"; }

const char* enum_name(UnaryOperator op) {
    static constexpr const char* NAMES[] = {"Invert", "Not", "UAdd", "USub"};
    return NAMES[static_cast<size_t>(op)];
}

const char* enum_name(CompareOperator op) {
    static constexpr const char* NAMES[] = {"Eq", "NotEq", "Lt", "LtE", "Gt", "GtE", "Is", "IsNot", "In", "NotIn"};
    return NAMES[static_cast<size_t>(op)];
}

const char* enum_name(Context context) {
    static constexpr const char* NAMES[] = {"Load", "Store", "Del"};
    return NAMES[static_cast<size_t>(context)];
}

const char* enum_name(TypeParamKind kind) {
    static constexpr const char* NAMES[] = {"TypeVar", "ParamSpec", "TypeVarTuple"};
    return NAMES[static_cast<size_t>(kind)];
}

// Text is printed as it is; bytes beyond ASCII are escaped.
void append_quoted(std::string& out, const std::string& text, bool is_bytes) {
    out += is_bytes ? "b'" : "'";
    for (char c : text) {
        auto byte = static_cast<unsigned char>(c);
        if (c == '\n')
            out += "\\n";
        else if (c == '\'' || c == '\\')
            (out += '\\') += c;
        else if (byte < 0x20 || byte == 0x7f || (is_bytes && byte > 0x7f))
            fmt::format_to(std::back_inserter(out), "\\x{:02x}", byte);
        else
            out += c;
    }
    out += '\'';
}

void append_literal(std::string& out, const Literal& value) {
    switch (value.kind) {
    case Literal::Kind::None:
        out += "None";
        break;
    case Literal::Kind::True:
        out += "True";
        break;
    case Literal::Kind::False:
        out += "False";
        break;
    case Literal::Kind::Ellipsis:
        out += "...";
        break;
    case Literal::Kind::Int:
        out += *value.text;
        break;
    case Literal::Kind::Float:
        out += fmt::format("{:#}", value.number);
        break;
    case Literal::Kind::Imaginary:
        out += fmt::format("{:#}j", value.number);
        break;
    case Literal::Kind::Str:
        append_quoted(out, *value.text, false);
        break;
    case Literal::Kind::Bytes:
        append_quoted(out, *value.text, true);
        break;
    }
}

class Dumper {
public:
    explicit Dumper(DumpPositions positions) : m_positions(positions == DumpPositions::Yes) {}

    std::string dump(const Module& module);

    // Called once for each field of the node at hand: attributes are printed, children put on the stack.
    void field(const char* name, Name value) {
        if (!value)
            return;
        attribute(name);
        append_quoted(m_out, *value, false);
    }
    void field(const char* name, bool value) {
        if (value)
            (m_out += ' ') += name;
    }
    void field(const char* name, uint32_t value) {
        if (value != 0)
            attribute(name) += std::to_string(value);
    }
    void field(const char* name, int conversion) {
        if (conversion != -1)
            attribute(name) += static_cast<char>(conversion);
    }
    void field(const char* name, const Literal& value) {
        attribute(name);
        append_literal(m_out, value);
    }
    template <class T>
        requires std::is_enum_v<T>
    void field(const char* name, T value) {
        attribute(name) += enum_name(value);
    }
    void field(const char* name, List<CompareOperator> ops) {
        for (CompareOperator op : ops)
            field(name, op);
    }
    void field(const char* name, List<Name> names) {
        for (Name item : names)
            field(name, item);
    }
    template <class T>
    void field(const char* name, List<T*> items) {
        for (const T* item : items)
            child(name, item);
    }
    template <class T>
    void field(const char* name, T* item) {
        if (item)
            child(name, item);
    }

private:
    struct Item {
        const char* field;
        const void* node; // null: an absent element of a list
        void (*describe)(Dumper&, const void*);
        uint32_t depth;
    };

    std::string& attribute(const char* name) { return ((m_out += ' ') += name) += '='; }

    template <class T>
    void child(const char* name, const T* node);
    void line(const Item& item);

    const bool m_positions;
    uint32_t m_depth = 0;
    std::vector<Item> m_stack;
    std::string m_out;
};

#define F(type, name) dumper.field(#name, node.name);
#define STMT(name, fields)                                                                                             \
    void describe_fields([[maybe_unused]] Dumper& dumper, [[maybe_unused]] const name& node) { fields }
#define EXPR(name, fields) STMT(name, fields)
#define PATTERN(name, fields) STMT(name, fields)
#define HELPER(name, fields) STMT(name, fields)
#include "lang/ast.def"
#undef F

template <class Kind>
const char* node_name(Kind kind);
template <>
const char* node_name(StmtKind kind) {
    static constexpr const char* NAMES[] = {
#define STMT(name, fields) #name,
#include "lang/ast.def"
    };
    return NAMES[static_cast<size_t>(kind)];
}
template <>
const char* node_name(ExprKind kind) {
    static constexpr const char* NAMES[] = {
#define EXPR(name, fields) #name,
#include "lang/ast.def"
    };
    return NAMES[static_cast<size_t>(kind)];
}
template <>
const char* node_name(PatternKind kind) {
    static constexpr const char* NAMES[] = {
#define PATTERN(name, fields) #name,
#include "lang/ast.def"
    };
    return NAMES[static_cast<size_t>(kind)];
}

#define HELPER(name, fields)                                                                                           \
    constexpr const char* helper_name(const name*) { return #name; }
#include "lang/ast.def"

template <class T>
const char* name_of(const T* node) {
    if constexpr (std::is_base_of_v<Stmt, T> || std::is_base_of_v<Expr, T> || std::is_base_of_v<Pattern, T>)
        return node_name(node->kind);
    else
        return helper_name(node);
}

void describe_node(Dumper& dumper, const Stmt& node) {
    switch (node.kind) {
#define STMT(name, fields)                                                                                             \
    case StmtKind::name:                                                                                               \
        return describe_fields(dumper, static_cast<const name&>(node));
#include "lang/ast.def"
    }
}
void describe_node(Dumper& dumper, const Expr& node) {
    switch (node.kind) {
#define EXPR(name, fields)                                                                                             \
    case ExprKind::name:                                                                                               \
        return describe_fields(dumper, static_cast<const name&>(node));
#include "lang/ast.def"
    }
}
void describe_node(Dumper& dumper, const Pattern& node) {
    switch (node.kind) {
#define PATTERN(name, fields)                                                                                          \
    case PatternKind::name:                                                                                            \
        return describe_fields(dumper, static_cast<const name&>(node));
#include "lang/ast.def"
    }
}
#define HELPER(name, fields)                                                                                           \
    void describe_node(Dumper& dumper, const name& node) { describe_fields(dumper, node); }
#include "lang/ast.def"

template <class T>
void Dumper::child(const char* name, const T* node) {
    m_stack.push_back({name, node,
                       [](Dumper& dumper, const void* erased) {
                           auto& typed = *static_cast<const T*>(erased);
                           dumper.m_out += name_of(&typed);
                           describe_node(dumper, typed);
                           if (!dumper.m_positions)
                               return;
                           auto [begin, end] = typed.span;
                           fmt::format_to(std::back_inserter(dumper.m_out), " @{}:{}-{}:{}", begin.line, begin.column,
                                          end.line, end.column);
                       },
                       m_depth + 1});
}

void Dumper::line(const Item& item) {
    m_depth = item.depth;
    m_out.append(2 * std::min(m_depth, MAX_INDENT), ' ');
    if (m_depth > MAX_INDENT)
        m_out += fmt::format("({}) ", m_depth);
    if (item.depth > 0)
        (m_out += item.field) += ": ";
    if (item.node)
        item.describe(*this, item.node);
    else
        m_out += "None";
    m_out += '\n';
}

std::string Dumper::dump(const Module& module) {
    m_depth = UINT32_MAX; // the statements of the module are at depth 0
    field("body", module.body);
    std::reverse(m_stack.begin(), m_stack.end());
    while (!m_stack.empty()) {
        Item item = m_stack.back();
        m_stack.pop_back();
        auto first_child = static_cast<std::ptrdiff_t>(m_stack.size());
        line(item);
        std::reverse(m_stack.begin() + first_child, m_stack.end());
    }
    return std::move(m_out);
}

} // namespace

std::string dump_ast(const Module& module, DumpPositions positions) { return Dumper(positions).dump(module); }

} // namespace ouro::lang
