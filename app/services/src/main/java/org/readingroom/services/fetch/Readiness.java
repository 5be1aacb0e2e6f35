package org.readingroom.services.fetch;

/// How much of a study is here to be read without the archive.
///
/// `total` is 0 until the archive was asked; only [#isWhole] may be called ready for offline.
public record Readiness(int here, int total, boolean isWhole) {
    public static final Readiness NOTHING = new Readiness(0, 0, false);
}
