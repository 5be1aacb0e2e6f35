package org.readingroom.desktop.film;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.print.DocFlavor;
import javax.print.StreamPrintServiceFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.report.pdf.PicturePdf;
import org.readingroom.report.pdf.ReportFonts;
import org.readingroom.viewer.film.PageSize;
import org.readingroom.viewer.model.WorkstationException;

/// What comes out of the printers is as large as it was asked for, measured by Poppler and Ghostscript.
class PaperTrueSizeTest {
    /// A line at 20 mm and one at 170 mm from the left, of a picture that begins 10 mm from the edge.
    private static final double LEFT_MM = 20;

    private static final double RIGHT_MM = 170;
    private static final double DPI = 300;

    @TempDir
    private Path folder;

    static byte[] rulers() throws Exception {
        int columns = (int) Math.round(180 / 25.4 * DPI);
        int[] argb = new int[columns * 200];
        Arrays.fill(argb, 0xFFFFFFFF);
        for (double mm : new double[] {LEFT_MM - 10, RIGHT_MM - 10}) {
            int column = (int) Math.round(mm / 25.4 * DPI);
            for (int row = 0; row < 200; row++) {
                argb[row * columns + column] = 0xFF000000;
                argb[row * columns + column - 1] = 0xFF000000;
            }
        }
        try (PicturePdf pdf = new PicturePdf(ReportFonts.ofSystem())) {
            pdf.page(210, 297);
            pdf.picture(argb, columns, 10, 40, columns * 25.4 / DPI, 200 * 25.4 / DPI);
            pdf.words("王小东 Wang", 10, 20, 100, 8);
            return pdf.bytes();
        }
    }

    /// The dark columns of a row of pixels that lies in the picture, as millimetres from the left edge.
    private static double[] dark(BufferedImage page, double dpi) {
        int y = (int) Math.round(45 / 25.4 * dpi);
        double first = Double.NaN;
        double last = Double.NaN;
        for (int x = 0; x < page.getWidth(); x++) {
            if ((page.getRGB(x, y) & 0xFF) < 128) {
                double mm = (x + 0.5) * 25.4 / dpi;
                first = Double.isNaN(first) ? mm : first;
                last = mm;
            }
        }
        return new double[] {first, last};
    }

    private static void run(String... command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getInputStream().readAllBytes();
        assertEquals(0, process.waitFor());
    }

    private static boolean has(String program) {
        return Arrays.stream(System.getenv("PATH").split(":")).anyMatch(f -> Files.isExecutable(Path.of(f, program)));
    }

    // [utest->req~film.paper~1]
    @Test
    void aMillimetreOfThePdfIsAMillimetre() throws Exception {
        assumeTrue(has("pdftoppm"), "poppler-utils is not installed");
        Path pdf = Files.write(folder.resolve("a.pdf"), rulers());
        run(
                "pdftoppm",
                "-r",
                "300",
                "-png",
                "-singlefile",
                pdf.toString(),
                folder.resolve("a").toString());
        BufferedImage page = ImageIO.read(folder.resolve("a.png").toFile());
        assertEquals(210, page.getWidth() * 25.4 / 300, 0.1);
        double[] lines = dark(page, 300);
        assertEquals(RIGHT_MM - LEFT_MM, lines[1] - lines[0], 0.25);
        assertEquals(LEFT_MM, lines[0], 0.25);
    }

    @Test
    void soDoesTheWayThroughJava() throws Exception {
        assumeTrue(has("gs"), "Ghostscript is not installed");
        StreamPrintServiceFactory[] makers = StreamPrintServiceFactory.lookupStreamPrintServiceFactories(
                DocFlavor.SERVICE_FORMATTED.PAGEABLE, "application/postscript");
        assumeTrue(makers.length > 0, "this JDK prints to no stream");
        ByteArrayOutputStream paper = new ByteArrayOutputStream();
        JavaPrinters.print(makers[0].getPrintService(paper), "stream", rulers(), 1);
        Path script = Files.write(folder.resolve("a.ps"), paper.toByteArray());
        run(
                "gs",
                "-q",
                "-dBATCH",
                "-dNOPAUSE",
                "-sDEVICE=pnggray",
                "-r300",
                "-sOutputFile=" + folder.resolve("b.png"),
                script.toString());
        double[] lines = dark(ImageIO.read(folder.resolve("b.png").toFile()), 300);
        assertEquals(RIGHT_MM - LEFT_MM, lines[1] - lines[0], 0.25);
        assertEquals(LEFT_MM, lines[0], 0.25);
    }

    @Test
    void cupsGetsThePagesByThePipeAndIsToldNotToScale() throws Exception {
        command("lp", "printf '%s\\n' \"$@\" > " + folder + "/options; cat > " + folder + "/job.pdf");
        command("lpstat", "[ \"$1\" = -e ] && printf 'office\\nhall\\n' || echo 'system default destination: hall'");
        CupsPrinters printers = new CupsPrinters(folder);
        assertEquals(List.of("office", "hall"), printers.names());
        assertEquals(Optional.of("hall"), printers.preferred());
        byte[] pdf = rulers();
        printers.print("hall", pdf, PageSize.A4, 3);
        assertArrayEquals(pdf, Files.readAllBytes(folder.resolve("job.pdf")));
        List<String> options = Files.readAllLines(folder.resolve("options"));
        assertTrue(
                options.containsAll(List.of("-d", "hall", "-n", "3", "print-scaling=none", "media=A4")),
                options.toString());
    }

    @Test
    void aPrinterThatRefusesIsNamed() throws Exception {
        command("lp", "cat > /dev/null; exit 1");
        WorkstationException fault = assertThrows(
                WorkstationException.class,
                () -> new CupsPrinters(folder).print("hall", new byte[1 << 20], PageSize.A4, 1));
        assertEquals("desktop.film.paper-refused", fault.messageKey());
        assertEquals(List.of(), new CupsPrinters(folder).names());
    }

    /// A print server that is gone: nobody waits for its names.
    @Test
    @Timeout(30)
    void aListThatNeverComesIsGivenUp() throws Exception {
        command("lpstat", "exec sleep 600");
        assertEquals(List.of(), new CupsPrinters(folder, Duration.ofMillis(200)).names());
    }

    @Test
    void aSizeOfFilmIsNotCutOffOnPaper() throws Exception {
        command("lp", "cat > " + folder + "/job.pdf");
        for (PaperPrinters printers : List.of(new CupsPrinters(folder), new JavaPrinters())) {
            WorkstationException fault = assertThrows(
                    WorkstationException.class, () -> printers.print("hall", new byte[1], PageSize.FILM_14X17, 1));
            assertEquals("desktop.film.film-on-paper", fault.messageKey());
        }
        assertTrue(Files.notExists(folder.resolve("job.pdf")));
    }

    private void command(String name, String does) throws Exception {
        Path file = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(("#!/bin/sh\n" + does + "\n").getBytes());
        }
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
