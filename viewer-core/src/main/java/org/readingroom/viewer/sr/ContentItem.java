package org.readingroom.viewer.sr;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.readingroom.viewer.coded.CodedEntry;

/// One item of a document's tree.
///
/// `path` is its place as the standard writes it: `1` is the root, `1.3.2` the second child of its third child.
/// `name` is the concept; shapes and references may go without.
///
/// **Source:** DICOM PS3.3 section C.17.3.
public record ContentItem(
        String path,
        Relationship relationship,
        Optional<CodedEntry> name,
        ContentValue value,
        List<ContentItem> children) {
    public ContentItem {
        children = List.copyOf(children);
    }

    /// Whether the concept name is this code of one of these schemes.
    public boolean isNamed(String value, String... schemes) {
        return name.isPresent()
                && Stream.of(schemes).anyMatch(scheme -> name.get().is(value, scheme));
    }

    /// This item and everything under it, parents first.
    public Stream<ContentItem> all() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(ContentItem::all));
    }
}
