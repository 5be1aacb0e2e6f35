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
            case ARROW, TEXT, SPINE_LABEL -> (figure, measuring) -> {};
            case COBB -> LineMeasures::cobb;
            case CENTRE_LINE -> LineMeasures::midline;
            case BIDIRECTIONAL -> Bidirectional::measure;
            case CARDIOTHORACIC -> Cardiothoracic::measure;
            case LEG_AXIS -> LegAxis::measure;
        };
    }
}
