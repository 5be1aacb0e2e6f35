package org.readingroom.desktop.tools;

import java.util.List;

/// Where a panel stands that belongs to a mark: beside it, clear of it and of its label, inside the view.
final class PanelPlace {
    private static final double GAP = 10;

    /// chosen: what the words in a corner of a view usually take.
    private static final double CORNER_WIDTH = 180;

    private static final double CORNER_HEIGHT = 80;

    private PanelPlace() {}

    /// Where neither side has room, the corner of the view that is farthest from the mark.
    static LabelBox beside(MarkScene.Item item, double width, double height, double viewWidth, double viewHeight) {
        LabelBox around = around(item);
        double middleX = around.x() + around.width() / 2 - width / 2;
        double middleY = around.y() + around.height() / 2 - height / 2;
        List<LabelBox> sides = List.of(
                new LabelBox(around.x() + around.width() + GAP, within(middleY, height, viewHeight), width, height),
                new LabelBox(around.x() - width - GAP, within(middleY, height, viewHeight), width, height),
                new LabelBox(within(middleX, width, viewWidth), around.y() + around.height() + GAP, width, height),
                new LabelBox(within(middleX, width, viewWidth), around.y() - height - GAP, width, height));
        List<LabelBox> inView = sides.stream()
                .filter(box -> box.isWithin(viewWidth, viewHeight))
                .toList();
        return inView.stream()
                .filter(box -> !isOnCornerText(box, viewWidth, viewHeight))
                .findFirst()
                .or(() -> inView.stream().findFirst())
                .orElseGet(() -> new LabelBox(
                        around.centre().x() < viewWidth / 2 ? viewWidth - width - GAP : GAP,
                        around.centre().y() < viewHeight / 2 ? viewHeight - height - GAP : GAP,
                        width,
                        height));
    }

    private static boolean isOnCornerText(LabelBox box, double viewWidth, double viewHeight) {
        return new LabelBox(0, 0, CORNER_WIDTH, CORNER_HEIGHT).overlaps(box)
                || new LabelBox(viewWidth - CORNER_WIDTH, 0, CORNER_WIDTH, CORNER_HEIGHT).overlaps(box)
                || new LabelBox(0, viewHeight - CORNER_HEIGHT, CORNER_WIDTH, CORNER_HEIGHT).overlaps(box)
                || new LabelBox(viewWidth - CORNER_WIDTH, viewHeight - CORNER_HEIGHT, CORNER_WIDTH, CORNER_HEIGHT)
                        .overlaps(box);
    }

    private static double within(double at, double size, double room) {
        return Math.rint(Math.clamp(at, GAP, Math.max(GAP, room - size - GAP)));
    }

    private static LabelBox around(MarkScene.Item item) {
        double left = Double.POSITIVE_INFINITY;
        double top = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        double bottom = Double.NEGATIVE_INFINITY;
        for (ScreenChain chain : item.shape().chains()) {
            for (ScreenPoint p : chain.points()) {
                left = Math.min(left, p.x());
                right = Math.max(right, p.x());
                top = Math.min(top, p.y());
                bottom = Math.max(bottom, p.y());
            }
        }
        if (!item.lines().isEmpty()) {
            LabelBox label = item.label();
            left = Math.min(left, label.x());
            right = Math.max(right, label.x() + label.width());
            top = Math.min(top, label.y());
            bottom = Math.max(bottom, label.y() + label.height());
        }
        return new LabelBox(left, top, right - left, bottom - top);
    }
}
