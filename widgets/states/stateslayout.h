// Where everything of the States picture stands: the diagram's states and arrows, and the rows of its list, beside it where there is
// room, else below. Pure geometry from the facts and a width, so that window and exports paint alike.
#pragma once

#include "widgets/states/statesfacts.h"

#include <QPainterPath>
#include <QRectF>

class QPainter;

namespace unwind::widgets {

struct StatesPicture {
    struct Node {
        QRectF rect;
        QString name;
        Token token{};
        bool entered = false, current = false;
    };
    struct Arrow {
        QPainterPath line;
        QPointF tip, before; ///< its head points from before to tip
        QString label;
        QRectF labelRect;
        bool made = false, newest = false;
        int change = 0; ///< number into StatesFacts::changes
    };
    struct Label {
        QRectF rect;
        QString text;
        bool strong = false;
    };
    struct Row { ///< its cells lie in rect
        QRectF rect, number, time, change, cause;
    };
    QList<Node> nodes;
    QList<Arrow> arrows;
    Label legend; ///< of the diagram
    QList<Label> labels;
    QList<Row> rows; ///< as StatesFacts::rows
    QPointF start;   ///< the dot that a machine's first arrow comes from; null: none
    bool beside = false; ///< the list stands beside the diagram
    double diagramHeight = 0, height = 0;
};

class StatesLayout {
    Q_DECLARE_TR_FUNCTIONS(StatesLayout)

public:
    static StatesPicture of(const StatesFacts& facts, double width);
};

/// With plain painter calls. marked: the row under the pointer or with the focus; -1: none.
void paintDiagram(QPainter& painter, const StatesPicture& picture, const StatesFacts& facts, const Palette& palette);
void paintList(QPainter& painter, const StatesPicture& picture, const StatesFacts& facts, const Palette& palette, int marked = -1);

} // namespace unwind::widgets
