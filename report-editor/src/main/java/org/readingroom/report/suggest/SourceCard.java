package org.readingroom.report.suggest;

/// Who a source is: what a person is shown beside every suggestion of it (clauses D5, D9, D13).
///
/// `id` is short and the same for ever; `registration` is the number of a registered medical device, empty for none.
/// `nameKey`, `usesKey` (what it is for) and `limitsKey` (what it cannot do) are message keys.
public record SourceCard(
        String id,
        String version,
        SourceKind kind,
        String registration,
        Indication indication,
        String nameKey,
        String usesKey,
        String limitsKey) {
    public SourceCard {
        if (id.isBlank() || version.isBlank()) {
            throw new IllegalArgumentException("a source has a name and a version");
        }
    }
}
