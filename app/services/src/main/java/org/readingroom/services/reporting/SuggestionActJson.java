package org.readingroom.services.reporting;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportJson;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.SentenceId;
import org.readingroom.report.register.NotedAct;
import org.readingroom.report.suggest.SuggestionAct;
import org.readingroom.viewer.model.WorkstationException;

/// An act on a suggestion as JSON, with the study as [ReportJson] writes it in a blank report.
final class SuggestionActJson {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private SuggestionActJson() {}

    static byte[] write(SuggestionAct act, String who) {
        Report blank = new Report(act.report(), act.study(), ReportLanguage.CHINESE, "", List.of());
        SentenceId sentence = act.sentence();
        ObjectNode node = MAPPER.createObjectNode()
                .put("who", who)
                .put("section", act.section().name())
                .put("source", act.source())
                .put("sourceVersion", act.sourceVersion())
                .put("suggested", act.suggested())
                .put("kind", act.kind().name())
                .put("words", act.words())
                .put("editDistance", act.editDistance())
                .put("sentence", sentence == null ? "" : sentence.value())
                .put("case", ReportJson.write(blank));
        act.basis().forEach(node.putArray("basis")::add);
        try {
            return MAPPER.writeValueAsBytes(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of values is always JSON", e);
        }
    }

    static NotedAct read(byte[] json, Instant at) throws WorkstationException {
        try {
            JsonNode node = MAPPER.readTree(json);
            Report blank = ReportJson.read(node.path("case").binaryValue());
            String sentence = node.path("sentence").asText();
            List<String> basis = new ArrayList<>();
            node.path("basis").forEach(each -> basis.add(each.asText()));
            return new NotedAct(
                    new SuggestionAct(
                            blank.id(),
                            blank.study(),
                            SectionKind.valueOf(node.path("section").asText()),
                            node.path("source").asText(),
                            node.path("sourceVersion").asText(),
                            node.path("suggested").asText(),
                            SuggestionAct.Kind.valueOf(node.path("kind").asText()),
                            node.path("words").asText(),
                            node.path("editDistance").asInt(),
                            sentence.isEmpty() ? null : new SentenceId(sentence),
                            basis),
                    node.path("who").asText(),
                    at);
        } catch (IOException | IllegalArgumentException e) {
            throw new WorkstationException(
                    "services.store.damaged", List.of(), "an act on a suggestion cannot be read", e);
        }
    }
}
