package org.readingroom.viewer.sr;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.readingroom.viewer.coded.CodedEntry;
import org.readingroom.viewer.coded.InstanceReference;
import org.readingroom.viewer.dicom.DataSet;
import org.readingroom.viewer.dicom.DataSetBuilder;
import org.readingroom.viewer.model.PersonName;
import org.readingroom.viewer.origin.Origin;
import org.readingroom.viewer.origin.PlainText;
import org.readingroom.viewer.origin.SourceImage;
import org.readingroom.viewer.origin.SourceImages;

/// Writes key object selections; [KeyObjects#of(DataSet)] is the way back.
///
/// **Source:** DICOM PS3.3 section A.35.4, PS3.16 TID 2010.
// [impl->req~sr.key-objects-written~1]
public final class KeyObjectsWriter {
    private KeyObjectsWriter() {}

    /// A selection of images of one study, all of which are in `images`.
    ///
    /// **Errors:** [IllegalArgumentException] without references, for one that `images` does not
    /// hold, or for images of several studies: each study has a selection of its own.
    public static DataSet write(KeyObjects selection, Origin origin, SourceImages images) {
        if (selection.references().isEmpty()) {
            throw new IllegalArgumentException("a selection of nothing");
        }
        List<SourceImage> chosen = new ArrayList<>();
        for (InstanceReference reference : selection.references()) {
            chosen.add(images.find(reference.instance())
                    .orElseThrow(() -> new IllegalArgumentException("a chosen image is not here")));
        }
        SourceImage first = chosen.getFirst();
        if (chosen.stream().anyMatch(image -> !image.study().equals(first.study()))) {
            throw new IllegalArgumentException("chosen images of several studies");
        }
        DataSetBuilder made = DocumentWriter.begin(KeyObjects.SOP_CLASS, "KO", origin, first);
        DocumentWriter.evidence(made, first, new SourceImages(chosen).series());
        return ContentWriter.write(made, root(selection, origin)).build();
    }

    private static ContentItem root(KeyObjects selection, Origin origin) {
        List<ContentItem> items = new ArrayList<>();
        for (CodedEntry modifier : selection.modifiers()) {
            items.add(item(
                    Relationship.HAS_CONCEPT_MOD, SrCode.DOCUMENT_TITLE_MODIFIER, new ContentValue.Coded(modifier)));
        }
        items.add(item(Relationship.HAS_OBS_CONTEXT, SrCode.OBSERVER_TYPE, new ContentValue.Coded(SrCode.PERSON)));
        items.add(item(
                Relationship.HAS_OBS_CONTEXT,
                SrCode.PERSON_OBSERVER_NAME,
                new ContentValue.Person(PersonName.parse(PlainText.person(origin.author())))));
        if (!selection.description().isBlank()) {
            items.add(item(
                    Relationship.CONTAINS,
                    SrCode.KEY_OBJECT_DESCRIPTION,
                    new ContentValue.Text(selection.description())));
        }
        for (InstanceReference reference : selection.references()) {
            items.add(new ContentItem(
                    "",
                    Relationship.CONTAINS,
                    Optional.empty(),
                    new ContentValue.Image(reference, List.of()),
                    List.of()));
        }
        return new ContentItem(
                "1",
                Relationship.ROOT,
                Optional.of(selection.title()),
                new ContentValue.Container(true, "2010"),
                items);
    }

    private static ContentItem item(Relationship relationship, CodedEntry name, ContentValue value) {
        return new ContentItem("", relationship, Optional.of(name), value, List.of());
    }
}
