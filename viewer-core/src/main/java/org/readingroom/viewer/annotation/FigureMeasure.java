package org.readingroom.viewer.annotation;

/// Turns the figures of one kind into numbers.
@FunctionalInterface
interface FigureMeasure {
    void measure(Annotation.Figure figure, Measuring measuring);

    /// How figures of `kind` are measured. A kind without numbers adds none.
    // [impl->req~annotation.figures~1]
    static FigureMeasure of(FigureKind kind) {
        return switch (kind) {
            case POLYLINE -> FigureMeasures::way;
            case POLYGON, FREEHAND, RECTANGLE -> FigureMeasures::area;
            case CIRCLE -> FigureMeasures::circle;
            case PROBE -> FigureMeasures::probe;
            case ARROW, TEXT -> (figure, measuring) -> {};
            case COBB, BIDIRECTIONAL, CARDIOTHORACIC, CENTRE_LINE, SPINE_LABEL, LEG_AXIS -> (figure, measuring) -> {};
        };
    }
}
