package org.readingroom.services.reading;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.readingroom.services.reading.ImportSummary.Skipped;
import org.readingroom.viewer.model.WorkstationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A ZIP whose entries are read into memory one by one; no entry name is ever used as a path.
///
/// What comes out in all is bounded by what went in, so that an archive made to swell ends early.
// [impl->req~import.zip~1]
final class ZipArchive implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(ZipArchive.class);
    private static final byte[] LOCAL_HEADER = {'P', 'K', 3, 4};
    private static final byte[] EMPTY_ARCHIVE = {'P', 'K', 5, 6};

    private final Path path;
    private final ZipFile zip;
    private final ImportLimits limits;
    private long bytesLeft;

    private ZipArchive(Path path, ZipFile zip, ImportLimits limits) throws IOException {
        this.path = path;
        this.zip = zip;
        this.limits = limits;
        this.bytesLeft = limits.archiveBytes(Files.size(path));
    }

    static boolean looksLikeOne(Path file) {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] start = in.readNBytes(4);
            return Arrays.equals(start, LOCAL_HEADER)
                    || Arrays.equals(start, EMPTY_ARCHIVE)
                    || ImportSources.isArchiveName(file.getFileName().toString());
        } catch (IOException e) {
            return false;
        }
    }

    /// Names are UTF-8, or GB18030 as Chinese systems write them.
    static ZipArchive open(Path path, ImportLimits limits) throws IOException {
        ZipFile zip;
        try {
            zip = new ZipFile(path.toFile(), StandardCharsets.UTF_8);
        } catch (ZipException e) {
            zip = new ZipFile(path.toFile(), Charset.forName("GB18030"));
        }
        return new ZipArchive(path, zip, limits);
    }

    /// Adds every entry that may be an instance to `sources`, by name.
    void entries(List<ImportSource> sources, List<Skipped> skipped) {
        zip.stream()
                .filter(entry -> !entry.isDirectory())
                .sorted(Comparator.comparing(ZipEntry::getName))
                .forEach(entry -> {
                    String name = entry.getName();
                    if (ImportSources.isArchiveName(name)) {
                        skipped.add(new Skipped(shown(entry), "services.import.zip-nested", List.of()));
                    } else if (!name.equalsIgnoreCase("DICOMDIR")
                            && !name.toUpperCase(java.util.Locale.ROOT).endsWith("/DICOMDIR")) {
                        sources.add(new Entry(entry));
                    }
                });
    }

    private String shown(ZipEntry entry) {
        return path + "!" + entry.getName();
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException e) {
            LOG.warn("closing an archive failed: {}", e.getClass().getSimpleName());
        }
    }

    private final class Entry implements ImportSource {
        private final ZipEntry entry;

        Entry(ZipEntry entry) {
            this.entry = entry;
        }

        @Override
        public String path() {
            return shown(entry);
        }

        @Override
        public byte[] read() throws IOException, WorkstationException {
            long limit = Math.min(limits.instanceBytes(), bytesLeft);
            try (InputStream in = zip.getInputStream(entry)) {
                byte[] bytes = in.readNBytes((int) Math.min(Integer.MAX_VALUE - 16, limit + 1));
                bytesLeft -= bytes.length;
                if (bytes.length > limit) {
                    throw new WorkstationException(
                            "services.import.zip-swells", List.of(), "entry swells beyond " + limit + " bytes", null);
                }
                return bytes;
            }
        }
    }
}
