package org.readingroom.services.remote.fhir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.readingroom.services.remote.fhir.PriorCases.PATIENT;
import static org.readingroom.services.remote.fhir.PriorCases.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.readingroom.report.prior.OutsideReport;
import org.readingroom.services.link.HttpServer;
import org.readingroom.services.link.LinkWitness;
import org.readingroom.services.remote.http.HttpLink;
import org.readingroom.viewer.task.Progress;

/// A report that another one has replaced stays away, whether or not the words of that one can be read.
// [utest->req~report.outside.valid~1]
// [utest->req~report.outside.hostile~1]
class FhirReplacedUnreadTest {
    private static final String REPLACES =
            "http://hl7.org/fhir/5.0/StructureDefinition/extension-DiagnosticReport.relatesTo";

    private final List<ObjectNode> reports = new ArrayList<>();
    /// What the server shows of a head although it was asked for.
    private final List<String> hidden = new ArrayList<>();

    private boolean isUnreadable;

    /// Shows of a head what it was asked for and no more; r-2 is asked for in vain once it is unreadable.
    private byte[] answer(String place) {
        if (place.startsWith("Patient?identifier")) {
            return bundle(PriorCases.patient("p-7", "DEMO-7"));
        }
        if (place.startsWith("Patient")) {
            return bundle("");
        }
        if (place.startsWith("DiagnosticReport/")) {
            String id = place.substring("DiagnosticReport/".length());
            return RawServer.bytes(
                    isUnreadable && id.equals("r-2")
                            ? "<html>no report</html>"
                            : reports.stream()
                                    .filter(one -> one.path("id").asText().equals(id))
                                    .findFirst()
                                    .orElseThrow()
                                    .toString());
        }
        String asked = URLDecoder.decode(place, StandardCharsets.UTF_8).replaceAll(".*_elements=([^&]*).*", "$1");
        List<String> shown = new ArrayList<>(List.of(asked.split(",")));
        shown.add("resourceType");
        shown.removeAll(hidden);
        return bundle(reports.stream()
                .map(one -> one.deepCopy().retain(shown).toString())
                .collect(Collectors.joining("},{\"resource\":")));
    }

    private static byte[] bundle(String resources) {
        String entries = resources.isEmpty() ? "" : "{\"resource\":" + resources + "}";
        return RawServer.bytes("{\"resourceType\":\"Bundle\",\"entry\":[" + entries + "]}");
    }

    private List<OutsideReport> ask(List<OutsideReport> known) throws Exception {
        try (RawServer server = new RawServer(this::answer);
                HttpLink link = new HttpLink(HttpServer.open(server.base()), LinkWitness.NONE, FhirPriors.TIMES)) {
            return new FhirPriors(link)
                    .of(
                            PATIENT,
                            id -> known.stream()
                                    .filter(one -> one.id().equals(id))
                                    .findFirst(),
                            Progress.IGNORED)
                    .orElseThrow()
                    .reports();
        }
    }

    private static Set<String> ids(List<OutsideReport> found) {
        return found.stream().map(OutsideReport::id).collect(Collectors.toSet());
    }

    private static ObjectNode replacing(String id, String old) {
        ObjectNode report = report(id, "corrected", "corrected");
        ObjectNode extension = report.putArray("extension").addObject().put("url", REPLACES);
        extension.putArray("extension").addObject().put("url", "code").put("valueCode", "replaces");
        extension
                .withArray("/extension")
                .addObject()
                .put("url", "target")
                .putObject("valueReference")
                .put("reference", "DiagnosticReport/" + old);
        return report;
    }

    private static ObjectNode numbered(String id, String issued) {
        ObjectNode report = report(id, "final", id).put("issued", issued);
        report.putArray("identifier").addObject().put("system", "urn:filler").put("value", "F-1");
        return report;
    }

    @Test
    void theHeadOfAReportSaysInWhosePlaceItStands() throws Exception {
        reports.add(report("r-1", "final", "replaced"));
        reports.add(replacing("r-2", "r-1"));
        assertEquals(Set.of("r-2"), ids(ask(List.of())));
        isUnreadable = true;
        List<OutsideReport> found = ask(List.of());
        assertEquals(Set.of("r-2"), ids(found));
        assertEquals(
                Optional.of(false), found.stream().map(OutsideReport::isWhole).findFirst());
    }

    @Test
    void theHeadOfALaterReportOfTheSameNumberIsKnownAsIt() throws Exception {
        reports.add(numbered("r-1", "2021-05-15T10:00:00+08:00"));
        reports.add(numbered("r-2", "2021-05-16T10:00:00+08:00"));
        isUnreadable = true;
        assertEquals(Set.of("r-2"), ids(ask(List.of())));
    }

    @Test
    void whatWasKnownOfAReportIsKnownWhenItsHeadSaysLess() throws Exception {
        hidden.addAll(List.of("extension", "code"));
        reports.add(report("r-1", "final", "replaced"));
        reports.add(replacing("r-2", "r-1"));
        reports.add(numbered("r-3", "2021-05-15T10:00:00+08:00"));
        List<OutsideReport> before = ask(List.of());
        assertEquals(Set.of("r-2", "r-3"), ids(before));
        isUnreadable = true;
        List<OutsideReport> now = ask(before);
        assertEquals(Set.of("r-2", "r-3"), ids(now));
        assertEquals(
                List.of("", "胸部CT平扫"),
                now.stream()
                        .filter(one -> one.id().equals("r-2"))
                        .flatMap(one -> List.of(one.conclusion(), one.procedure()).stream())
                        .toList(),
                "its words may be other ones by now");
        assertEquals(Set.of("r-2", "r-3"), ids(ask(now)), "nor is it forgotten the next time");
    }
}
