// Splits Go text into tokens, inserting semicolons at line ends, and checks every literal. The current token is
// in the public fields; next() moves on. The text must be followed by a NUL byte and outlive what is taken from it.
// Counterpart: cmd/compile/internal/syntax, scanner.go and source.go.
#pragma once

#include "lang/syntax/token.h"

#include <functional>
#include <string>

namespace unwind::syntax {

class Scanner {
public:
    /// Told about a fault: line, column, message.
    using Report = std::function<void(uint32_t, uint32_t, const std::string&)>;
    /// Told about a "//go:" or "//unwind:" comment: line, column, text without the slashes.
    using OnPragma = std::function<void(uint32_t, uint32_t, std::string_view)>;

    Scanner(std::string_view text, Report report, OnPragma onPragma);

    /// Reads the next token; after the last one, Tok::Eof for ever.
    void next();
    /// Makes every further token Tok::Eof.
    void stop();

    uint32_t line = 0, column = 0;       ///< of the token's first byte, from 1
    Tok tok = Tok::Eof;
    std::string_view lit;                ///< Name, Literal: the text; Semi: "semicolon", "newline" or "EOF"
    LitKind kind = LitKind::Int;         ///< Literal
    bool bad = false;                    ///< Literal: has a fault that was reported
    Op op = Op::None;                    ///< Operator, AssignOp, IncOp, Star
    int prec = 0;                        ///< Operator, Star: 1 (||) to 5 (*), 0 for unary only
    uint32_t endLine() const { return m_line; }      ///< place just behind the token
    uint32_t endColumn() const { return columnOf(m_at); }

private:
    void nextChar();
    void nextCharSlow();
    void punctuation();
    void assignable(Op theOp, int thePrec);
    void operatorToken(Op theOp, int thePrec);
    void simple(Tok theTok, bool endsStatement = false);
    void semicolon(std::string_view what);
    bool slash(bool newlineCounts);
    void lineComment();
    void blockComment();
    void identifier();
    bool atIdentChar(bool first);

    // literals.cpp
    void number(bool seenPoint);
    int digits(int base, int& invalid);
    void prefixOfNumber(int& base, char& prefix, int& seen);
    bool exponent(char prefix, bool ok, int& seen);
    void runeLiteral();
    void stringLiteral();
    void rawStringLiteral();
    bool escape(char32_t quote);
    bool escapeDigits(int count, uint32_t base, uint32_t max);
    void literal(LitKind theKind, bool ok);

    uint32_t columnOf(const char* at) const { return static_cast<uint32_t>(at - m_lineStart) + 1; }
    std::string_view segment() const { return {m_start, static_cast<size_t>(m_at - m_start)}; }
    void error(const std::string& message);
    void errorInToken(uint32_t offset, const std::string& message);

    Report m_report;
    OnPragma m_onPragma;
    const char* m_begin;
    const char* m_end;
    const char* m_lineStart;
    const char* m_start;    ///< first byte of the token
    const char* m_at;       ///< the current character
    const char* m_next;     ///< just behind it
    int32_t m_char = ' ';   ///< the current character, -1 at the end; a blank before the first
    uint32_t m_line = 1;
    bool m_endsStatement = false; ///< a newline after this token is a semicolon
};

} // namespace unwind::syntax
