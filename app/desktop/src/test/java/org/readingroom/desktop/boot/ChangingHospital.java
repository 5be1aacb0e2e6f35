package org.readingroom.desktop.boot;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.scene.control.Labeled;
import org.readingroom.assets.Messages;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.Stage;
import org.readingroom.services.archive.Archive;
import org.readingroom.services.home.Home;
import org.readingroom.services.home.HomeOptions;
import org.readingroom.services.home.Session;
import org.readingroom.services.hospital.Clients;
import org.readingroom.services.link.HttpServer;
import org.readingroom.services.link.LinkProbe;
import org.readingroom.services.link.LinkWitness;
import org.readingroom.services.link.Servers;
import org.readingroom.services.reading.Reports;
import org.readingroom.services.remote.fhir.FhirReports;
import org.readingroom.services.remote.http.HttpLink;
import org.readingroom.services.remote.http.HttpTimes;
import org.readingroom.services.ris.RisReports;
import org.readingroom.services.ris.RisWorklist;
import org.readingroom.services.sync.OutboxEntry.State;
import org.readingroom.services.testing.FhirDouble;
import org.readingroom.services.testing.TestArchive;
import org.readingroom.viewer.model.Study;
import org.readingroom.viewer.phantom.LesionCtPhantom;
import org.readingroom.viewer.task.Progress;

/// A hospital that changes a report which this desk has sent.
final class ChangingHospital {
    static final LesionCtPhantom CASE = new LesionCtPhantom(true);
    static final String FIRST = "右肺上叶结节。";
    static final String THEIRS = "右肺上叶结节，建议三个月复查。";

    private ChangingHospital() {}

    record Doubles(FhirDouble ris) implements Clients {
        @Override
        public Optional<Archive> archive(Servers servers, LinkWitness witness) {
            return Optional.of(new TestArchive());
        }

        @Override
        public Optional<RisWorklist> risWorklist(Servers servers, LinkWitness witness) {
            return Optional.empty();
        }

        @Override
        public Optional<RisReports> risReports(Servers servers, LinkWitness witness) {
            return Optional.of(new FhirReports(new HttpLink(HttpServer.open(ris.base()), witness, HttpTimes.DEFAULT)));
        }

        @Override
        public Optional<LinkProbe> pacsProbe(Servers servers) {
            return Optional.empty();
        }

        @Override
        public Optional<LinkProbe> risProbe(Servers servers) {
            return Optional.empty();
        }

        @Override
        public void close() {}
    }

    static void prepare(FhirDouble ris, Path place, HomeOptions options, boolean isFinal) throws Exception {
        ris.put("""
                {"resourceType":"Patient","id":"p1","identifier":[{"system":"urn:mrn","value":"DEMO-0011"}],
                 "birthDate":"1958-08-17"}""");
        try (Home home = Home.openOrCreateDemo(place, options, Progress.IGNORED)) {
            try (Session session = home.signIn("radiologist", "demo".toCharArray())) {
                poll(session);
                sign(session, Stage.PRIMARY);
            }
            if (isFinal) {
                try (Session session = home.signIn("senior", "demo".toCharArray())) {
                    sign(session, Stage.REVIEW);
                }
            }
            try (Session session = home.signIn("senior", "demo".toCharArray())) {
                conclude(ris, THEIRS);
                eventually("the change", () -> poll(session) == 1);
            }
        }
    }

    static void sign(Session session, Stage stage) throws Exception {
        Study study = session.studies().study(CASE.uid()).orElseThrow();
        var open = session.reports().open(study, ReportLanguage.CHINESE, "演示医院");
        session.reports()
                .sign(Reports.written(open.report(), FIRST), open.baseVersion(), stage, "", "demo".toCharArray());
        eventually(
                "the report over there",
                () -> session.outbox().entries().stream()
                        .noneMatch(entry -> entry.isReport() && entry.state() == State.WAITING));
    }

    /// Without a window.
    static void eventually(String what, Callable<Boolean> isSo) throws Exception {
        long end = System.nanoTime() + 90_000_000_000L;
        while (!isSo.call()) {
            assertTrue(System.nanoTime() < end, what);
            Thread.sleep(10);
        }
    }

    static int poll(Session session) throws Exception {
        return session.hospital()
                .incoming()
                .poll(session.hospital().risReports().orElseThrow(), Progress.IGNORED);
    }

    static void conclude(FhirDouble ris, String words) {
        ObjectNode report = ris.all("DiagnosticReport").getFirst();
        report.put("conclusion", words);
        ris.put(report);
    }

    static String conclusion(FhirDouble ris) {
        return ris.all("DiagnosticReport").getFirst().path("conclusion").asText();
    }

    static String said(Messages messages, int count) {
        return messages.get("desk.tip.key", messages.get("desktop.incoming.waiting", count), "Ctrl+U");
    }

    static String waiting(RealWindow window) {
        return window.person()
                .find("#status-incoming")
                .map(node -> ((Labeled) node).getText())
                .orElse("");
    }
}
