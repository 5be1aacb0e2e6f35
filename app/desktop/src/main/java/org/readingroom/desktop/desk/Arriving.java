package org.readingroom.desktop.desk;

/// How much of a series, and of its study, is here while the archive has more.
///
/// Pictures of such a series are true, but they are not all there are.
public record Arriving(int here, int total, int studyHere, int studyTotal) {
    /// Whether all of the series is here, though not of its study.
    public boolean isSeriesWhole() {
        return here >= total;
    }
}
