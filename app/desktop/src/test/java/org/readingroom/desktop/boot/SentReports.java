package org.readingroom.desktop.boot;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.readingroom.services.home.Session;
import org.readingroom.services.sync.OutboxEntry;
import org.readingroom.services.sync.OutboxKinds;
import org.readingroom.viewer.dicom.DicomReader;
import org.readingroom.viewer.document.EncapsulatedDocument;
import org.readingroom.viewer.model.WorkstationException;

/// What leaves the house of a report, as it stands in the bytes and as other libraries read them.
final class SentReports {
    private SentReports() {}

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
