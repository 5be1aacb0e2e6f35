package org.readingroom.report.sign;

import java.math.BigDecimal;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.readingroom.report.model.AnchorWindow;
import org.readingroom.report.model.Author;
import org.readingroom.report.model.BoundMeasurement;
import org.readingroom.report.model.CodedConcept;
import org.readingroom.report.model.EvidenceAnchor;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportSentence;
import org.readingroom.report.model.Section;
import org.readingroom.report.model.SigningAct;
import org.readingroom.report.model.StudyIdentity;
import org.readingroom.viewer.annotation.AnnotationId;
import org.readingroom.viewer.model.FrameRef;
import org.readingroom.viewer.model.Patient;

/// The one byte sequence that stands for a report and its signing act; the package page defines it.
// [impl->req~report.sign.canonical~1]
public final class CanonicalReport {
    /// The form of a report without any of the parts that [#STRUCTURED_FORM] has.
    public static final String FORM = "readingroom.report/1";

    /// The form of a report with structured values, suggestions, key images, a marked conclusion,
    /// opinions of a consultation or a signer whose time of practice is known. What is without them
    /// keeps the bytes it always had, so that old signatures hold.
    public static final String STRUCTURED_FORM = "readingroom.report/2";

    private CanonicalReport() {}

    /// **Errors:** [SigningException] when the text holds a lone surrogate, which UTF-8 cannot say.
    public static byte[] bytes(Report report, SigningAct act) throws SigningException {
        return CanonicalJson.bytes(object(
                "form", StructuredParts.isIn(report) || StructuredParts.isIn(act) ? STRUCTURED_FORM : FORM,
                "report", report(report),
                "study", study(report.study()),
                "act", act(act)));
    }

    /// SHA-256 in lower-case hexadecimal.
    public static String digest(byte[] canonical) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(canonical));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static Object report(Report report) {
        Map<String, @Nullable Object> members = object(
                "id", report.id().value(),
                "language", report.language().code(),
                "templateId", report.templateId(),
                "sections", list(StructuredParts.sections(report), CanonicalReport::section));
        StructuredParts.add(report, members);
        return members;
    }

    private static Object section(Section section) {
        return object(
                "kind", section.kind().name(),
                "sentences", list(section.sentences(), CanonicalReport::sentence));
    }

    private static Object sentence(ReportSentence sentence) {
        Map<String, @Nullable Object> members = object(
                "id", sentence.id().value(),
                "text", sentence.text(),
                "origin", sentence.origin().name(),
                "evidence", list(sentence.evidence(), CanonicalReport::anchor),
                "measurements", list(sentence.measurements(), CanonicalReport::measurement),
                "concepts", list(sentence.concepts(), CanonicalReport::concept));
        StructuredParts.add(sentence, members);
        return members;
    }

    private static Object anchor(EvidenceAnchor anchor) {
        FrameRef frame = anchor.frame();
        AnnotationId annotation = anchor.annotation();
        AnchorWindow window = anchor.window();
        return object(
                "series", anchor.series().value(),
                "instance", frame == null ? null : frame.instance().value(),
                "frame", frame == null ? null : frame.frame(),
                "annotation", annotation == null ? null : annotation.value(),
                "windowCenter", window == null ? null : decimal(window.center()),
                "windowWidth", window == null ? null : decimal(window.width()));
    }

    private static Object measurement(BoundMeasurement bound) {
        return object(
                "annotation", bound.annotation().value(),
                "quantity", bound.measurement().quantity().name(),
                "value", decimal(bound.measurement().value()),
                "unit", bound.measurement().ucum(),
                "shown", bound.shown());
    }

    static Object concept(CodedConcept concept) {
        return object(
                "code", concept.code(),
                "scheme", concept.scheme(),
                "english", concept.english(),
                "chinese", concept.chinese());
    }

    private static Object study(StudyIdentity study) {
        Patient patient = study.patient();
        return object(
                "studyUid", study.study().value(),
                "patient",
                        object(
                                "id", patient.id().value(),
                                "issuer", patient.id().issuer(),
                                "alphabetic", patient.name().alphabetic(),
                                "ideographic", patient.name().ideographic(),
                                "phonetic", patient.name().phonetic(),
                                "birthDate", string(patient.birthDate()),
                                "sex", patient.sex().name()),
                "accessionNumber", study.accessionNumber(),
                "studyTime", string(study.studyTime()),
                "modality", study.modality(),
                "bodyPart", study.bodyPart(),
                "description", study.description(),
                "institution", study.institution());
    }

    private static Object act(SigningAct act) {
        return object(
                "stage", act.stage().name(),
                "author", author(act.author()),
                "version", act.version(),
                "predecessorDigest", act.predecessorDigest(),
                "signedAt", act.signedAt().toString(),
                "reason", act.reason(),
                "rulesVersion", act.rulesVersion());
    }

    private static Object author(Author author) {
        Map<String, @Nullable Object> members = object(
                "userId", author.userId(),
                "displayName", author.displayName(),
                "roles", author.roles().stream().map(Enum::name).sorted().toList(),
                "licenceNumber", author.licenceNumber(),
                "licenceValidUntil", string(author.licenceValidUntil()));
        StructuredParts.add(author, members);
        return members;
    }

    static Map<String, @Nullable Object> object(@Nullable Object... namesAndValues) {
        Map<String, @Nullable Object> members = new TreeMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            members.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return members;
    }

    static <T> List<Object> list(List<T> values, Function<T, Object> toValue) {
        return values.stream().map(toValue).toList();
    }

    static String decimal(double value) {
        // Double.toString gives the shortest decimal that reads back; JDK 19 made that a promise.
        return value == 0
                ? "0"
                : new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
    }

    private static @Nullable String string(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
