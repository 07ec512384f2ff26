// Variables where the engine stands. The recording holds no values, so the title says where that is, and says so plainly when
// the cursor is somewhere else.
#pragma once

#include "widgets/common/cursor.h"
#include "widgets/common/dock.h"
#include "widgets/variables/variablesmodel.h"

class QLabel;
class QTreeView;

namespace unwind::widgets {

class VariablesDock : public Dock {
    Q_OBJECT

public:
    explicit VariablesDock(Cursor* cursor, QWidget* parent = nullptr);
    VariablesModel* model() const { return m_model; }
    /// Where the engine stands: a position in the log, and a place for people; none while it runs or is gone.
    void setEngineAt(std::optional<Seq> at, const QString& place);
    /// Opens the first scope.
    void expandScopes();

protected:
    void refresh() override;
    void retranslate() override;

private:
    Cursor* m_cursor;
    VariablesModel* m_model;
    QTreeView* m_view;
    QLabel* m_note;
    std::optional<Seq> m_engineAt;
    QString m_place;
};

} // namespace unwind::widgets
