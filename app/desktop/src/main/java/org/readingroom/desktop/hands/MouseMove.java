package org.readingroom.desktop.hands;

import java.util.List;
import java.util.Locale;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/// A thing the hand does with the mouse over a picture.
///
/// **Order:** drags, then the wheel.
public enum MouseMove {
    LEFT(MouseAct.WINDOW),
    SHIFT_LEFT(MouseAct.PAN),
    MIDDLE(MouseAct.PAN),
    RIGHT(MouseAct.ZOOM),
    WHEEL(MouseAct.SCROLL),
    CTRL_WHEEL(MouseAct.ZOOM),
    SHIFT_WHEEL(MouseAct.PAGE),
    ALT_WHEEL(MouseAct.WINDOW);

    private final MouseAct usual;

    MouseMove(MouseAct usual) {
        this.usual = usual;
    }

    /// What it does where nobody said otherwise.
    public MouseAct usual() {
        return usual;
    }

    public boolean isWheel() {
        return compareTo(WHEEL) >= 0;
    }

    public List<MouseAct> choices() {
        return isWheel() ? MouseAct.OF_WHEELS : MouseAct.OF_DRAGS;
    }

    public String messageKey() {
        return "desktop.hands.move." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// That of a drag under way.
    public static MouseMove of(MouseEvent event) {
        if (event.isMiddleButtonDown()) {
            return MIDDLE;
        } else if (event.isSecondaryButtonDown()) {
            return RIGHT;
        }
        return event.isShiftDown() ? SHIFT_LEFT : LEFT;
    }

    public static MouseMove of(ScrollEvent event) {
        if (event.isControlDown()) {
            return CTRL_WHEEL;
        } else if (event.isShiftDown()) {
            return SHIFT_WHEEL;
        }
        return event.isAltDown() ? ALT_WHEEL : WHEEL;
    }
}
