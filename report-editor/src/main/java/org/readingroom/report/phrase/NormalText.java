package org.readingroom.report.phrase;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.readingroom.report.edit.SentenceSplitter;
import org.readingroom.report.model.FieldRole;
import org.readingroom.report.model.FieldValue;
import org.readingroom.report.model.Polarity;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.ReportSentence;
import org.readingroom.report.model.Section;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.SentenceOrigin;
import org.readingroom.report.model.StudyIdentity;
import org.readingroom.report.prior.PriorQuote;
import org.readingroom.report.template.BodyPart;

/// What somebody writes when nothing is wrong, for one kind of study.
///
/// `modality` is a DICOM code, `region` the name of a [BodyPart], empty for studies whose part is not known; `sex` the
/// name of a [Sex], empty in books that do not say it, and `description` what the study was called.
public record NormalText(
        String modality,
        String region,
        String sex,
        String description,
        ReportLanguage language,
        String technique,
        String findings,
        String impression) {
    private static final Set<FieldRole> ABNORMAL = EnumSet.of(FieldRole.LOCATION, FieldRole.SIZE, FieldRole.CATEGORY);

    public NormalText {
        if (findings.isBlank() || impression.isBlank()) {
            throw new IllegalArgumentException("a normal text says findings and impression");
        }
        if (Math.max(technique.length(), Math.max(findings.length(), impression.length())) > Phrase.LONGEST_TEXT) {
            throw new IllegalArgumentException("a section has at most " + Phrase.LONGEST_TEXT + " letters");
        }
    }

    /// The name of the part of the body that `study` shows; empty when it is not known.
    public static String region(StudyIdentity study) {
        return BodyPart.of(study).map(BodyPart::name).orElse("");
    }

    /// Whether it was written for studies of this kind: the same part of the body, sex and description. Nothing suits
    /// nearly: a normal text of another part, or of contrast that was not given, would be a false report.
    // [impl->req~report.phrase.normal~1]
    public boolean suits(StudyIdentity study, ReportLanguage wanted) {
        return language == wanted
                && !modality.isEmpty()
                && !region.isEmpty()
                && modality.equals(study.modality())
                && region.equals(region(study))
                && sex.equals(study.patient().sex().name())
                && description.equals(described(study));
    }

    private static String described(StudyIdentity study) {
        return study.description().strip().replaceAll("\\s+", " ").toUpperCase(Locale.ROOT);
    }

    /// What `report` says, as the normal text of such studies. Nothing when its conclusion is positive, a section is
    /// empty, a blank is left, or nobody knows what part of the body it is of; nor when a sentence rests on a mark,
    /// is a machine's, is of an earlier report, or says where, how large or of what category something is.
    public static Optional<NormalText> of(Report report) {
        StudyIdentity study = report.study();
        String findings = report.text(SectionKind.FINDINGS).strip();
        String impression = report.text(SectionKind.IMPRESSION).strip();
        String technique = report.text(SectionKind.TECHNIQUE).strip();
        boolean isPlain = report.sentences().stream()
                .allMatch(sentence -> sentence.evidence().isEmpty()
                        && sentence.measurements().isEmpty()
                        && sentence.origin() != SentenceOrigin.MACHINE
                        && sentence.fields().stream().noneMatch(NormalText::isAbnormal)
                        && !PriorQuote.isOfPrior(sentence.text())
                        && PhraseText.next(sentence.text(), 0).isEmpty());
        int longest = Math.max(technique.length(), Math.max(findings.length(), impression.length()));
        if (!isPlain
                || report.conclusion() == Polarity.POSITIVE
                || findings.isEmpty()
                || impression.isEmpty()
                || longest > Phrase.LONGEST_TEXT
                || study.modality().isEmpty()
                || region(study).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new NormalText(
                study.modality(),
                region(study),
                study.patient().sex().name(),
                described(study),
                report.language(),
                technique,
                findings,
                impression));
    }

    private static boolean isAbnormal(FieldValue value) {
        return ABNORMAL.contains(value.role()) && !value.value().isBlank();
    }

    /// Its words as new sentences, section by section; they may be replaced as those of a template may.
    public List<Section> sections() {
        List<Section> sections = new ArrayList<>();
        if (!technique.isBlank()) {
            sections.add(section(SectionKind.TECHNIQUE, technique));
        }
        sections.add(section(SectionKind.FINDINGS, findings));
        sections.add(section(SectionKind.IMPRESSION, impression));
        return sections;
    }

    private static Section section(SectionKind kind, String text) {
        return new Section(
                kind,
                SentenceSplitter.split(text).stream()
                        .map(piece -> ReportSentence.of(piece, SentenceOrigin.TEMPLATE))
                        .toList());
    }

    boolean isForSameAs(NormalText other) {
        return modality.equals(other.modality)
                && region.equals(other.region)
                && sex.equals(other.sex)
                && description.equals(other.description)
                && language == other.language;
    }
}
