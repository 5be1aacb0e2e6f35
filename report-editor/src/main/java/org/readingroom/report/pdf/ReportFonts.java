package org.readingroom.report.pdf;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.fontbox.ttf.TrueTypeCollection;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.jspecify.annotations.Nullable;

/// Where the letters of a PDF come from: Latin ones from the font PDFBox carries, Chinese ones from
/// the system.
///
/// Only TrueType outlines can be cut down to the letters used, so the fonts looked for are those:
/// Droid Sans Fallback (Debian `fonts-droid-fallback`), WenQuanYi, Microsoft YaHei, SimHei, Arial
/// Unicode, STHeiti.
public final class ReportFonts {
    private static final String LATIN = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final List<String> CHINESE = List.of(
            "/usr/share/fonts/truetype/droid/DroidSansFallbackFull.ttf",
            "/usr/share/fonts/google-droid-sans-fonts/DroidSansFallbackFull.ttf",
            "/usr/share/fonts/truetype/wqy/wqy-microhei.ttc",
            "/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc",
            "C:\\Windows\\Fonts\\msyh.ttc",
            "C:\\Windows\\Fonts\\simhei.ttf",
            "/System/Library/Fonts/Supplemental/Arial Unicode.ttf",
            "/Library/Fonts/Arial Unicode.ttf",
            "/System/Library/Fonts/STHeiti Light.ttc");

    private final @Nullable Path chinese;

    private ReportFonts(@Nullable Path chinese) {
        this.chinese = chinese;
    }

    /// The first of the known fonts that this system has.
    public static ReportFonts ofSystem() {
        return new ReportFonts(CHINESE.stream()
                .map(Path::of)
                .filter(Files::isReadable)
                .findFirst()
                .orElse(null));
    }

    /// A font of the caller's choice, a TrueType file or collection.
    public static ReportFonts ofFile(Path chinese) {
        return new ReportFonts(chinese);
    }

    /// Latin only; Chinese text is then refused.
    static ReportFonts withoutChinese() {
        return new ReportFonts(null);
    }

    /// Whether Chinese text can be written.
    public boolean hasChinese() {
        return chinese != null;
    }

    PDFont latin(PDDocument document) throws IOException {
        try (InputStream stream = PDDocument.class.getResourceAsStream(LATIN)) {
            if (stream == null) {
                throw new IOException("PDFBox carries no Latin font");
            }
            return PDType0Font.load(document, stream, true);
        }
    }

    Optional<PDFont> chinese(PDDocument document) throws IOException {
        if (chinese == null) {
            return Optional.empty();
        }
        File file = chinese.toFile();
        if (!file.getName().endsWith(".ttc")) {
            try (InputStream stream = Files.newInputStream(chinese)) {
                return Optional.of(PDType0Font.load(document, stream, true));
            }
        }
        // The collection must stay open until the document is saved, which cuts the font down then.
        TrueTypeCollection collection = new TrueTypeCollection(file);
        AtomicReference<@Nullable TrueTypeFont> first = new AtomicReference<>();
        collection.processAllFonts(font -> first.compareAndSet(null, font));
        TrueTypeFont font = first.get();
        return font == null ? Optional.empty() : Optional.of(PDType0Font.load(document, font, true));
    }
}
