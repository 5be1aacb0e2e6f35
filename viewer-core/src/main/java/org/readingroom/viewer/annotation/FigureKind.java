package org.readingroom.viewer.annotation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a [Annotation.Figure] is, how a hand draws it and how many points it has.
///
/// The stored name is [#code]: it never changes.
public enum FigureKind {
    /// Straight pieces one after the other.
    POLYLINE(Drawn.PATH, 2, FigureKind.MANY, Outline.OPEN, false),
    /// An area within straight edges.
    POLYGON(Drawn.PATH, 3, FigureKind.MANY, Outline.CLOSED, true),
    /// An area along the way of the pointer.
    FREEHAND(Drawn.STROKE, 3, FigureKind.MANY, Outline.CLOSED, true),
    /// Four corners in order around.
    RECTANGLE(Drawn.DRAG, 4, 4, Outline.CLOSED, true),
    /// The centre and two points of the rim, a quarter apart in true shape.
    CIRCLE(Drawn.DRAG, 3, 3, Outline.CLOSED, true),
    /// The value at one point.
    PROBE(Drawn.POINT, 1, 1, Outline.OPEN, true),
    /// Where it points to first, then where it comes from.
    ARROW(Drawn.DRAG, 2, 2, Outline.OPEN, false),
    /// Words at a point.
    TEXT(Drawn.POINT, 1, 1, Outline.OPEN, false),
    /// A line of one vertebra (two points), then one of another.
    COBB(Drawn.CLICKS, 4, 4, Outline.PAIRS, false),
    /// The longest diameter (two points), then the one across it.
    BIDIRECTIONAL(Drawn.CLICKS, 4, 4, Outline.PAIRS, false),
    /// The midline (two points), the right and the left border of the heart, the right and the left inner
    /// border of the ribs.
    CARDIOTHORACIC(Drawn.CLICKS, 6, 6, Outline.PAIRS, false),
    /// A midline (two points), then what may have shifted from it.
    CENTRE_LINE(Drawn.CLICKS, 3, 3, Outline.OPEN, false),
    /// One vertebra or disc; its label says which.
    SPINE_LABEL(Drawn.POINT, 1, 1, Outline.OPEN, false),
    /// Middle of hip, knee and ankle: of one leg, or of the right leg and then of the left.
    LEG_AXIS(Drawn.PATH, 3, 6, Outline.OPEN, false);

    /// chosen: a hand that draws for minutes makes fewer.
    public static final int MANY = 10_000;

    /// How the pointer gives the points.
    public enum Drawn {
        /// One press.
        POINT,
        /// One drag, or two clicks: both give two points, of which the kind makes its own.
        DRAG,
        /// So many clicks as there are points; a drag gives two.
        CLICKS,
        /// Clicks, ended by a double click or Enter.
        PATH,
        /// The way of a pointer held down.
        STROKE
    }

    /// How its points are joined.
    public enum Outline {
        OPEN,
        CLOSED,
        /// The first with the second, the third with the fourth.
        PAIRS
    }

    private final Drawn drawn;
    private final int minPoints;
    private final int maxPoints;
    private final Outline outline;
    private final boolean measuresValues;

    FigureKind(Drawn drawn, int minPoints, int maxPoints, Outline outline, boolean measuresValues) {
        this.drawn = drawn;
        this.minPoints = minPoints;
        this.maxPoints = maxPoints;
        this.outline = outline;
        this.measuresValues = measuresValues;
    }

    public Drawn drawn() {
        return drawn;
    }

    public int minPoints() {
        return minPoints;
    }

    public int maxPoints() {
        return maxPoints;
    }

    public Outline outline() {
        return outline;
    }

    /// True when its numbers are made of pixel values, not of places alone.
    public boolean measuresValues() {
        return measuresValues;
    }

    /// True when a double click or Enter ends it.
    public boolean isPath() {
        return drawn == Drawn.PATH;
    }

    /// The name in stored documents: `polyline`, `centre-line`.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<FigureKind> of(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }
}
