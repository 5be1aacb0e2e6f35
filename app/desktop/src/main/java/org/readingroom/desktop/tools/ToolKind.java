package org.readingroom.desktop.tools;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.annotation.Annotation;
import org.readingroom.viewer.annotation.FigureKind;
import org.readingroom.viewer.annotation.FigureKind.Drawn;
import org.readingroom.viewer.annotation.Placement;

/// A tool that draws: what it draws and the key that takes it in hand.
///
/// **Order:** that of the menu of tools.
public enum ToolKind {
    LENGTH("L", null),
    POLYLINE("Alt+Y", FigureKind.POLYLINE),
    ANGLE("A", null),
    ELLIPSE("E", null),
    CIRCLE("Alt+O", FigureKind.CIRCLE),
    RECTANGLE("Alt+R", FigureKind.RECTANGLE),
    POLYGON("Alt+G", FigureKind.POLYGON),
    FREEHAND("Alt+F", FigureKind.FREEHAND),
    PROBE("Alt+V", FigureKind.PROBE),
    ARROW("Alt+A", FigureKind.ARROW),
    TEXT("Alt+X", FigureKind.TEXT),
    /// A line of known length; drawn as a length until that is told.
    CALIBRATION("Alt+L", null),
    COBB("Alt+C", FigureKind.COBB),
    BIDIRECTIONAL("Alt+B", FigureKind.BIDIRECTIONAL),
    CARDIOTHORACIC("Alt+H", FigureKind.CARDIOTHORACIC),
    CENTRE_LINE("Alt+M", FigureKind.CENTRE_LINE),
    LEG_AXIS("Alt+J", FigureKind.LEG_AXIS),
    SPINE_LABEL("Alt+N", FigureKind.SPINE_LABEL);

    private final String key;
    private final @Nullable FigureKind figure;

    ToolKind(String key, @Nullable FigureKind figure) {
        this.key = key;
        this.figure = figure;
    }

    /// What it draws; nothing for those that are no figures.
    public Optional<FigureKind> figure() {
        return Optional.ofNullable(figure);
    }

    KeyCombination keys() {
        return KeyCombination.valueOf(key);
    }

    /// The message that names it, which is its command as well.
    String nameKey() {
        return "desk.tools." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Drawn drawn() {
        return switch (this) {
            case LENGTH, ELLIPSE, CALIBRATION -> Drawn.DRAG;
            case ANGLE -> Drawn.CLICKS;
            default -> figure().orElseThrow().drawn();
        };
    }

    /// How many points a hand gives before the mark is there; of a path, the fewest that end it.
    int points() {
        return switch (drawn()) {
            case POINT -> 1;
            case DRAG -> 2;
            case CLICKS, PATH, STROKE -> figure().map(FigureKind::minPoints).orElse(3);
        };
    }

    /// How many points end it without being asked.
    int mostPoints() {
        return figure().map(FigureKind::maxPoints).orElse(points());
    }

    /// True when something must be typed before the mark is there.
    boolean asksBack() {
        return this == TEXT || this == CALIBRATION;
    }

    /// Whether marks can be drawn there: what lies in the patient has its true size, and is not calibrated by hand.
    boolean draws(Placement placement) {
        return this != CALIBRATION || placement instanceof Placement.OnFrame;
    }

    /// Whether its points are drawn to edges when that is wanted: not where a value or words are put, nor a way that
    /// the hand itself makes.
    boolean snaps() {
        return drawn() != Drawn.STROKE && drawn() != Drawn.POINT && this != ARROW;
    }

    static boolean snaps(Annotation annotation) {
        return !(annotation instanceof Annotation.Figure figure)
                || Arrays.stream(values())
                        .filter(kind -> kind.figure == figure.kind())
                        .anyMatch(ToolKind::snaps);
    }
}
