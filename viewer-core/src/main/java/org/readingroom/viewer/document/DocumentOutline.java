package org.readingroom.viewer.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.readingroom.viewer.outline.OutlineNode;
import org.readingroom.viewer.outline.Phrase;

/// A document inside DICOM as readable text: what it is and, of CDA, what it says.
public final class DocumentOutline {
    private DocumentOutline() {}

    /// **Errors:** [DocumentException] for a CDA that cannot be read.
    public static OutlineNode of(EncapsulatedDocument document) throws DocumentException {
        List<OutlineNode> lines = new ArrayList<>();
        lines.add(OutlineNode.of(
                Phrase.key("viewer.document.kind"),
                Phrase.key("viewer.document.kind." + document.kind().name().toLowerCase(Locale.ROOT))));
        if (!document.mediaType().isEmpty()) {
            lines.add(OutlineNode.of(Phrase.key("viewer.document.media-type"), document.mediaType()));
        }
        lines.add(OutlineNode.of(
                        Phrase.key("viewer.document.size"),
                        Phrase.key("viewer.document.bytes", Integer.toString(document.bytes().length)))
                .withFact("bytes", Integer.toString(document.bytes().length)));
        if (document.kind() == EncapsulatedDocument.Kind.CDA) {
            lines.add(ClinicalDocument.read(document.bytes()));
        }
        return OutlineNode.of(Phrase.key("viewer.document.title"), document.name())
                .with(lines);
    }
}
