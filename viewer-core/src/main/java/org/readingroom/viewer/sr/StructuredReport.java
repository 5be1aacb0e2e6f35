package org.readingroom.viewer.sr;

import java.util.List;
import java.util.Optional;
import org.readingroom.viewer.coded.SeriesReference;
import org.readingroom.viewer.model.PersonName;

/// A document with a content tree: a structured report of any template, or a key object selection.
///
/// `warningKeys` are message keys of what was left out: too deep, too many items, references into nothing.
///
/// **Source:** DICOM PS3.3 sections A.35 and C.17.
public record StructuredReport(
        String sopClassUid,
        String templateId,
        String contentDate,
        String contentTime,
        String completionFlag,
        String verificationFlag,
        String preliminaryFlag,
        List<Verification> verifications,
        ContentItem root,
        List<SeriesReference> evidence,
        List<String> warningKeys) {
    public StructuredReport {
        verifications = List.copyOf(verifications);
        evidence = List.copyOf(evidence);
        warningKeys = List.copyOf(warningKeys);
    }

    /// Who answered for the content, and when (DT as in the file).
    public record Verification(PersonName observer, String dateTime) {}

    /// The title: the meaning of the root's concept.
    public String title() {
        return root.name().map(name -> name.text()).orElse("");
    }

    /// The item at a place such as `1.3.2`.
    public Optional<ContentItem> item(String path) {
        return root.all().filter(item -> item.path().equals(path)).findFirst();
    }
}
