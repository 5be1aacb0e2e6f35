package org.readingroom.report.phrase;

import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.StudyIdentity;
import org.readingroom.report.template.BodyPart;

/// What somebody writes when nothing is wrong, for one kind of study.
///
/// `modality` is a DICOM code, `region` the name of a [BodyPart], empty for studies whose part is not known.
public record NormalText(
        String modality, String region, ReportLanguage language, String technique, String findings, String impression) {
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

    /// Whether it was written for studies of this kind. Nothing suits nearly: a normal text of another part of the body
    /// would be a false report.
    // [impl->req~report.phrase.normal~1]
    public boolean suits(StudyIdentity study, ReportLanguage wanted) {
        return language == wanted
                && !modality.isEmpty()
                && !region.isEmpty()
                && modality.equals(study.modality())
                && region.equals(region(study));
    }

    boolean isForSameAs(NormalText other) {
        return modality.equals(other.modality) && region.equals(other.region) && language == other.language;
    }
}
