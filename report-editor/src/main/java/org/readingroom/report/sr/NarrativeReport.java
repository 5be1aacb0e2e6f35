package org.readingroom.report.sr;

import static org.readingroom.report.sr.SentenceItems.item;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.readingroom.report.model.Author;
import org.readingroom.report.model.KeyImage;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.ReportSentence;
import org.readingroom.report.model.Section;
import org.readingroom.report.model.SignedReport;
import org.readingroom.viewer.coded.CodedEntry;
import org.readingroom.viewer.model.PersonName;
import org.readingroom.viewer.origin.PlainText;
import org.readingroom.viewer.origin.SourceImages;
import org.readingroom.viewer.sr.ContentItem;
import org.readingroom.viewer.sr.ContentValue;
import org.readingroom.viewer.sr.DocumentStanding;
import org.readingroom.viewer.sr.Relationship;
import org.readingroom.viewer.sr.SrCode;

/// Writes a signed version as a basic diagnostic imaging report.
///
/// The words are those that were signed, sentence by sentence; the numbers and images behind a sentence hang under it.
///
/// **Source:** DICOM PS3.16 TID 2000, 2002, 1204, 1001 to 1003.
// [impl->req~report.sr.narrative~1]
public final class NarrativeReport {
    /// Comprehensive SR.
    public static final String SOP_CLASS = "1.2.840.10008.5.1.4.1.1.88.33";

    private static final CodedEntry TITLE = new CodedEntry("18748-4", "LN", "", "Diagnostic Imaging Report");
    private static final CodedEntry KEY_IMAGES = SrCode.dcm("121180", "Key Images");

    private final List<SignedReport> versions;
    private final SentenceItems sentences;

    /// `versions` oldest first, the last of them is written; `images` are those it may speak of.
    public NarrativeReport(List<SignedReport> versions, SourceImages images) {
        this.versions = List.copyOf(versions);
        this.sentences = new SentenceItems(images);
    }

    /// The tree of the document.
    public ContentItem root() {
        return new ContentItem(
                "1",
                Relationship.ROOT,
                Optional.of(TITLE),
                new ContentValue.Container(true, "2000"),
                content(versions.getLast().report()));
    }

    /// How far it has come; `isFinal` when the last signer answers for it. `zone` is that of signing times.
    public DocumentStanding standing(boolean isFinal, ZoneId zone) {
        SignedReport signed = versions.getLast();
        List<DocumentStanding.Verifier> verifiers = isFinal
                ? List.of(new DocumentStanding.Verifier(
                        signed.act().author().displayName(),
                        signed.report().study().institution(),
                        LocalDateTime.ofInstant(signed.act().signedAt(), zone)))
                : List.of();
        return new DocumentStanding(isFinal, isFinal, verifiers);
    }

    private List<ContentItem> content(Report report) {
        List<ContentItem> items = new ArrayList<>();
        boolean isChinese = report.language() == ReportLanguage.CHINESE;
        items.add(item(
                Relationship.HAS_CONCEPT_MOD,
                SrCode.LANGUAGE,
                new ContentValue.Coded(new CodedEntry(
                        isChinese ? "zh-CN" : "en", "RFC5646", "", isChinese ? "Chinese (China)" : "English")),
                List.of()));
        observers(items);
        for (Section section : report.sections()) {
            List<ReportSentence> said = section.sentences().stream()
                    .filter(sentence -> !sentence.words().isEmpty())
                    .toList();
            if (!said.isEmpty()) {
                SectionCode code = SectionCode.of(section.kind());
                items.add(item(
                        Relationship.CONTAINS,
                        code.section(),
                        new ContentValue.Container(true, ""),
                        said.stream()
                                .map(sentence -> sentences.of(sentence, code.sentence()))
                                .toList()));
            }
        }
        keyImages(report, items);
        return items;
    }

    /// Everyone who signed it or a version before it, each once.
    private void observers(List<ContentItem> items) {
        Map<String, Author> people = new LinkedHashMap<>();
        versions.forEach(signed ->
                people.putIfAbsent(signed.act().author().userId(), signed.act().author()));
        for (Author person : people.values()) {
            items.add(item(
                    Relationship.HAS_OBS_CONTEXT,
                    SrCode.OBSERVER_TYPE,
                    new ContentValue.Coded(SrCode.PERSON),
                    List.of()));
            items.add(item(
                    Relationship.HAS_OBS_CONTEXT,
                    SrCode.PERSON_OBSERVER_NAME,
                    new ContentValue.Person(PersonName.parse(PlainText.person(person.displayName()))),
                    List.of()));
        }
    }

    private void keyImages(Report report, List<ContentItem> items) {
        List<ContentItem> shown = new ArrayList<>();
        for (KeyImage image : report.keyImages()) {
            sentences
                    .image(image.frame())
                    .ifPresent(reference -> shown.add(new ContentItem(
                            "",
                            Relationship.CONTAINS,
                            Optional.of(SrCode.COMMENT),
                            new ContentValue.Text(image.caption().isBlank() ? "—" : image.caption()),
                            List.of(reference))));
        }
        if (!shown.isEmpty()) {
            items.add(item(Relationship.CONTAINS, KEY_IMAGES, new ContentValue.Container(true, ""), shown));
        }
    }
}
