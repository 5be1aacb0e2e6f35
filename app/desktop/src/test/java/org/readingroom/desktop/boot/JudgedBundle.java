package org.readingroom.desktop.boot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.readingroom.report.edit.ReportEdits;
import org.readingroom.report.fhir.Filing;
import org.readingroom.report.fhir.ReportBundle;
import org.readingroom.report.model.CodedConcept;
import org.readingroom.report.model.FieldRole;
import org.readingroom.report.model.FieldValue;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportSentence;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.SignedReport;
import org.readingroom.report.model.SuggestionTrace;

/// What HAPI's validator says against each resource of a bundle that holds everything a filing can.
final class JudgedBundle {
    private JudgedBundle() {}

    static Set<String> objections(List<SignedReport> versions, StoryHospital hospital) throws Exception {
        SignedReport last = versions.getLast();
        Report plain = last.report();
        ReportSentence sentence =
                plain.section(SectionKind.IMPRESSION).sentences().getFirst();
        ReportSentence told = sentence.withFields(List.of(
                        new FieldValue("size", FieldRole.SIZE, "长径", "8.3", "mm", null, true),
                        new FieldValue(
                                "what",
                                FieldRole.NATURE,
                                "性质",
                                "结节",
                                "",
                                new CodedConcept("27925004", "SCT", "Nodule", "结节"),
                                true),
                        new FieldValue("shape", FieldRole.SHAPE, "形态", "圆形", "", null, true)))
                .withSuggestion(new SuggestionTrace(
                        "suggest-archive", "1.2", "结节。", SuggestionTrace.Act.EDITED, 4, List.of("r")));
        Report whole = ReportEdits.replace(plain, SectionKind.IMPRESSION, told).apply(plain);
        SignedReport signed = new SignedReport(whole, last.act(), last.canonical(), last.digest(), last.signature());
        byte[] bundle = ReportBundle.write(
                new Filing(List.of(signed), new byte[] {1}, UUID.randomUUID(), "", ZoneId.systemDefault()));
        Set<String> objections = new TreeSet<>();
        for (JsonNode entry : new ObjectMapper().readTree(bundle).path("entry")) {
            ObjectNode resource = entry.path("resource").deepCopy();
            objections.addAll(hospital.objections(resource));
        }
        return objections;
    }
}
