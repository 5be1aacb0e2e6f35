package org.readingroom.services.remote.dicomweb;

/// What one archive can do, found out by asking it.
///
/// `decodesQueries` when percent signs in values of a search are understood; `pages` when `offset` and `limit` are.
record ArchiveTraits(boolean decodesQueries, boolean pages) {
    /// What is safe with any server: searches by plain characters only, and pages.
    static final ArchiveTraits SAFE = new ArchiveTraits(false, true);
}
