package org.readingroom.report.sr;

import static org.readingroom.viewer.sr.SrCode.dcm;

import org.readingroom.report.model.SectionKind;
import org.readingroom.viewer.coded.CodedEntry;

/// What a section, and a sentence in it, are called in a document.
///
/// **Source:** DICOM PS3.16 context groups 7001 and 7002.
record SectionCode(CodedEntry section, CodedEntry sentence) {
    static SectionCode of(SectionKind kind) {
        return switch (kind.name()) {
            case "TECHNIQUE" ->
                new SectionCode(
                        dcm("121064", "Current Procedure Descriptions"), dcm("121065", "Procedure Description"));
            case "FINDINGS" -> new SectionCode(dcm("121070", "Findings"), dcm("121071", "Finding"));
            case "IMPRESSION" -> new SectionCode(dcm("121072", "Impressions"), dcm("121073", "Impression"));
            case "ADDENDUM" ->
                new SectionCode(new CodedEntry("55107-7", "LN", "", "Addendum"), dcm("121077", "Conclusion"));
            // what came later than this list is still told, as a conclusion
            default -> new SectionCode(dcm("121076", "Conclusions"), dcm("121077", "Conclusion"));
        };
    }
}
