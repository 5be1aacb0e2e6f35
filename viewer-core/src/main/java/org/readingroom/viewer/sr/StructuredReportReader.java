package org.readingroom.viewer.sr;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.readingroom.viewer.coded.CodedEntry;
import org.readingroom.viewer.coded.SeriesReference;
import org.readingroom.viewer.dicom.DataSet;
import org.readingroom.viewer.dicom.Tag;
import org.readingroom.viewer.model.PersonName;

/// Reads the content tree of a document, whatever its template.
///
/// **Errors:** none: what cannot be read stands in the tree as [ContentValue.Unreadable].
/// **Thread:** any.
/// **Source:** DICOM PS3.3 section C.17.3.
// [impl->req~sr.tree~1]
public final class StructuredReportReader {
    /// chosen: the deepest trees of PS3.16 have about a dozen levels.
    static final int DEEPEST = 64;

    /// chosen: a CAD report of a whole chest has some thousands.
    static final int MOST_ITEMS = 200_000;

    private final Set<String> warnings = new LinkedHashSet<>();
    private final Set<String> paths = new LinkedHashSet<>();
    private int items;

    private StructuredReportReader() {}

    /// The document in `dataSet`; nothing when it has no content tree.
    public static Optional<StructuredReport> read(DataSet dataSet) {
        boolean isDocument = dataSet.contains(Tag.CONTENT_SEQUENCE)
                || dataSet.string(Tag.VALUE_TYPE).orElse("").equals("CONTAINER");
        return isDocument ? Optional.of(new StructuredReportReader().report(dataSet)) : Optional.empty();
    }

    private StructuredReport report(DataSet dataSet) {
        ContentItem root = resolved(item(dataSet, "1", Relationship.ROOT, 1));
        return new StructuredReport(
                text(dataSet, Tag.SOP_CLASS_UID),
                ContentValues.template(dataSet),
                text(dataSet, Tag.CONTENT_DATE),
                text(dataSet, Tag.CONTENT_TIME),
                text(dataSet, Tag.COMPLETION_FLAG),
                text(dataSet, Tag.VERIFICATION_FLAG),
                text(dataSet, SrTag.PRELIMINARY_FLAG),
                dataSet.items(SrTag.VERIFYING_OBSERVER_SEQUENCE).stream()
                        .map(item -> new StructuredReport.Verification(
                                PersonName.parse(text(item, SrTag.VERIFYING_OBSERVER_NAME)),
                                text(item, SrTag.VERIFICATION_DATE_TIME)))
                        .toList(),
                root,
                SeriesReference.evidence(dataSet),
                List.copyOf(warnings));
    }

    private ContentItem item(DataSet dataSet, String path, Relationship relationship, int depth) {
        items++;
        paths.add(path);
        Optional<CodedEntry> name = CodedEntry.of(dataSet, Tag.CONCEPT_NAME_CODE_SEQUENCE);
        ContentValue value = ContentValues.value(dataSet);
        List<ContentItem> children = new ArrayList<>();
        List<DataSet> content = dataSet.items(Tag.CONTENT_SEQUENCE);
        if (!content.isEmpty() && depth >= DEEPEST) {
            warnings.add("viewer.sr.too-deep");
            content = List.of();
        }
        for (int i = 0; i < content.size(); i++) {
            if (items >= MOST_ITEMS) {
                warnings.add("viewer.sr.too-many");
                break;
            }
            DataSet child = content.get(i);
            Relationship to = Relationship.of(text(child, Tag.RELATIONSHIP_TYPE));
            children.add(item(child, path + "." + (i + 1), to, depth + 1));
        }
        return new ContentItem(path, relationship, name, value, children);
    }

    /// References by place are looked up once the whole tree is known.
    private ContentItem resolved(ContentItem item) {
        ContentValue value = item.value();
        if (value instanceof ContentValue.ByReference reference) {
            boolean isAbove = (item.path() + ".").startsWith(reference.target() + ".");
            boolean isResolved = paths.contains(reference.target()) && !isAbove;
            if (!isResolved) {
                warnings.add(isAbove ? "viewer.sr.reference-circle" : "viewer.sr.reference-nowhere");
            }
            value = new ContentValue.ByReference(reference.target(), isResolved);
        }
        List<ContentItem> children =
                item.children().stream().map(this::resolved).collect(Collectors.toList());
        return new ContentItem(item.path(), item.relationship(), item.name(), value, children);
    }

    private static String text(DataSet dataSet, int tag) {
        return dataSet.string(tag).orElse("");
    }
}
