package org.readingroom.services.remote.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import org.readingroom.report.prior.OutsideReport;
import org.readingroom.services.remote.http.HttpLink;
import org.readingroom.services.remote.http.HttpRequest.Field;
import org.readingroom.services.remote.http.HttpTimes;
import org.readingroom.services.ris.RisException;
import org.readingroom.services.ris.RisPriors;
import org.readingroom.viewer.model.Patient;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Progress;

/// A patient's imaging reports on a server that speaks FHIR R4: first their versions, then the words of
/// what is new.
///
/// Whatever a server answers, a report is of this patient, of imaging, and of a state that holds, or it is
/// left out.
///
/// **Source:** FHIR R4, DiagnosticReport.
// [impl->req~report.outside.read~1]
// [impl->req~report.outside.hostile~1]
public final class FhirPriors implements RisPriors {
    /// chosen: nobody waits for it, but the next question does.
    public static final HttpTimes TIMES =
            new HttpTimes(Duration.ofSeconds(4), Duration.ofSeconds(10), Duration.ofSeconds(20));

    /// chosen: years of one patient; the newest come first.
    static final int MOST_REPORTS = 60;
    /// chosen: a page of a hundred versions takes some ten kB; a server that sends whole reports all the
    /// same may.
    private static final long UP_TO = 8L << 20;
    private static final int MOST_PAGES = 8;
    private static final int MOST_MERGED = 16;
    /// All that tells whether a report stands in another one's place: its words may not be readable. Some servers
    /// know `effective` by this name, some by those of its kinds.
    private static final String HEAD = "id,meta,status,subject,category,code,identifier,imagingStudy,issued,"
            + "effective,effectiveDateTime,effectivePeriod,extension";

    private final ReportWire wire;
    private final FhirPatientMatch patients;
    private final FhirPriorReader reader;

    public FhirPriors(HttpLink link) {
        this.wire = new ReportWire(link, MOST_PAGES, UP_TO);
        this.patients = new FhirPatientMatch(wire);
        this.reader = new FhirPriorReader(wire);
    }

    @Override
    public Optional<Found> of(Patient patient, Function<String, Optional<OutsideReport>> known, Progress progress)
            throws WorkstationException {
        String token = patient.id().value().replaceAll("([\\\\,|$])", "\\\\$1");
        Optional<String> living = token.isBlank()
                ? Optional.empty()
                : patients.only(patient, wire.search("Patient", List.of(new Field("identifier", token))));
        return living.isEmpty() ? Optional.empty() : Optional.of(found(subjects(living.get()), known, progress));
    }

    /// The patient's record, and those that were merged into it: what was reported under them stays there.
    private Set<String> subjects(String living) throws WorkstationException {
        String name = "Patient/" + living;
        Set<String> subjects = new LinkedHashSet<>(Set.of(name));
        wire.each("Patient", List.of(new Field("link", name)), node -> {
            for (JsonNode link : node.path("link")) {
                if (link.path("type").asText().equals("replaced-by")
                        && FhirReferences.of(link.path("other")).equals(name)) {
                    subjects.add(FhirReferences.ofResource(node));
                }
            }
            return subjects.size() < MOST_MERGED;
        });
        return subjects;
    }

    private Found found(Set<String> subjects, Function<String, Optional<OutsideReport>> known, Progress progress)
            throws WorkstationException {
        Map<String, JsonNode> heads = new LinkedHashMap<>();
        List<Field> query = List.of(
                new Field("patient", String.join(",", subjects)),
                new Field("_sort", "-issued"),
                new Field("_elements", HEAD),
                new Field("_count", "100"));
        boolean isWhole = wire.each("DiagnosticReport", query, node -> {
            refuseCancelled(progress);
            boolean isOne = FhirPriorReader.isOne(node, subjects);
            if (isOne && heads.size() == MOST_REPORTS && !heads.containsKey(id(node))) {
                return false;
            }
            if (isOne) {
                heads.putIfAbsent(id(node), node);
            }
            return true;
        });
        List<OutsideReport> read = new ArrayList<>();
        for (JsonNode head : heads.values()) {
            refuseCancelled(progress);
            String version = FhirPriorReader.version(head);
            Optional<OutsideReport> before = known.apply(id(head));
            Optional<OutsideReport> same =
                    before.filter(one -> !version.isEmpty() && one.version().equals(version));
            if (same.isPresent()) {
                read.add(same.get());
            } else {
                fresh(head, subjects, before).ifPresent(read::add);
            }
            progress.at(read.size(), heads.size());
        }
        return new Found(FhirReplaced.without(read), isWhole);
    }

    private static void refuseCancelled(Progress progress) {
        if (progress.isCancelled()) {
            throw new CancellationException("given up between two reports");
        }
    }

    /// Nothing when it is gone meanwhile; without its words, and asked for again, when this server does not
    /// show them or not within bounds.
    private Optional<OutsideReport> fresh(JsonNode head, Set<String> subjects, Optional<OutsideReport> before)
            throws WorkstationException {
        try {
            return reader.read(id(head), subjects);
        } catch (RisException e) {
            return switch (e.fault()) {
                case MISSING -> Optional.empty();
                case FORBIDDEN, REFUSED, GARBLED, TOO_LARGE, BROKEN ->
                    Optional.of(reader.wordless(head, subjects, before));
                default -> throw e;
            };
        }
    }

    private static String id(JsonNode node) {
        return node.path("id").asText();
    }
}
