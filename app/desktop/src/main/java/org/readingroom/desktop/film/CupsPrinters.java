package org.readingroom.desktop.film;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.film.PageSize;
import org.readingroom.viewer.model.WorkstationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Printers of CUPS, by its commands `lpstat` and `lp`. Pages go in by the pipe: no file with a patient's picture is
/// left.
// [impl->req~film.paper~1]
final class CupsPrinters implements PaperPrinters {
    private static final Logger LOG = LoggerFactory.getLogger(CupsPrinters.class);
    private static final long PATIENCE_SECONDS = 60;
    private static final Map<PageSize, String> MEDIA =
            Map.of(PageSize.A4, "A4", PageSize.A3, "A3", PageSize.LETTER, "Letter");

    private final Path folder;
    private final Duration listing;

    /// `folder` holds the commands.
    CupsPrinters(Path folder) {
        this(folder, Duration.ofSeconds(5));
    }

    /// `listing` is how long the system may take to name its printers; a server that is gone never does.
    CupsPrinters(Path folder, Duration listing) {
        this.listing = listing;
        this.folder = folder;
    }

    static Optional<CupsPrinters> find() {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.of(path.split(File.pathSeparator))
                .filter(each -> !each.isBlank())
                .map(Path::of)
                .filter(each -> Files.isExecutable(each.resolve("lp")))
                .findFirst()
                .map(CupsPrinters::new);
    }

    @Override
    public List<String> names() {
        return lines("-e");
    }

    /// `lpstat -d` says `system default destination: NAME`.
    @Override
    public Optional<String> preferred() {
        List<String> known = names();
        return lines("-d").stream()
                .map(line -> line.substring(line.lastIndexOf(':') + 1).strip())
                .filter(known::contains)
                .findFirst();
    }

    private List<String> lines(String option) {
        try {
            ProcessBuilder lpstat =
                    new ProcessBuilder(folder.resolve("lpstat").toString(), option).redirectErrorStream(true);
            lpstat.environment().put("LC_ALL", "C");
            Process process = lpstat.start();
            process.getOutputStream().close();
            // the names of all printers fit into the pipe; what hangs would never end its output
            if (!process.waitFor(listing) || process.exitValue() != 0) {
                process.destroyForcibly();
                return List.of();
            }
            String said = new String(process.getInputStream().readNBytes(1 << 16), StandardCharsets.UTF_8);
            return said.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .toList();
        } catch (IOException e) {
            LOG.info("no list of printers: {}", e.toString());
            return List.of();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    @Override
    public void print(String printer, byte[] pdf, PageSize size, int copies) throws WorkstationException {
        PaperPrinters.onPaperOnly(printer, size);
        List<String> command = new ArrayList<>(List.of(
                folder.resolve("lp").toString(),
                "-d",
                printer,
                "-n",
                String.valueOf(copies),
                "-t",
                "Reading Room",
                "-o",
                "print-scaling=none",
                "-o",
                "fit-to-page=false"));
        if (MEDIA.containsKey(size)) {
            command.addAll(List.of("-o", "media=" + MEDIA.get(size)));
        }
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            try (OutputStream in = process.getOutputStream()) {
                in.write(pdf);
            }
            byte[] said = process.getInputStream().readNBytes(1 << 12);
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                LOG.warn("lp refused: {} bytes of words", said.length);
                throw refused(printer, null);
            }
        } catch (IOException e) {
            throw refused(printer, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw refused(printer, e);
        }
    }

    private static WorkstationException refused(String printer, @Nullable Exception cause) {
        return new WorkstationException(
                "desktop.film.paper-refused", List.of(printer), "the system's printing took no pages", cause);
    }
}
