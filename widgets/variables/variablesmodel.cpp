#include "widgets/variables/variablesmodel.h"

#include "widgets/common/paint.h"

namespace unwind::widgets {

struct VariablesModel::Node {
    Variable variable;
    Node* parent = nullptr;
    int row = 0;
    bool asked = false;    ///< for its children
    bool answered = false; ///< they are known
    std::vector<std::unique_ptr<Node>> children;

    void add(const QList<Variable>& variables) {
        for (const Variable& v : variables) {
            auto child = std::make_unique<Node>();
            child->variable = v;
            child->parent = this;
            child->row = int(children.size());
            children.push_back(std::move(child));
        }
    }
};

VariablesModel::VariablesModel(QObject* parent) : QAbstractItemModel(parent), m_root(std::make_unique<Node>()) {}
VariablesModel::~VariablesModel() = default;

VariablesModel::Node* VariablesModel::node(const QModelIndex& index) const {
    return index.isValid() ? static_cast<Node*>(index.internalPointer()) : m_root.get();
}

void VariablesModel::clear() { setScopes({}); }

void VariablesModel::setScopes(const QList<Variable>& scopes) {
    beginResetModel();
    m_open.clear();
    m_root = std::make_unique<Node>();
    m_root->add(scopes);
    endResetModel();
}

void VariablesModel::setChildren(int reference, const QList<Variable>& variables) {
    Node* at = m_open.take(reference);
    if (!at) return;
    at->answered = true;
    if (variables.isEmpty()) return;
    beginInsertRows(createIndex(at->row, 0, at), 0, int(variables.size()) - 1);
    at->add(variables);
    endInsertRows();
}

QModelIndex VariablesModel::index(int row, int column, const QModelIndex& parent) const {
    if (!hasIndex(row, column, parent)) return {};
    return createIndex(row, column, node(parent)->children[size_t(row)].get());
}

QModelIndex VariablesModel::parent(const QModelIndex& index) const {
    if (!index.isValid()) return {};
    Node* up = node(index)->parent;
    return up == m_root.get() ? QModelIndex() : createIndex(up->row, 0, up);
}

int VariablesModel::rowCount(const QModelIndex& parent) const {
    return parent.column() > 0 ? 0 : int(node(parent)->children.size());
}

bool VariablesModel::hasChildren(const QModelIndex& parent) const {
    if (parent.column() > 0) return false;
    const Node* at = node(parent);
    return !at->children.empty() || (at->variable.reference != 0 && !at->answered);
}

bool VariablesModel::canFetchMore(const QModelIndex& parent) const {
    const Node* at = node(parent);
    return parent.isValid() && parent.column() == 0 && at->variable.reference != 0 && !at->asked;
}

void VariablesModel::fetchMore(const QModelIndex& parent) {
    if (!canFetchMore(parent)) return;
    Node* at = node(parent);
    at->asked = true;
    m_open.insert(at->variable.reference, at);
    Q_EMIT childrenRequested(at->variable.reference);
}

QVariant VariablesModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    const Variable& v = node(index)->variable;
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
        return index.column() == NameColumn ? v.name : index.column() == ValueColumn ? v.value : v.type;
    if (role == Qt::FontRole) return codeFont(12);
    return {};
}

QVariant VariablesModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    return section == NameColumn ? tr("Name") : section == ValueColumn ? tr("Value") : tr("Type");
}

} // namespace unwind::widgets
