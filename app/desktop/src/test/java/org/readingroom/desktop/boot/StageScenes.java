package org.readingroom.desktop.boot;

import static org.readingroom.desktop.boot.RealWindow.onFx;
import static org.readingroom.desktop.boot.RealWindow.until;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.readingroom.desktop.tour.Puppet.Modifier;
import org.readingroom.report.model.SectionKind;
import org.readingroom.services.home.Session;
import org.readingroom.services.sync.OutboxEntry;
import org.readingroom.services.sync.OutboxKinds;
import org.readingroom.viewer.dicom.DicomReader;
import org.readingroom.viewer.document.EncapsulatedDocument;
import org.readingroom.viewer.model.WorkstationException;

/// What every scenario of a report's stages does by keys, and how what left the house is read by others' means.
final class StageScenes {
    private StageScenes() {}

    /// Signs in and waits for the only row there is.
    static void list(RealWindow window, String who) throws Exception {
        window.signIn(who, "demo");
        until(
                "the list",
                () -> window.person().sees("#worklist")
                        && window.look().worklist().shown().size() == 1
                        && window.look().worklist().selectedProperty().get() != null);
    }

    /// Opens the selected row and waits until it is said where its report stands.
    static void open(RealWindow window) throws Exception {
        onFx(() -> {
            window.person().find("#worklist").orElseThrow().requestFocus();
            window.person().press(KeyCode.ENTER);
        });
        until(
                "the report, and where it stands",
                () -> window.look().report().isPresent() && window.person().sees("#stage-standing"));
    }

    static void type(RealWindow window, SectionKind kind, String words) throws Exception {
        String area = "#report-" + kind.name().toLowerCase(java.util.Locale.ROOT);
        until("the text", () -> window.person().sees(area));
        onFx(() -> {
            TextArea text = window.look().report().orElseThrow().view().area(kind);
            text.requestFocus();
            text.end();
            window.person().type(words);
        });
        until(
                "the words",
                () -> window.look()
                        .report()
                        .orElseThrow()
                        .model()
                        .report()
                        .text(kind)
                        .endsWith(words));
    }

    /// Presses `key`, with Ctrl, and reads why nothing came of it; once more if another message came between.
    static void assertRefused(RealWindow window, KeyCode key, String why) throws Exception {
        until(why, () -> {
            window.person().press(key, Modifier.CTRL);
            return window.status().contains(why);
        });
    }

    /// Presses `key`, with Ctrl, and waits for a sheet that would sign.
    static void ask(RealWindow window, KeyCode key) throws Exception {
        onFx(() -> window.person().press(key, Modifier.CTRL));
        until("the sign sheet", () -> window.person().sees("#report-sign-password"));
    }

    /// Signs on the open sheet, looks at the PDF, and lays it down.
    static void sign(RealWindow window, ScenarioPictures pictures, String picture) throws Exception {
        onFx(() -> {
            window.person().click("#report-sign-password");
            window.person().type("demo");
            window.person().press(KeyCode.ENTER);
        });
        until("the signed PDF", () -> window.person().sees("#document-pages"));
        pictures.keep(window, picture);
        onFx(() -> window.person().press(KeyCode.ESCAPE));
        until(
                "the report behind the PDF",
                () -> !window.person().sees("#document-pages") && window.scene().getFocusOwner() != null);
    }

    /// The line above the report, however long, is read as a whole and pushes nothing out of the report.
    static void assertWhole(RealWindow window) throws Exception {
        until("the line within the report", () -> {
            Labeled line = (Labeled) window.person().find("#stage-standing").orElseThrow();
            Bounds whole = line.localToScene(line.getLayoutBounds());
            Node report = window.look().report().orElseThrow().view();
            Bounds room = report.localToScene(report.getLayoutBounds());
            double needed = line.prefHeight(line.getWidth());
            return whole.getMinX() >= room.getMinX()
                    && whole.getMaxX() <= room.getMaxX()
                    && whole.getHeight() >= needed;
        });
    }

    /// The status of each `DiagnosticReport` on its way to the RIS, as it stands in the bytes, oldest first.
    static List<String> statuses(Session session) throws WorkstationException, IOException {
        List<String> statuses = new ArrayList<>();
        for (OutboxEntry entry : of(session, OutboxKinds.REPORT)) {
            statuses.add(JsonMapper.builder()
                    .build()
                    .readTree(session.outbox().body(entry.id()))
                    .at("/entry/0/resource/status")
                    .asText());
        }
        return statuses;
    }

    /// The words of each PDF on its way to the archive, as PDFBox reads them.
    static List<String> documents(Session session) throws Exception {
        List<String> words = new ArrayList<>();
        for (OutboxEntry entry : of(session, OutboxKinds.DOCUMENT)) {
            words.add(words(EncapsulatedDocument.of(
                            DicomReader.read(session.outbox().body(entry.id())).dataSet())
                    .orElseThrow()
                    .bytes()));
        }
        return words;
    }

    static String words(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static List<OutboxEntry> of(Session session, String kind) throws WorkstationException {
        return session.outbox().entries().stream()
                .filter(entry -> entry.kind().equals(kind))
                .sorted(Comparator.comparing(OutboxEntry::reportVersion))
                .toList();
    }
}
