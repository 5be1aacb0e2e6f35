package org.readingroom.report.model;

/// A term of a vocabulary with its words in both languages.
///
/// **Source:** DICOM PS3.3 section 8: Code Value, Coding Scheme Designator, Code Meaning.
public record CodedConcept(String code, String scheme, String english, String chinese) {
    public CodedConcept {
        if (code.isBlank() || scheme.isBlank()) {
            throw new IllegalArgumentException("a coded concept needs a code and a scheme");
        }
    }

    public String words(ReportLanguage language) {
        return language == ReportLanguage.CHINESE ? chinese : english;
    }
}
