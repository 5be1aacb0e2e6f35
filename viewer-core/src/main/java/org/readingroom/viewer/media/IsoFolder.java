package org.readingroom.viewer.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A folder of a disc: its records, one for each thing in it.
///
/// **Source:** ECMA-119 section 9.1.
final class IsoFolder {
    private static final int RECORD = 33;
    private static final long MOST_BYTES = 0xFFFFFFFFL;

    private final String name;
    private final @Nullable IsoFolder parent;
    private final List<IsoFolder> subfolders = new ArrayList<>();
    private final List<Entry> files = new ArrayList<>();
    private int sector;

    private IsoFolder(String name, @Nullable IsoFolder parent) {
        this.name = name;
        this.parent = parent;
    }

    /// A file of the disc.
    static final class Entry {
        private final Path path;
        private final String name;
        private final long bytes;
        private int sector;

        Entry(Path path, String name, long bytes) {
            this.path = path;
            this.name = name;
            this.bytes = bytes;
        }

        Path path() {
            return path;
        }

        long bytes() {
            return bytes;
        }

        void place(int at) {
            sector = at;
        }
    }

    static IsoFolder read(Path folder, String name, @Nullable IsoFolder parent) throws IOException {
        IsoFolder read = new IsoFolder(name, parent);
        List<Path> children;
        try (Stream<Path> listed = Files.list(folder)) {
            children = listed.sorted(
                            Comparator.comparing(path -> path.getFileName().toString()))
                    .toList();
        }
        for (Path child : children) {
            String own = child.getFileName().toString();
            boolean isFolder = Files.isDirectory(child);
            if (!own.matches(isFolder ? "[A-Z0-9_]{1,8}" : "[A-Z0-9_]{1,8}(\\.[A-Z0-9_]{1,3})?")) {
                throw new IOException("a name that discs do not allow");
            }
            if (isFolder) {
                read.subfolders.add(read(child, own, read));
            } else {
                long bytes = Files.size(child);
                if (bytes > MOST_BYTES) {
                    throw new IOException("a file too long for a disc");
                }
                read.files.add(new Entry(child, (own.contains(".") ? own : own + ".") + ";1", bytes));
            }
        }
        return read;
    }

    String name() {
        return name;
    }

    IsoFolder parent() {
        return parent == null ? this : parent;
    }

    int sector() {
        return sector;
    }

    void place(int at) {
        sector = at;
    }

    List<IsoFolder> subfolders() {
        return subfolders;
    }

    List<Entry> files() {
        return files;
    }

    int sectors() {
        int at = 2 * (RECORD + 1);
        for (String each : names()) {
            at = after(at, length(each.length()));
        }
        return IsoImage.sectors(at);
    }

    private List<String> names() {
        return Stream.concat(
                        subfolders.stream().map(IsoFolder::name), files.stream().map(file -> file.name))
                .toList();
    }

    private static int length(int nameLength) {
        return RECORD + nameLength + (nameLength % 2 == 0 ? 1 : 0);
    }

    /// Where the next record ends; none lies across the border of two sectors.
    private static int after(int at, int length) {
        int left = IsoImage.SECTOR - at % IsoImage.SECTOR;
        return left < length ? at + left + length : at + length;
    }

    /// The records, in the order of their names.
    byte[] directory(Instant made) {
        ByteBuffer out = ByteBuffer.allocate(sectors() * IsoImage.SECTOR);
        record(out, new byte[] {0}, sector, (long) sectors() * IsoImage.SECTOR, true, made);
        IsoFolder above = parent();
        record(out, new byte[] {1}, above.sector, (long) above.sectors() * IsoImage.SECTOR, true, made);
        List<Runnable> records = new ArrayList<>();
        List<String> order = new ArrayList<>();
        for (IsoFolder folder : subfolders) {
            order.add(folder.name);
            records.add(() -> record(
                    out, ascii(folder.name), folder.sector, (long) folder.sectors() * IsoImage.SECTOR, true, made));
        }
        for (Entry file : files) {
            order.add(file.name);
            records.add(() -> record(out, ascii(file.name), file.sector, file.bytes, false, made));
        }
        order.stream().sorted().map(order::indexOf).map(records::get).forEach(Runnable::run);
        return out.array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    static void record(ByteBuffer out, byte[] name, int sector, long bytes, boolean isFolder, Instant made) {
        int length = length(name.length);
        int left = IsoImage.SECTOR - out.position() % IsoImage.SECTOR;
        if (left < length) {
            out.position(out.position() + left);
        }
        out.put((byte) length).put((byte) 0);
        IsoImage.putBoth(out, sector);
        IsoImage.putBoth(out, (int) bytes);
        OffsetDateTime time = made.atOffset(ZoneOffset.UTC);
        out.put((byte) (time.getYear() - 1900))
                .put((byte) time.getMonthValue())
                .put((byte) time.getDayOfMonth())
                .put((byte) time.getHour())
                .put((byte) time.getMinute())
                .put((byte) time.getSecond())
                .put((byte) 0);
        out.put((byte) (isFolder ? 2 : 0)).put((byte) 0).put((byte) 0);
        IsoImage.putBoth(out, (short) 1);
        out.put((byte) name.length).put(name);
        if (name.length % 2 == 0) {
            out.put((byte) 0);
        }
    }
}
