// SPDX-License-Identifier: MIT
//
// Expressions back to text. Parentheses go by the precedences of the grammar (Language Reference 6.17): a node that
// binds less tightly than its place asks for gets them.
#include "lang/unparse.hpp"

#include "vm/values/bytes.hpp"
#include "vm/values/float.hpp"
#include "vm/values/str.hpp"

namespace ouro::lang {

namespace {

enum Precedence {
    TUPLE,
    TEST,
    OR,
    AND,
    NOT,
    COMPARISON,
    EXPRESSION,
    XOR,
    BIT_AND,
    SHIFT,
    ARITHMETIC,
    TERM,
    FACTOR,
    POWER,
    AWAIT,
    ATOM
};

struct BinaryForm {
    const char* text;
    Precedence precedence;
};

constexpr BinaryForm BINARY_FORMS[] = {
    {" + ", ARITHMETIC}, {" - ", ARITHMETIC}, {" * ", TERM},   {" @ ", TERM},   {" / ", TERM},
    {" % ", TERM},       {" ** ", POWER},     {" << ", SHIFT}, {" >> ", SHIFT}, {" | ", EXPRESSION},
    {" ^ ", XOR},        {" & ", BIT_AND},    {" // ", TERM},
};
constexpr const char* COMPARISONS[] = {" == ", " != ", " < ",      " <= ", " > ",
                                       " >= ", " is ", " is not ", " in ", " not in "};

class Unparser {
public:
    std::string text;

    void write(const Expr* node, Precedence place) {
        switch (node->kind) {
        case ExprKind::BoolOp:
            return bool_op(*as<BoolOp>(node), place);
        case ExprKind::NamedExpr:
            return named(*as<NamedExpr>(node), place);
        case ExprKind::BinOp:
            return binary(*as<BinOp>(node), place);
        case ExprKind::UnaryOp:
            return unary(*as<UnaryOp>(node), place);
        case ExprKind::Lambda:
            return lambda(*as<Lambda>(node), place);
        case ExprKind::IfExp:
            return conditional(*as<IfExp>(node), place);
        case ExprKind::Dict:
            return dict(*as<Dict>(node));
        case ExprKind::Set:
            return enclosed_items('{', as<Set>(node)->elements, '}');
        case ExprKind::ListComp:
        case ExprKind::SetComp:
        case ExprKind::DictComp:
        case ExprKind::GeneratorExp:
            return any_comprehension(node);
        case ExprKind::Await:
        case ExprKind::Yield:
        case ExprKind::YieldFrom:
            return suspension(node, place);
        case ExprKind::Compare:
            return compare(*as<Compare>(node), place);
        case ExprKind::Call:
            return call(*as<Call>(node));
        case ExprKind::JoinedStr:
            return joined(*as<JoinedStr>(node));
        case ExprKind::Constant:
            return constant(as<Constant>(node)->value);
        case ExprKind::Attribute:
            return attribute(*as<Attribute>(node));
        case ExprKind::Subscript:
            return subscript(*as<Subscript>(node));
        case ExprKind::Starred:
            text += '*';
            return write(as<Starred>(node)->value, EXPRESSION);
        case ExprKind::NameExpr:
            text += *as<NameExpr>(node)->id;
            return;
        case ExprKind::ListExpr:
            return enclosed_items('[', as<ListExpr>(node)->elements, ']');
        case ExprKind::TupleExpr:
            return tuple(*as<TupleExpr>(node), place);
        case ExprKind::Slice:
            return slice(*as<Slice>(node));
        case ExprKind::FormattedValue:
        case ExprKind::TemplateStr:
        case ExprKind::Interpolation: // inside strings, or refused
            return;
        }
    }

private:
    template <class F>
    void enclosed(bool with_parentheses, F&& inside) {
        if (with_parentheses)
            text += '(';
        inside();
        if (with_parentheses)
            text += ')';
    }

    void enclosed_items(char open, const List<Expr*>& elements, char close) {
        text += open;
        items(elements);
        text += close;
    }

    void named(const NamedExpr& node, Precedence place) {
        enclosed(place > TUPLE, [&] {
            write(node.target, ATOM);
            text += " := ";
            write(node.value, ATOM);
        });
    }

    void conditional(const IfExp& node, Precedence place) {
        enclosed(place > TEST, [&] {
            write(node.body, OR);
            text += " if ";
            write(node.test, OR);
            text += " else ";
            write(node.orelse, TEST);
        });
    }

    void any_comprehension(const Expr* node) {
        if (auto* list = as<ListComp>(node))
            comprehension('[', list->element, nullptr, list->generators, ']');
        else if (auto* set = as<SetComp>(node))
            comprehension('{', set->element, nullptr, set->generators, '}');
        else if (auto* dict = as<DictComp>(node))
            comprehension('{', dict->key, dict->value, dict->generators, '}');
        else if (auto* generator = as<GeneratorExp>(node))
            comprehension('(', generator->element, nullptr, generator->generators, ')');
    }

    // await, yield, yield from
    void suspension(const Expr* node, Precedence place) {
        if (auto* await = as<Await>(node)) {
            return enclosed(place > AWAIT, [&] {
                text += "await ";
                write(await->value, ATOM);
            });
        }
        auto* delegation = as<YieldFrom>(node);
        text += delegation ? "(yield from " : "(yield";
        if (delegation) {
            write(delegation->value, TEST);
        } else if (const Expr* value = as<Yield>(node)->value) {
            text += ' ';
            write(value, TUPLE);
        }
        text += ')';
    }

    void subscript(const Subscript& node) {
        write(node.value, ATOM);
        text += '[';
        write(node.index, TUPLE);
        text += ']';
    }

    void items(const List<Expr*>& elements) {
        for (size_t i = 0; i < elements.size(); i++) {
            if (i > 0)
                text += ", ";
            write(elements[i], TEST);
        }
    }

    void tuple(const TupleExpr& node, Precedence place) {
        if (node.elements.empty()) {
            text += "()";
            return;
        }
        enclosed(place > TUPLE, [&] {
            items(node.elements);
            if (node.elements.size() == 1)
                text += ',';
        });
    }

    void bool_op(const BoolOp& node, Precedence place) {
        bool is_and = node.op == BoolOperator::And;
        Precedence own = is_and ? AND : OR;
        enclosed(place > own, [&] {
            for (size_t i = 0; i < node.values.size(); i++) {
                if (i > 0)
                    text += is_and ? " and " : " or ";
                write(node.values[i], Precedence(own + 1));
            }
        });
    }

    void binary(const BinOp& node, Precedence place) {
        const BinaryForm& form = BINARY_FORMS[unsigned(node.op)];
        bool is_power = node.op == Operator::Pow;
        enclosed(place > form.precedence, [&] {
            write(node.left, Precedence(form.precedence + is_power));
            text += form.text;
            write(node.right, Precedence(form.precedence + !is_power));
        });
    }

    void unary(const UnaryOp& node, Precedence place) {
        static constexpr const char* forms[] = {"~", "not ", "+", "-"};
        Precedence own = node.op == UnaryOperator::Not ? NOT : FACTOR;
        enclosed(place > own, [&] {
            text += forms[unsigned(node.op)];
            write(node.operand, own);
        });
    }

    void compare(const Compare& node, Precedence place) {
        enclosed(place > COMPARISON, [&] {
            write(node.left, EXPRESSION);
            for (size_t i = 0; i < node.ops.size(); i++) {
                text += COMPARISONS[unsigned(node.ops[i])];
                write(node.comparators[i], EXPRESSION);
            }
        });
    }

    void dict(const Dict& node) {
        text += '{';
        for (size_t i = 0; i < node.values.size(); i++) {
            if (i > 0)
                text += ", ";
            if (node.keys[i]) {
                write(node.keys[i], TEST);
                text += ": ";
                write(node.values[i], TEST);
            } else {
                text += "**";
                write(node.values[i], EXPRESSION);
            }
        }
        text += '}';
    }

    void comprehension(char open, const Expr* element, const Expr* value, const List<Comprehension*>& generators,
                       char close) {
        text += open;
        write(element, TEST);
        if (value) {
            text += ": ";
            write(value, TEST);
        }
        for (const Comprehension* generator : generators) {
            text += generator->is_async ? " async for " : " for ";
            write(generator->target, TUPLE);
            text += " in ";
            write(generator->iter, OR);
            for (const Expr* test : generator->conditions) {
                text += " if ";
                write(test, OR);
            }
        }
        text += close;
    }

    void call(const Call& node) {
        write(node.func, ATOM);
        auto* generator = node.args.size() == 1 && node.keywords.empty() ? as<GeneratorExp>(node.args[0]) : nullptr;
        if (generator)
            return write(generator, ATOM);
        text += '(';
        items(node.args);
        const char* separator = node.args.empty() ? "" : ", ";
        for (const Keyword* keyword : node.keywords) {
            text += separator;
            separator = ", ";
            text += keyword->arg ? *keyword->arg + "=" : "**";
            write(keyword->value, TEST);
        }
        text += ')';
    }

    void attribute(const Attribute& node) {
        write(node.value, ATOM);
        auto* number = as<Constant>(node.value);
        text += number && number->value.kind == Literal::Kind::Int ? " ." : ".";
        text += *node.attr;
    }

    void slice(const Slice& node) {
        if (node.lower)
            write(node.lower, TEST);
        text += ':';
        if (node.upper)
            write(node.upper, TEST);
        if (node.step) {
            text += ':';
            write(node.step, TEST);
        }
    }

    void lambda(const Lambda& node, Precedence place) {
        enclosed(place > TEST, [&] {
            const Arguments& arguments = *node.arguments;
            size_t start = text.size();
            text += "lambda ";
            parameters(arguments);
            if (text.size() == start + 7)
                text.pop_back();
            text += ": ";
            write(node.body, TEST);
        });
    }

    void parameters(const Arguments& arguments) {
        const char* separator = "";
        size_t positional = arguments.posonlyargs.size() + arguments.args.size();
        auto add = [&](const char* star, const Arg* arg, const Expr* value) {
            text += separator;
            separator = ", ";
            text += star;
            if (arg)
                text += *arg->name;
            if (value) {
                text += '=';
                write(value, TEST);
            }
        };
        for (size_t i = 0; i < positional; i++) {
            bool is_positional_only = i < arguments.posonlyargs.size();
            const Arg* arg =
                is_positional_only ? arguments.posonlyargs[i] : arguments.args[i - arguments.posonlyargs.size()];
            size_t required = positional - arguments.defaults.size();
            add("", arg, i >= required ? arguments.defaults[i - required] : nullptr);
            if (is_positional_only && i + 1 == arguments.posonlyargs.size())
                add("/", nullptr, nullptr);
        }
        if (arguments.vararg || !arguments.kwonlyargs.empty())
            add("*", arguments.vararg, nullptr);
        for (size_t i = 0; i < arguments.kwonlyargs.size(); i++)
            add("", arguments.kwonlyargs[i], arguments.kw_defaults[i]);
        if (arguments.kwarg)
            add("**", arguments.kwarg, nullptr);
    }

    void constant(const Literal& literal) {
        switch (literal.kind) {
        case Literal::Kind::None:
            text += "None";
            return;
        case Literal::Kind::True:
            text += "True";
            return;
        case Literal::Kind::False:
            text += "False";
            return;
        case Literal::Kind::Ellipsis:
            text += "...";
            return;
        case Literal::Kind::Int:
            text += *literal.text;
            return;
        case Literal::Kind::Float:
        case Literal::Kind::Imaginary:
            text += vm::float_repr(literal.number);
            return;
        case Literal::Kind::Str:
            text += vm::str_repr(*literal.text);
            return;
        case Literal::Kind::Bytes:
            text += vm::bytes_repr(*literal.text);
            return;
        }
    }

    // The text of an f-string is made first, then quoted as a whole.
    void joined(const JoinedStr& node) {
        text += 'f';
        text += vm::str_repr(joined_content(node));
    }

    static std::string joined_content(const JoinedStr& node) {
        std::string content;
        for (const Expr* part : node.values) {
            if (auto* constant = as<Constant>(part)) {
                for (char c : *constant->value.text)
                    content += c == '{' || c == '}' ? std::string(2, c) : std::string(1, c);
            } else if (auto* field = as<FormattedValue>(part)) {
                Unparser inner;
                inner.write(field->value, Precedence(TEST + 1));
                content += inner.text.starts_with('{') ? "{ " : "{";
                content += inner.text;
                if (field->conversion >= 0)
                    content += std::string("!") + char(field->conversion);
                if (field->format_spec)
                    content += ":" + joined_content(*field->format_spec);
                content += '}';
            }
        }
        return content;
    }
};

} // namespace

std::string unparse(const Expr& expression) {
    Unparser unparser;
    unparser.write(&expression, TEST);
    return std::move(unparser.text);
}

} // namespace ouro::lang
