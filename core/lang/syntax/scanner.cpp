#include "lang/syntax/scanner.h"

#include "lang/syntax/unicode.h"

#include <array>

namespace unwind::syntax {
namespace {

constexpr std::array<std::string_view, 46> kTokText = {
    "EOF", "name", "literal", "op", "op=", "opop", "=", ":=", "<-", "*",
    "(", "[", "{", ")", "]", "}", ",", ";", ":", ".", "...",
    "break", "case", "chan", "const", "continue", "default", "defer", "else", "fallthrough", "for", "func", "go",
    "goto", "if", "import", "interface", "map", "package", "range", "return", "select", "struct", "switch", "type",
    "var",
};
static_assert(kTokText.size() == static_cast<size_t>(Tok::Var) + 1);

bool isLetter(int32_t c)
{
    return ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || c == '_';
}

bool isDecimal(int32_t c)
{
    return c >= '0' && c <= '9';
}

/// Keywords by a small open hash table, filled once.
class Keywords {
public:
    Keywords()
    {
        for (auto tok = static_cast<size_t>(Tok::Break); tok <= static_cast<size_t>(Tok::Var); ++tok) {
            size_t slot = hash(kTokText[tok]);
            while (m_slots[slot] != Tok::Eof)
                slot = (slot + 1) % m_slots.size();
            m_slots[slot] = static_cast<Tok>(tok);
        }
    }

    /// Tok::Name if word is none.
    Tok find(std::string_view word) const
    {
        if (word.size() < 2 || word.size() > 11)
            return Tok::Name;
        for (size_t slot = hash(word); m_slots[slot] != Tok::Eof; slot = (slot + 1) % m_slots.size()) {
            if (kTokText[static_cast<size_t>(m_slots[slot])] == word)
                return m_slots[slot];
        }
        return Tok::Name;
    }

private:
    static size_t hash(std::string_view word)
    {
        return (static_cast<unsigned char>(word[0]) * 7u + static_cast<unsigned char>(word[1]) * 31u + word.size()) % 256;
    }
    std::array<Tok, 256> m_slots{};
};

const Keywords kKeywords;

constexpr int32_t kByteOrderMark = 0xFEFF;

} // namespace

std::string_view tokText(Tok tok)
{
    return kTokText[static_cast<size_t>(tok)];
}

std::string tokName(Tok tok)
{
    if (tok == Tok::Comma)
        return "comma";
    if (tok == Tok::Semi)
        return "semicolon or newline";
    const std::string text(tokText(tok));
    return tok >= Tok::Break ? "keyword " + text : text;
}

Scanner::Scanner(std::string_view text, Report report, OnPragma onPragma)
    : m_report(std::move(report))
    , m_onPragma(std::move(onPragma))
    , m_begin(text.data())
    , m_end(text.data() + text.size())
    , m_lineStart(text.data())
    , m_start(text.data())
    , m_at(text.data())
    , m_next(text.data())
{
}

void Scanner::stop()
{
    m_at = m_next = m_end;
    m_char = -1;
    m_endsStatement = false;
}

void Scanner::error(const std::string& message)
{
    m_report(m_line, columnOf(m_at), message);
}

void Scanner::errorInToken(uint32_t offset, const std::string& message)
{
    m_report(line, column + offset, message);
}

void Scanner::nextChar()
{
    if (m_char == '\n') {
        ++m_line;
        m_lineStart = m_next;
    }
    m_at = m_next;
    const char c = *m_next;
    if (c > 0) {
        m_char = c;
        ++m_next;
        return;
    }
    nextCharSlow();
}

/// Bytes that may not be in a source file are reported and skipped as if they were not there. A report may stop the
/// scanner, so m_next is moved first.
void Scanner::nextCharSlow()
{
    for (;; m_at = m_next) {
        if (m_next == m_end) {
            m_char = -1;
            return;
        }
        if (*m_next == 0) {
            ++m_next;
            error("invalid NUL character");
            continue;
        }
        const Decoded decoded = decodeUtf8(m_next, m_end);
        m_next += decoded.size;
        m_char = static_cast<int32_t>(decoded.rune);
        if (m_char == 0xFFFD && decoded.size == 1) {
            error("invalid UTF-8 encoding");
            continue;
        }
        if (m_char != kByteOrderMark)
            return;
        if (m_at != m_begin)
            error("invalid BOM in the middle of the file");
    }
}

void Scanner::next()
{
    const bool newlineCounts = m_endsStatement;
    m_endsStatement = false;
    for (;;) {
        while (m_char == ' ' || m_char == '\t' || m_char == '\r' || (m_char == '\n' && !newlineCounts))
            nextChar();
        line = m_line;
        column = columnOf(m_at);
        m_start = m_at;
        if (isLetter(m_char) || (m_char >= 0x80 && atIdentChar(true))) {
            nextChar();
            identifier();
            return;
        }
        if (m_char == '/') {
            if (slash(newlineCounts))
                return;
            continue;
        }
        if (m_char == '\n')
            return semicolon("newline");
        if (m_char == -1) {
            tok = Tok::Eof;
            if (newlineCounts)
                semicolon("EOF");
            return;
        }
        tok = Tok::Eof;
        punctuation();
        if (tok != Tok::Eof)
            return;
        error("invalid character " + describeRune(static_cast<char32_t>(m_char)));
        nextChar();
    }
}

void Scanner::semicolon(std::string_view what)
{
    if (m_char != -1)
        nextChar();
    lit = what;
    tok = Tok::Semi;
}

void Scanner::simple(Tok theTok, bool endsStatement)
{
    nextChar();
    tok = theTok;
    m_endsStatement = endsStatement;
}

void Scanner::operatorToken(Op theOp, int thePrec)
{
    nextChar();
    op = theOp;
    prec = thePrec;
    tok = Tok::Operator;
}

/// The operator just read may be followed by "=".
void Scanner::assignable(Op theOp, int thePrec)
{
    op = theOp;
    prec = thePrec;
    tok = Tok::Operator;
    if (m_char == '=')
        simple(Tok::AssignOp);
}

void Scanner::punctuation()
{
    const int32_t c = m_char;
    if (isDecimal(c))
        return number(false);
    switch (c) {
    case '"': return stringLiteral();
    case '`': return rawStringLiteral();
    case '\'': return runeLiteral();
    case '(': return simple(Tok::Lparen);
    case '[': return simple(Tok::Lbrack);
    case '{': return simple(Tok::Lbrace);
    case ',': return simple(Tok::Comma);
    case ';': return semicolon("semicolon");
    case ')': return simple(Tok::Rparen, true);
    case ']': return simple(Tok::Rbrack, true);
    case '}': return simple(Tok::Rbrace, true);
    case '~': return operatorToken(Op::Tilde, 0);
    case ':': case '.': case '+': case '-': case '*': case '%': case '&': case '|': case '^': case '<': case '>':
    case '=': case '!':
        nextChar();
        break;
    default: return;
    }
    switch (c) {
    case ':':
        tok = Tok::Colon;
        if (m_char == '=')
            simple(Tok::Define);
        return;
    case '.':
        if (isDecimal(m_char))
            return number(true);
        tok = Tok::Dot;
        if (m_char == '.' && *m_next == '.') {
            nextChar();
            simple(Tok::DotDotDot);
        }
        return;
    case '+': case '-':
        if (m_char != c)
            return assignable(c == '+' ? Op::Add : Op::Sub, 4);
        op = c == '+' ? Op::Add : Op::Sub;
        prec = 4;
        return simple(Tok::IncOp, true);
    case '*':
        assignable(Op::Mul, 5);
        if (tok == Tok::Operator)
            tok = Tok::Star;
        return;
    case '%': return assignable(Op::Rem, 5);
    case '^': return assignable(Op::Xor, 4);
    case '&':
        if (m_char == '&')
            return operatorToken(Op::AndAnd, 2);
        if (m_char != '^')
            return assignable(Op::And, 5);
        nextChar();
        return assignable(Op::AndNot, 5);
    case '|':
        if (m_char == '|')
            return operatorToken(Op::OrOr, 1);
        return assignable(Op::Or, 4);
    case '<':
        if (m_char == '=')
            return operatorToken(Op::Leq, 3);
        if (m_char == '-')
            return simple(Tok::Arrow);
        if (m_char == '<') {
            nextChar();
            return assignable(Op::Shl, 5);
        }
        break;
    case '>':
        if (m_char == '=')
            return operatorToken(Op::Geq, 3);
        if (m_char == '>') {
            nextChar();
            return assignable(Op::Shr, 5);
        }
        break;
    case '=':
        tok = Tok::Assign;
        if (m_char == '=')
            operatorToken(Op::Eql, 3);
        return;
    default: // '!'
        if (m_char == '=')
            return operatorToken(Op::Neq, 3);
        op = Op::Not;
        prec = 0;
        tok = Tok::Operator;
        return;
    }
    op = c == '<' ? Op::Lss : Op::Gtr;
    prec = 3;
    tok = Tok::Operator;
}

/// A division, or a comment; false when a comment was skipped and no token was made of it.
bool Scanner::slash(bool newlineCounts)
{
    nextChar();
    if (m_char == '/') {
        nextChar();
        lineComment();
        return false;
    }
    if (m_char == '*') {
        nextChar();
        blockComment();
        // a comment over several lines acts like a newline
        if (m_line > line && newlineCounts) {
            lit = "newline";
            tok = Tok::Semi;
            return true;
        }
        return false;
    }
    assignable(Op::Div, 5);
    return true;
}

void Scanner::lineComment()
{
    const char* text = m_at;
    while (m_char >= 0 && m_char != '\n')
        nextChar();
    std::string_view comment(text, static_cast<size_t>(m_at - text));
    if (comment.starts_with("go:") || comment.starts_with("unwind:")) {
        if (comment.ends_with('\r'))
            comment.remove_suffix(1);
        m_onPragma(line, column, comment);
    }
}

void Scanner::blockComment()
{
    while (m_char >= 0) {
        while (m_char == '*') {
            nextChar();
            if (m_char == '/') {
                nextChar();
                return;
            }
        }
        nextChar();
    }
    errorInToken(0, "comment not terminated");
}

void Scanner::identifier()
{
    while (isLetter(m_char) || isDecimal(m_char))
        nextChar();
    if (m_char >= 0x80) {
        while (atIdentChar(false))
            nextChar();
    }
    lit = segment();
    tok = kKeywords.find(lit);
    m_endsStatement = tok == Tok::Name || tok == Tok::Break || tok == Tok::Continue || tok == Tok::Fallthrough
        || tok == Tok::Return;
}

bool Scanner::atIdentChar(bool first)
{
    if (m_char < 0)
        return false;
    const auto c = static_cast<char32_t>(m_char);
    if (isUnicodeLetter(c) || c == '_')
        return true;
    if (isUnicodeDigit(c)) {
        if (first)
            error("identifier cannot begin with digit " + describeRune(c));
        return true;
    }
    if (c < 0x80)
        return false;
    error("invalid character " + describeRune(c) + " in identifier");
    return true;
}

} // namespace unwind::syntax
