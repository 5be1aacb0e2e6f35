package org.readingroom.report.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.annotation.AnnotationId;
import org.readingroom.viewer.annotation.Measurement;
import org.readingroom.viewer.model.FrameRef;
import org.readingroom.viewer.model.Patient;
import org.readingroom.viewer.model.PatientId;
import org.readingroom.viewer.model.PersonName;
import org.readingroom.viewer.model.SeriesUid;
import org.readingroom.viewer.model.Sex;
import org.readingroom.viewer.model.SopInstanceUid;
import org.readingroom.viewer.model.StudyUid;

/// Values of the report to JSON nodes and back. What is missing or of the wrong kind is an
/// [IllegalArgumentException].
final class ReportNodes {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private ReportNodes() {}

    static ObjectNode report(Report report) {
        ObjectNode node = NODES.objectNode()
                .put("id", report.id().value())
                .put("language", report.language().code())
                .put("templateId", report.templateId());
        node.set("study", study(report.study()));
        node.set("sections", array(report.sections(), ReportNodes::section));
        return node;
    }

    static Report report(JsonNode node) {
        return new Report(
                new ReportId(text(node, "id")),
                study(object(node, "study")),
                language(text(node, "language")),
                textOr(node, "templateId", ""),
                list(node, "sections", ReportNodes::section));
    }

    static ObjectNode act(SigningAct act) {
        Author author = act.author();
        ObjectNode node = NODES.objectNode().put("stage", act.stage().name());
        node.set(
                "author",
                NODES.objectNode()
                        .put("userId", author.userId())
                        .put("displayName", author.displayName())
                        .put("licenceNumber", author.licenceNumber())
                        .put("licenceValidUntil", string(author.licenceValidUntil()))
                        .set(
                                "roles",
                                array(author.roles().stream().sorted().toList(), role -> NODES.textNode(role.name()))));
        return node.put("version", act.version())
                .put("predecessorDigest", act.predecessorDigest())
                .put("signedAt", act.signedAt().toString())
                .put("reason", act.reason())
                .put("rulesVersion", act.rulesVersion());
    }

    static SigningAct act(JsonNode node) {
        JsonNode author = object(node, "author");
        String licence = optional(author, "licenceValidUntil");
        return new SigningAct(
                Stage.valueOf(text(node, "stage")),
                new Author(
                        text(author, "userId"),
                        text(author, "displayName"),
                        Set.copyOf(list(author, "roles", role -> AuthorRole.valueOf(role.asText()))),
                        textOr(author, "licenceNumber", ""),
                        licence == null ? null : LocalDate.parse(licence)),
                node.path("version").intValue(),
                text(node, "predecessorDigest"),
                Instant.parse(text(node, "signedAt")),
                textOr(node, "reason", ""),
                textOr(node, "rulesVersion", ""));
    }

    private static ObjectNode study(StudyIdentity study) {
        Patient patient = study.patient();
        ObjectNode node = NODES.objectNode().put("studyUid", study.study().value());
        node.set(
                "patient",
                NODES.objectNode()
                        .put("id", patient.id().value())
                        .put("issuer", patient.id().issuer())
                        .put("alphabetic", patient.name().alphabetic())
                        .put("ideographic", patient.name().ideographic())
                        .put("phonetic", patient.name().phonetic())
                        .put("birthDate", string(patient.birthDate()))
                        .put("sex", patient.sex().name()));
        return node.put("accessionNumber", study.accessionNumber())
                .put("studyTime", string(study.studyTime()))
                .put("modality", study.modality())
                .put("bodyPart", study.bodyPart())
                .put("description", study.description())
                .put("institution", study.institution());
    }

    private static StudyIdentity study(JsonNode node) {
        JsonNode patient = object(node, "patient");
        String birthDate = optional(patient, "birthDate");
        String studyTime = optional(node, "studyTime");
        return new StudyIdentity(
                new StudyUid(text(node, "studyUid")),
                new Patient(
                        new PatientId(text(patient, "id"), textOr(patient, "issuer", "")),
                        new PersonName(
                                text(patient, "alphabetic"),
                                textOr(patient, "ideographic", ""),
                                textOr(patient, "phonetic", "")),
                        birthDate == null ? null : LocalDate.parse(birthDate),
                        Sex.valueOf(text(patient, "sex"))),
                text(node, "accessionNumber"),
                studyTime == null ? null : LocalDateTime.parse(studyTime),
                text(node, "modality"),
                textOr(node, "bodyPart", ""),
                textOr(node, "description", ""),
                textOr(node, "institution", ""));
    }

    private static ObjectNode section(Section section) {
        ObjectNode node = NODES.objectNode().put("kind", section.kind().name());
        node.set("sentences", array(section.sentences(), ReportNodes::sentence));
        return node;
    }

    private static Section section(JsonNode node) {
        return new Section(SectionKind.valueOf(text(node, "kind")), list(node, "sentences", ReportNodes::sentence));
    }

    private static ObjectNode sentence(ReportSentence sentence) {
        ObjectNode node = NODES.objectNode()
                .put("id", sentence.id().value())
                .put("text", sentence.text())
                .put("origin", sentence.origin().name());
        node.set("evidence", array(sentence.evidence(), ReportNodes::anchor));
        node.set("measurements", array(sentence.measurements(), ReportNodes::measurement));
        node.set("concepts", array(sentence.concepts(), ReportNodes::concept));
        return node;
    }

    private static ReportSentence sentence(JsonNode node) {
        return new ReportSentence(
                new SentenceId(text(node, "id")),
                text(node, "text"),
                SentenceOrigin.valueOf(text(node, "origin")),
                list(node, "evidence", ReportNodes::anchor),
                list(node, "measurements", ReportNodes::measurement),
                list(node, "concepts", ReportNodes::concept));
    }

    private static ObjectNode anchor(EvidenceAnchor anchor) {
        ObjectNode node = NODES.objectNode().put("series", anchor.series().value());
        FrameRef frame = anchor.frame();
        if (frame != null) {
            node.put("instance", frame.instance().value()).put("frame", frame.frame());
        }
        AnnotationId annotation = anchor.annotation();
        if (annotation != null) {
            node.put("annotation", annotation.value());
        }
        AnchorWindow window = anchor.window();
        if (window != null) {
            node.put("windowCenter", window.center()).put("windowWidth", window.width());
        }
        return node;
    }

    private static EvidenceAnchor anchor(JsonNode node) {
        return new EvidenceAnchor(
                new SeriesUid(text(node, "series")),
                node.has("instance")
                        ? new FrameRef(
                                new SopInstanceUid(text(node, "instance")),
                                node.path("frame").intValue())
                        : null,
                node.has("annotation") ? new AnnotationId(text(node, "annotation")) : null,
                node.has("windowCenter")
                        ? new AnchorWindow(number(node, "windowCenter"), number(node, "windowWidth"))
                        : null);
    }

    private static ObjectNode measurement(BoundMeasurement bound) {
        return NODES.objectNode()
                .put("annotation", bound.annotation().value())
                .put("quantity", bound.measurement().quantity().name())
                .put("value", bound.measurement().value())
                .put("unit", bound.measurement().ucum())
                .put("shown", bound.shown());
    }

    private static BoundMeasurement measurement(JsonNode node) {
        return new BoundMeasurement(
                new AnnotationId(text(node, "annotation")),
                new Measurement(
                        Measurement.Quantity.valueOf(text(node, "quantity")),
                        number(node, "value"),
                        text(node, "unit")),
                text(node, "shown"));
    }

    private static ObjectNode concept(CodedConcept concept) {
        return NODES.objectNode()
                .put("code", concept.code())
                .put("scheme", concept.scheme())
                .put("english", concept.english())
                .put("chinese", concept.chinese());
    }

    private static CodedConcept concept(JsonNode node) {
        return new CodedConcept(
                text(node, "code"), text(node, "scheme"), textOr(node, "english", ""), textOr(node, "chinese", ""));
    }

    private static ReportLanguage language(String code) {
        for (ReportLanguage language : ReportLanguage.values()) {
            if (language.code().equals(code)) {
                return language;
            }
        }
        throw new IllegalArgumentException("report language " + code);
    }

    private static <T> ArrayNode array(List<T> values, Function<T, JsonNode> toNode) {
        ArrayNode array = NODES.arrayNode();
        values.forEach(value -> array.add(toNode.apply(value)));
        return array;
    }

    private static <T> List<T> list(JsonNode node, String field, Function<JsonNode, T> ofNode) {
        List<T> values = new ArrayList<>();
        node.path(field).forEach(element -> values.add(ofNode.apply(element)));
        return values;
    }

    static JsonNode object(JsonNode node, String field) {
        JsonNode value = node.path(field);
        if (!value.isObject()) {
            throw new IllegalArgumentException("field " + field + " is missing");
        }
        return value;
    }

    static String text(JsonNode node, String field) {
        String value = node.path(field).textValue();
        if (value == null) {
            throw new IllegalArgumentException("field " + field + " is missing");
        }
        return value;
    }

    private static String textOr(JsonNode node, String field, String otherwise) {
        String value = node.path(field).textValue();
        return value == null ? otherwise : value;
    }

    private static @Nullable String optional(JsonNode node, String field) {
        return node.path(field).textValue();
    }

    private static double number(JsonNode node, String field) {
        if (!node.path(field).isNumber()) {
            throw new IllegalArgumentException("field " + field + " is no number");
        }
        return node.path(field).doubleValue();
    }

    private static @Nullable String string(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
