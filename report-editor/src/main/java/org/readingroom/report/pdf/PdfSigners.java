package org.readingroom.report.pdf;

import java.io.IOException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.readingroom.assets.Messages;
import org.readingroom.report.model.Author;
import org.readingroom.report.model.SignedReport;
import org.readingroom.report.model.ValidVersions;

/// Who signed and when, and by what the version is told from any other.
final class PdfSigners {
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final float SQUARE = 56;
    private static final float SEAL = 42;

    private final PDDocument document;
    private final Function<Author, Optional<byte[]>> seals;
    private final ZoneId zone;
    private final Messages words;

    PdfSigners(PDDocument document, Function<Author, Optional<byte[]>> seals, ZoneId zone, Messages words) {
        this.document = document;
        this.seals = seals;
        this.zone = zone;
        this.words = words;
    }

    void write(PdfFlow flow, List<SignedReport> versions) throws IOException {
        flow.gap(10);
        flow.room(20 + versions.size() * 16f);
        flow.rule();
        for (SignedReport signed : versions) {
            String time = SECONDS.format(signed.act().signedAt().atZone(zone));
            flow.grid(
                    List.of(
                            new String[] {
                                words.get(signed.act().stage().messageKey()),
                                signed.act().author().displayName()
                            },
                            new String[] {words.get("report.pdf.signed-at"), time}),
                    2,
                    9.5f);
            seal(flow, signed.act().author());
            if (!signed.act().reason().isBlank()) {
                flow.paragraph(words.get("report.pdf.reason", signed.act().reason()), 9, false, 0.3f);
            }
        }
        if (!versions.isEmpty()) {
            flow.gap(4);
            if (!ValidVersions.isBeingReread(versions)) {
                code(flow, versions.getLast());
                flow.paragraph(words.get("report.pdf.awaiting-issue"), 8, false, 0.35f);
            }
            flow.paragraph(
                    words.get("report.pdf.verify", versions.getLast().act().rulesVersion()), 8, false, 0.35f);
        }
    }

    private void seal(PdfFlow flow, Author author) throws IOException {
        Optional<byte[]> seal = seals.apply(author);
        if (seal.isPresent()) {
            PDImageXObject image = PDImageXObject.createFromByteArray(document, seal.get(), "seal");
            float width = SEAL * image.getWidth() / image.getHeight();
            flow.room(SEAL + 4);
            flow.picture(image, PdfFlow.WIDTH - width, width, SEAL);
            flow.gap(SEAL + 4);
        }
    }

    private void code(PdfFlow flow, SignedReport signed) throws IOException {
        flow.room(SQUARE + 8);
        flow.gap(4);
        flow.squares(VerificationCode.square(signed), 0, SQUARE);
        float x = SQUARE + 10;
        flow.line(words.get("report.pdf.code"), x, 12, PdfFlow.WIDTH - x, 8, 0.35f);
        flow.line(VerificationCode.of(signed), x, 27, PdfFlow.WIDTH - x, 11, 0);
        flow.line(words.get("report.pdf.code-use"), x, 41, PdfFlow.WIDTH - x, 7.5f, 0.35f);
        flow.gap(SQUARE + 4);
    }
}
