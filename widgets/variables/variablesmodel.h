// Variables as the engine reports them: scopes and values form a tree, children are asked for when a row is opened.
// The model is fed by whoever talks to the engine; it knows only numbers for what can be asked.
#pragma once

#include <QAbstractItemModel>
#include <QHash>
#include <memory>
#include <vector>

namespace unwind::widgets {

struct Variable {
    QString name, value, type;
    int reference = 0; ///< asks for children; 0 has none
};

class VariablesModel : public QAbstractItemModel {
    Q_OBJECT

public:
    enum Column { NameColumn, ValueColumn, TypeColumn, ColumnCount };

    explicit VariablesModel(QObject* parent = nullptr);
    ~VariablesModel() override;
    void clear();
    /// Scopes become the top rows.
    void setScopes(const QList<Variable>& scopes);
    /// The answer to childrenRequested(reference).
    void setChildren(int reference, const QList<Variable>& variables);

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& index) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& = {}) const override { return ColumnCount; }
    bool hasChildren(const QModelIndex& parent = {}) const override;
    bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void childrenRequested(int reference);

private:
    struct Node;
    Node* node(const QModelIndex& index) const;
    std::unique_ptr<Node> m_root;
    QHash<int, Node*> m_open; ///< nodes whose children were asked for, by reference
};

} // namespace unwind::widgets
