package org.readingroom.desktop.tools;

import org.readingroom.viewer.annotation.Measurement;
import org.readingroom.viewer.annotation.Measurement.Quantity;

/// A hand with tools over a desk without a window.
abstract class MarkHands {
    final FakeDesk desk = FakeDesk.placed();
    final Hand hand = new Hand(desk);
    final FakeView view = desk.slice0to9(4);

    LabelBox label() {
        return desk.scene(view).items().getFirst().label();
    }

    Measurement only() {
        return desk.marks
                .measured(desk.marks.annotations().getFirst())
                .measurements()
                .getFirst();
    }

    double value(Quantity quantity) {
        return desk.marks
                .measured(desk.marks.annotations().getFirst())
                .of(quantity)
                .orElseThrow()
                .value();
    }
}
