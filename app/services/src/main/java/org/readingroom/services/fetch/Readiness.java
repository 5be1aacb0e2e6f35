package org.readingroom.services.fetch;

/// How much of a study is here to be read without the archive.
///
/// `total` is 0 until the archive was asked; only [#isWhole] may be called ready for offline. `isAllHere` says only
/// that all is here that the archive listed last: it may still be getting more.
public record Readiness(int here, int total, boolean isWhole, boolean isAllHere) {
    public static final Readiness NOTHING = new Readiness(0, 0, false);

    /// All that was listed is here only when it is whole.
    public Readiness(int here, int total, boolean isWhole) {
        this(here, total, isWhole, isWhole);
    }
}
