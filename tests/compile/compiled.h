// Compiles a Go text for a test, without a standard library, and gives its functions as text.
#pragma once

#ifndef Q_MOC_RUN // moc 6.4 does not parse what these include
#include "compile/build.h"

#include <string>
#endif

#include <QString>
#include <QStringList>

namespace unwind::test {

class NoStd : public compile::StdSource {
public:
    std::vector<SourceFile> files(std::string_view) const override { return {}; }
};

inline compile::BuildResult compiled(const char* body)
{
    return compile::build({{"t.go", std::string("package main\n") + body}}, NoStd());
}

inline const bytecode::Function* function(const bytecode::Program& program, std::string_view name)
{
    for (const bytecode::Function& f : program.functions) {
        if (f.name == name)
            return &f;
    }
    return nullptr;
}

/// The instructions of a function, one a line, without addresses and positions: "AddImm r2, r1, -1".
inline QString code(const bytecode::Program& program, std::string_view name)
{
    const bytecode::Function* f = function(program, name);
    if (!f)
        return QStringLiteral("no such function");
    QStringList lines = QString::fromStdString(bytecode::disassemble(program, *f)).split(u'\n', Qt::SkipEmptyParts);
    lines.removeFirst();
    for (QString& line : lines) {
        line = line.mid(19).section(u';', 0, 0).simplified();
    }
    return lines.join(u'\n');
}

/// The positions of a function's statement marks, "3:2 4:9 …", in order of their instructions.
inline QString statements(const bytecode::Program& program, std::string_view name)
{
    QStringList out;
    for (const bytecode::LineEntry& line : function(program, name)->lines) {
        if (line.statement)
            out << QStringLiteral("%1:%2").arg(line.line).arg(line.column);
    }
    return out.join(u' ');
}

} // namespace unwind::test
