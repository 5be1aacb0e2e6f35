package org.readingroom.viewer.media;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.readingroom.viewer.task.Progress;

/// Writes a folder as the image of a disc: ISO 9660, interchange level 1, as discs of DICOM objects must be.
///
/// Names are those of a file set: capital letters, digits and `_`, eight at most and three behind a point.
///
/// **Thread:** any but `fx` and `gl`; blocks.
/// **Source:** ECMA-119 (ISO 9660), second edition; DICOM PS3.12 annex F.
// [impl->req~export.iso~1]
public final class IsoImage {
    static final int SECTOR = 2048;

    private static final int VOLUME_DESCRIPTOR = 16;
    private static final int PATH_TABLES = 18;
    private static final int COPY_BYTES = 1 << 16;

    private final List<IsoFolder> folders;
    private final String name;
    private final Instant made;
    private final int pathTableSectors;
    private final long sectors;

    private IsoImage(List<IsoFolder> folders, String name, Instant made) {
        this.folders = folders;
        this.name = name;
        this.made = made;
        pathTableSectors = sectors(IsoPathTable.size(folders));
        long next = PATH_TABLES + 2L * pathTableSectors;
        for (IsoFolder folder : folders) {
            folder.place((int) next);
            next += folder.sectors();
        }
        for (IsoFolder folder : folders) {
            for (IsoFolder.Entry file : folder.files()) {
                file.place((int) next);
                next += sectors(file.bytes());
            }
        }
        sectors = next;
    }

    /// The image of `folder` with all in it; `name` is the name of the volume.
    ///
    /// **Errors:** [IOException] for names that level 1 does not allow, and for files of four gigabytes or more.
    public static IsoImage of(Path folder, String name, Instant made) throws IOException {
        List<IsoFolder> folders = new ArrayList<>();
        folders.add(IsoFolder.read(folder, "", null));
        // Breadth first, as the path table wants them.
        for (int i = 0; i < folders.size(); i++) {
            folders.addAll(folders.get(i).subfolders());
        }
        if (!name.matches("[A-Z0-9_]{1,32}")) {
            throw new IOException("a volume cannot be called so");
        }
        return new IsoImage(folders, name, made);
    }

    /// How long the image is in bytes.
    public long bytes() {
        return sectors * SECTOR;
    }

    /// **Errors:** [CancellationException] when `progress` is cancelled; [IOException] also when a file has changed.
    public void write(OutputStream out, Progress progress) throws IOException {
        out.write(new byte[VOLUME_DESCRIPTOR * SECTOR]);
        out.write(IsoDescriptor.primary(folders.getFirst(), name, made, (int) sectors, pathTable()));
        out.write(IsoDescriptor.terminator());
        out.write(padded(IsoPathTable.of(folders, false)));
        out.write(padded(IsoPathTable.of(folders, true)));
        for (IsoFolder folder : folders) {
            out.write(folder.directory(made));
        }
        long done = 0;
        for (IsoFolder folder : folders) {
            for (IsoFolder.Entry file : folder.files()) {
                if (progress.isCancelled()) {
                    throw new CancellationException("image given up");
                }
                copy(file, out);
                done += file.bytes();
                progress.at(done, bytes());
            }
        }
    }

    private IsoDescriptor.PathTable pathTable() {
        return new IsoDescriptor.PathTable(IsoPathTable.size(folders), PATH_TABLES, PATH_TABLES + pathTableSectors);
    }

    private static void copy(IsoFolder.Entry file, OutputStream out) throws IOException {
        byte[] buffer = new byte[COPY_BYTES];
        long copied = 0;
        try (InputStream in = Files.newInputStream(file.path())) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                out.write(buffer, 0, read);
                copied += read;
            }
        }
        if (copied != file.bytes()) {
            throw new IOException("a file changed while it was written");
        }
        out.write(new byte[(int) (sectors(copied) * (long) SECTOR - copied)]);
    }

    private static byte[] padded(byte[] bytes) {
        return java.util.Arrays.copyOf(bytes, sectors(bytes.length) * SECTOR);
    }

    static int sectors(long bytes) {
        return (int) ((bytes + SECTOR - 1) / SECTOR);
    }

    /// A number in both byte orders, low byte first and then high byte first.
    static void putBoth(ByteBuffer out, int value) {
        out.putInt(Integer.reverseBytes(value)).putInt(value);
    }

    static void putBoth(ByteBuffer out, short value) {
        out.putShort(Short.reverseBytes(value)).putShort(value);
    }

    static void putText(ByteBuffer out, String text, int length) {
        out.put((text + " ".repeat(length)).substring(0, length).getBytes(StandardCharsets.US_ASCII));
    }
}
