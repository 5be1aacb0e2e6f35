package org.readingroom.desktop.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.readingroom.desktop.boot.RealWindow.onFx;
import static org.readingroom.desktop.boot.RealWindow.until;

import java.nio.ShortBuffer;
import java.nio.file.Path;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.desktop.tour.Puppet.Modifier;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.SignedReport;
import org.readingroom.services.home.Home;
import org.readingroom.services.home.HomeOptions;
import org.readingroom.services.home.Session;
import org.readingroom.services.reading.VersionVerdict;
import org.readingroom.services.sync.OutboxEntry;
import org.readingroom.viewer.annotation.Annotation;
import org.readingroom.viewer.annotation.Measurement.Quantity;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.geometry.ImagePlane;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.task.Progress;
import org.readingroom.viewer.testing.SharedData;

/// The line on a real chest CT in the real window: open, measure, report, sign. What was measured,
/// stored, signed and audited is then held against DCMTK's pixels, arithmetic, OpenSSL and the chain
/// itself.
@Tag("ui")
@Tag("slow")
class ReadAndSignScenarioTest {
    private static final String SERIES = "series/ct-chest-lidc0314";
    private static final double SPACING_MM = 0.78125;
    /// Chosen so that no pixel centre lies on the ellipse: its sums of squares are multiples of 1/25,
    /// 9.9² is not.
    private static final double CENTRE = 256.2;

    private static final double HALF = 9.9;

    @TempDir
    Path folder;

    // [utest->req~report.sign.one-transaction~1]
    @Test
    void aChestCtIsOpenedMeasuredReportedAndSigned() throws Exception {
        Assumptions.assumeTrue(System.getenv("DISPLAY") != null, "skipped: there is no display");
        Path series = SharedData.path(SERIES);
        Path place = folder.resolve("home");
        StudyUid study = prepare(place, series);
        Walked walked;
        try (RealWindow window = new RealWindow(place, true, Locale.ENGLISH)) {
            walked = walk(window);
        }
        ImagePlane plane = Objects.requireNonNull(walked.frame.plane());
        assertEquals(SPACING_MM, plane.spacing().rowMm(), 0);
        assertEquals(64 * SPACING_MM, walked.lengthMm, 0.01);
        assertEquals(Math.PI * Math.pow(HALF * SPACING_MM, 2), walked.areaMm2, 0.05);
        OutsidePrograms outside = new OutsidePrograms(folder);
        DoubleSummaryStatistics truth = inEllipse(
                outside.storedValues(series, walked.frame.ref().instance().value()));
        assertEquals(truth.getCount(), walked.count);
        assertEquals(truth.getAverage(), walked.meanHu, 1e-3);
        try (Home home = Home.openOrCreate(place)) {
            try (Session session = home.signIn("radiologist", "demo".toCharArray())) {
                examine(session, study, outside);
            }
            assertTrue(home.verifyAudit("radiologist", "demo".toCharArray()).isIntact());
        }
    }

    private static void examine(Session session, StudyUid study, OutsidePrograms outside) throws Exception {
        List<VersionVerdict> verdicts = session.reports().verify(study);
        assertEquals(1, verdicts.size());
        assertTrue(verdicts.getFirst().isSound());
        SignedReport signed = session.reports().versions(study).getFirst();
        assertTrue(signed.report().text(SectionKind.FINDINGS).contains("50.0"), "the measured length is written");
        assertTrue(
                signed.report().sentences().stream().anyMatch(s -> !s.evidence().isEmpty()));
        outside.verifySignature(signed, session.reports().trustedCertificatePem());
        List<OutboxEntry> all = session.outbox().entries();
        assertEquals(
                List.of("PR", "SR"),
                all.stream()
                        .filter(entry -> !entry.isReport())
                        .map(OutboxEntry::kind)
                        .sorted()
                        .toList(),
                "the objects of its marks wait beside it");
        List<OutboxEntry> waiting = all.stream().filter(OutboxEntry::isReport).toList();
        assertEquals(1, waiting.size());
        assertEquals(OutboxEntry.State.WAITING, waiting.getFirst().state());
        assertTrue(session.annotations().load(study).isPresent(), "the marks survive the restart");
    }

    private static StudyUid prepare(Path place, Path series) throws Exception {
        HomeOptions empty = HomeOptions.defaults().withDepartment(List::of);
        try (Home home = Home.openOrCreateDemo(place, empty, Progress.IGNORED);
                Session session = home.signIn("radiologist", "demo".toCharArray())) {
            var summary = session.imports().importPaths(List.of(series), Progress.IGNORED);
            assertEquals(275, summary.imported());
            assertEquals(List.of(), summary.skipped());
            return summary.studies().iterator().next();
        }
    }

    private record Walked(ImageFrame frame, double lengthMm, double areaMm2, long count, double meanHu) {}

    private static Walked walk(RealWindow window) throws Exception {
        window.signIn("radiologist", "demo");
        until(
                "the list",
                () -> window.person().sees("#worklist")
                        && window.look().worklist().shown().size() == 1);
        AtomicInteger shown = new AtomicInteger();
        onFx(() -> {
            window.look().desk().onPictureShownProperty().set(shown::incrementAndGet);
            window.person().press(KeyCode.ENTER);
        });
        until(
                "the picture",
                () -> shown.get() > 0
                        && window.look().report().isPresent()
                        && window.look().deskView().activeNode().context().isPresent());
        ImageFrame frame = window.frame();
        window.draw(KeyCode.L, frame, 200, 256, 264, 256);
        until("the length", () -> window.look().marks().annotations().size() == 1);
        window.draw(KeyCode.E, frame, CENTRE - HALF, CENTRE - HALF, CENTRE + HALF, CENTRE + HALF);
        until(
                "the statistics",
                () -> window.look().marks().annotations().size() == 2 && number(window, 1, Quantity.MEAN) != 0);
        report(window, frame);
        return onFx(() -> new Walked(
                frame,
                number(window, 0, Quantity.LENGTH),
                number(window, 1, Quantity.AREA),
                Math.round(number(window, 1, Quantity.COUNT)),
                number(window, 1, Quantity.MEAN)));
    }

    private static void report(RealWindow window, ImageFrame frame) throws Exception {
        onFx(() -> window.person().click("#report-templates"));
        until("the templates", () -> window.person().sees("#template-list"));
        onFx(() -> window.person().press(KeyCode.ENTER));
        until(
                "its words",
                () -> !window.person().sees("#template-list")
                        && window.look()
                                        .report()
                                        .orElseThrow()
                                        .model()
                                        .report()
                                        .sentences()
                                        .size()
                                > 1);
        onFx(() -> {
            window.person().press(KeyCode.ESCAPE);
            window.click(frame, 200, 256);
            window.person().press(KeyCode.G);
        });
        until(
                "the sentence, lit while its mark is selected",
                () -> window.look().report().orElseThrow().model().report().sentences().stream()
                        .anyMatch(window.look().report().orElseThrow().model().evidence()::isLit));
        until("the draft", () -> window.look().report().orElseThrow().isSaved());
        onFx(() -> {
            window.person().find("#report-impression").orElseThrow().requestFocus();
            window.person().press(KeyCode.ENTER, Modifier.CTRL);
        });
        until("the sign sheet", () -> window.person().sees("#report-sign-password"));
        onFx(() -> {
            window.person().click("#report-sign-password");
            window.person().type("demo");
            window.person().click("#report-sign-confirm");
        });
        until("the signed PDF", () -> window.person().sees("#document-pages"));
        until(
                "report, measurements and presentation state on their way",
                () -> window.look().outbox().rows().size() == 3);
    }

    private static double number(RealWindow window, int mark, Quantity quantity) {
        Annotation annotation = window.look().marks().annotations().get(mark);
        return window.look()
                .marks()
                .measured(annotation)
                .of(quantity)
                .map(m -> m.value())
                .orElse(0.0);
    }

    /// The ellipse's pixels in HU: this series' slope is 1, its intercept -1000.
    private static DoubleSummaryStatistics inEllipse(ShortBuffer stored) {
        DoubleSummaryStatistics inside = new DoubleSummaryStatistics();
        for (int y = 240; y < 275; y++) {
            for (int x = 240; x < 275; x++) {
                if ((x - CENTRE) * (x - CENTRE) + (y - CENTRE) * (y - CENTRE) < HALF * HALF) {
                    inside.accept(stored.get(y * 512 + x) - 1000.0);
                }
            }
        }
        return inside;
    }
}
