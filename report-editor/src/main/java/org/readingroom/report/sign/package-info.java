/// Canonical form, digest and signature of a report. Read [CanonicalReport], then [ReportSigner]
/// and [SignatureVerifier]. Nothing here decides who may sign; that is `workflow`.
///
/// # The canonical form
///
/// What is signed is JSON in UTF-8, made so that the same report and act always give the same bytes
/// and any program can make them again (the string and layout rules are those of RFC 8785):
///
/// - an object's members are sorted by name; there is no white space; every member is always there,
///   `null` where a value is absent;
/// - strings are in Unicode normal form C; only `"`, `\` and the controls below U+0020 are escaped:
///   `\b \t \n \f \r` where there is a short form, else the six-character escape in lower case. A
///   lone surrogate cannot be signed;
/// - counts are JSON integers; measured numbers are JSON *strings* holding the shortest decimal
///   that reads back to the same IEEE 754 double, without exponent (`"8.3417"`, `"-600"`, `"0"`);
/// - times are ISO 8601: the act in UTC to the second, the study in local time as the files say it,
///   dates as `2026-11-20`;
/// - enumerated values are their English names in upper case; sets are sorted.
///
/// ```
/// {
///   "act":    {"author": {"displayName", "licenceNumber", "licenceValidUntil", "roles", "userId"},
///              "predecessorDigest", "reason", "rulesVersion", "signedAt", "stage", "version"},
///   "form":   "readingroom.report/1",
///   "report": {"id", "language", "sections": [{"kind", "sentences": [{"concepts", "evidence", "id",
///              "measurements", "origin", "text"}]}], "templateId"},
///   "study":  {"accessionNumber", "bodyPart", "description", "institution", "modality",
///              "patient": {"alphabetic", "birthDate", "id", "ideographic", "issuer", "phonetic", "sex"},
///              "studyTime", "studyUid"}
/// }
/// ```
///
/// A report with structured values, suggestions, key images or a marked conclusion has the form
/// `readingroom.report/2`. It differs only by members that stand there where they say something:
/// `report` may have `conclusion` and `keyImages`: `[{"caption", "frame", "instance", "series",
/// "windowCenter", "windowWidth"}]`; a sentence may have `fields`: `[{"concept", "field",
/// "isFollowed", "name", "role", "unit", "value"}]` and `suggestion`: `{"act", "basis",
/// "editDistance", "source", "sourceVersion", "suggested"}`; `author` may have `qualifiedSince`, a date.
/// The section of a consultation stands among `sections` only once it says something.
///
/// The digest is SHA-256 over those bytes. Each version carries the digest of the one before, so a
/// version cannot be exchanged without breaking all that follow.
///
/// # The signature
///
/// A detached CMS SignedData (RFC 5652) in DER: ECDSA on P-256 with SHA-256, one signer, signed
/// attributes content type, message digest, signing time (the act's), algorithm protection (RFC
/// 6211) and signing certificate v2 (RFC 5035); the signer's certificate and its issuer's are
/// inside. `openssl cms -verify -binary -inform DER -content CANONICAL` reads it. The verifier
/// accepts that one form only, so that no byte of a signature is free to change.
@NullMarked
package org.readingroom.report.sign;

import org.jspecify.annotations.NullMarked;
