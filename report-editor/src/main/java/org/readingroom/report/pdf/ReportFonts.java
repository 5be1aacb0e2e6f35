package org.readingroom.report.pdf;

import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

    private final List<Path> chinese;

    private ReportFonts(List<Path> chinese) {
        this.chinese = List.copyOf(chinese);
    }

    /// The known fonts that this system has, the first that opens to be taken.
    public static ReportFonts ofSystem() {
        return new ReportFonts(
                CHINESE.stream().map(Path::of).filter(Files::isReadable).toList());
    }

    /// A font of the caller's choice, a TrueType file or collection.
    public static ReportFonts ofFile(Path chinese) {
        return new ReportFonts(List.of(chinese));
    }

    /// Latin only; Chinese text is then refused.
    static ReportFonts withoutChinese() {
        return new ReportFonts(List.of());
    }

    /// Whether Chinese text can be written.
    public boolean hasChinese() {
        return !chinese.isEmpty();
    }

    /// The fonts of one document, to be closed when it is saved.
    record Opened(
            PDFont latin,
            @Nullable PDFont chinese,
            @Nullable TrueTypeCollection collection) implements Closeable {
        @Override
        public void close() throws IOException {
            if (collection != null) {
                collection.close();
            }
        }
    }

    /// **Errors:** [IOException] when there are fonts with Chinese letters and none of them can be embedded.
    Opened open(PDDocument document) throws IOException {
        PDFont latin = latin(document);
        IOException refused = null;
        for (Path path : chinese) {
            try {
                return chinese(document, path, latin);
            } catch (IOException e) {
                if (refused != null) {
                    e.addSuppressed(refused);
                }
                refused = e;
            }
        }
        if (refused != null) {
            throw refused;
        }
        return new Opened(latin, null, null);
    }

    private static PDFont latin(PDDocument document) throws IOException {
        try (InputStream stream = PDDocument.class.getResourceAsStream(LATIN)) {
            if (stream == null) {
                throw new IOException("PDFBox carries no Latin font");
            }
            return PDType0Font.load(document, stream, true);
        }
    }

    private static Opened chinese(PDDocument document, Path path, PDFont latin) throws IOException {
        File file = path.toFile();
        if (!file.getName().endsWith(".ttc")) {
            try (InputStream stream = Files.newInputStream(path)) {
                return new Opened(latin, PDType0Font.load(document, stream, true), null);
            }
        }
        TrueTypeCollection collection = new TrueTypeCollection(file);
        try {
            AtomicReference<@Nullable TrueTypeFont> first = new AtomicReference<>();
            collection.processAllFonts(font -> first.compareAndSet(null, font));
            TrueTypeFont font = first.get();
            if (font == null) {
                throw new IOException("collection without a font");
            }
            return new Opened(latin, PDType0Font.load(document, font, true), collection);
        } catch (IOException | RuntimeException e) {
            collection.close();
            throw e;
        }
    }
}
