package org.readingroom.desktop.desk;

/// How much of a series, and of its study, is here while the archive has more, or may have.
///
/// Pictures of such a series are true, but they are not all there are.
public record Arriving(int here, int total, int studyHere, int studyTotal) {
    /// Whether all of the series is here, though not of its study.
    public boolean isSeriesWhole() {
        return here >= total;
    }

    /// Whether all that was listed of the study is here, and only the list is in doubt.
    public boolean isStudyWhole() {
        return isSeriesWhole() && studyHere >= studyTotal;
    }

    /// What the reader is told, as a line of the message bundles.
    String messageKey() {
        if (!isSeriesWhole()) {
            return "desk.series.incomplete";
        }
        return isStudyWhole() ? "desk.study.unsure" : "desk.study.incomplete";
    }
}
