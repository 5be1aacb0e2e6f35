package org.readingroom.viewer.recist;

/// What became of a tumour burden.
///
/// **Source:** RECIST 1.1 (Eisenhauer 2009), section 4.3 and tables 1 and 2.
public enum Response {
    /// Complete response.
    CR,
    /// Partial response.
    PR,
    /// Neither complete response nor progression: of lesions that are no targets.
    NON_CR_NON_PD,
    /// Stable disease.
    SD,
    /// Progressive disease.
    PD,
    /// Not to be evaluated.
    NE
}
