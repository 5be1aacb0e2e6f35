package org.readingroom.report.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.readingroom.viewer.model.Patient;
import org.readingroom.viewer.model.PatientId;
import org.readingroom.viewer.model.PersonName;
import org.readingroom.viewer.model.Sex;
import org.readingroom.viewer.model.StudyUid;

/// The study of a report to JSON nodes and back, as [ReportNodes] does for the rest.
final class StudyNodes {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private StudyNodes() {}

    static ObjectNode study(StudyIdentity study) {
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
                        .put("birthDate", ReportNodes.string(patient.birthDate()))
                        .put("sex", patient.sex().name()));
        return node.put("accessionNumber", study.accessionNumber())
                .put("studyTime", ReportNodes.string(study.studyTime()))
                .put("modality", study.modality())
                .put("bodyPart", study.bodyPart())
                .put("description", study.description())
                .put("institution", study.institution());
    }

    static StudyIdentity study(JsonNode node) {
        JsonNode patient = ReportNodes.object(node, "patient");
        String birthDate = ReportNodes.optional(patient, "birthDate");
        String studyTime = ReportNodes.optional(node, "studyTime");
        return new StudyIdentity(
                new StudyUid(ReportNodes.text(node, "studyUid")),
                new Patient(
                        new PatientId(ReportNodes.text(patient, "id"), ReportNodes.textOr(patient, "issuer", "")),
                        new PersonName(
                                ReportNodes.text(patient, "alphabetic"),
                                ReportNodes.textOr(patient, "ideographic", ""),
                                ReportNodes.textOr(patient, "phonetic", "")),
                        birthDate == null ? null : LocalDate.parse(birthDate),
                        Sex.valueOf(ReportNodes.text(patient, "sex"))),
                ReportNodes.text(node, "accessionNumber"),
                studyTime == null ? null : LocalDateTime.parse(studyTime),
                ReportNodes.text(node, "modality"),
                ReportNodes.textOr(node, "bodyPart", ""),
                ReportNodes.textOr(node, "description", ""),
                ReportNodes.textOr(node, "institution", ""));
    }
}
