package org.readingroom.services.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.readingroom.services.seal.Seal;
import org.readingroom.services.seal.SealBrokenException;
import org.readingroom.services.seal.SealedFile;
import org.readingroom.services.seal.SealedFileWriter;
import org.readingroom.viewer.dicom.DicomHeader;
import org.readingroom.viewer.dicom.HeaderReader;
import org.readingroom.viewer.model.SopInstanceUid;
import org.readingroom.viewer.model.WorkstationException;

/// The sealed files of the instances: `instances/3f/3f9c….rr`, named by the keyed digest of the UID.
///
/// A file appears under its name only when all of it is on the disk.
///
/// **Thread:** any but `fx` and `gl`.
public final class InstanceFiles {
    private static final String SUFFIX = ".rr";

    private final Path folder;
    private final Path incoming;
    private final Seal seal;
    private final SealedFileWriter writer;
    private final WriteProbe probe;

    public InstanceFiles(Path folder, Seal seal, SecureRandom random, WriteProbe probe) {
        this.folder = folder;
        this.incoming = folder.resolve("incoming");
        this.seal = seal;
        this.writer = new SealedFileWriter(seal, random);
        this.probe = probe;
    }

    /// Keeps `bytes` as the file of `instance`, which must not have one.
    public void write(SopInstanceUid instance, byte[] bytes) throws StoreException {
        String name = name(instance);
        Path target = path(name);
        Path part = incoming.resolve(UUID.randomUUID() + ".part");
        try {
            Files.createDirectories(incoming);
            Files.createDirectories(target.getParent());
            probe.at("file.write");
            writer.write(part, name, bytes);
            probe.at("file.rename");
            if (Files.exists(target)) {
                throw new FileAlreadyExistsException(target.getFileName().toString());
            }
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
            probe.at("file.rename done");
        } catch (IOException e) {
            deleteQuietly(part);
            throw StoreException.of(e);
        }
    }

    /// Makes the names of files written before durable; to be called before the index speaks of them.
    public void syncNames(List<SopInstanceUid> instances) throws StoreException {
        List<Path> folders = instances.stream()
                .map(instance -> path(name(instance)).getParent())
                .distinct()
                .toList();
        for (Path each : folders) {
            syncNames(each);
        }
        // The folders themselves are names in this one.
        syncNames(folder);
    }

    private static void syncNames(Path folder) throws StoreException {
        FileChannel channel;
        try {
            channel = FileChannel.open(folder, StandardOpenOption.READ);
        } catch (IOException e) {
            // Windows opens no folder as a file, and keeps names durable by itself.
            return;
        }
        try (channel) {
            channel.force(true);
        } catch (IOException e) {
            throw StoreException.of(e);
        }
    }

    public boolean exists(SopInstanceUid instance) {
        return Files.exists(path(name(instance)));
    }

    /// The content of one instance's file.
    ///
    /// **Errors:** `services.store.file-missing`; [SealBrokenException] when it was changed.
    public byte[] read(SopInstanceUid instance) throws WorkstationException {
        String name = name(instance);
        return read(path(name), name);
    }

    /// The header of one instance's file; its pixels are neither read nor opened.
    ///
    /// **Errors:** as [#read]; what the reader says of the content.
    DicomHeader header(SopInstanceUid instance) throws WorkstationException {
        String name = name(instance);
        try (SealedFile file = SealedFile.open(path(name), name, seal)) {
            return HeaderReader.read(new HeaderReader.Source() {
                @Override
                public long length() {
                    return file.length();
                }

                @Override
                public byte[] read(long position, int size) throws WorkstationException {
                    try {
                        return file.read(position, size);
                    } catch (IOException e) {
                        throw StoreException.of(e);
                    }
                }
            });
        } catch (NoSuchFileException e) {
            throw missing(e);
        } catch (IOException e) {
            throw StoreException.of(e);
        }
    }

    private static StoreException missing(NoSuchFileException cause) {
        return new StoreException("services.store.file-missing", List.of(), "an instance file is gone", cause);
    }

    private byte[] read(Path path, String name) throws WorkstationException {
        try (SealedFile file = SealedFile.open(path, name, seal)) {
            return file.readAll();
        } catch (NoSuchFileException e) {
            throw missing(e);
        } catch (IOException e) {
            throw StoreException.of(e);
        }
    }

    /// Removes the file of an instance that no row speaks of any more.
    void delete(SopInstanceUid instance) throws StoreException {
        try {
            probe.at("file.delete");
            Files.deleteIfExists(path(name(instance)));
        } catch (IOException e) {
            throw StoreException.of(e);
        }
    }

    /// Puts a file that does not open out of the way, so that a sound one may take its place; keeps it.
    public void setAside(SopInstanceUid instance) throws StoreException {
        setAside(path(name(instance)));
    }

    private void setAside(Path path) throws StoreException {
        try {
            Path damaged = Files.createDirectories(folder.resolve("damaged"));
            Files.move(path, damaged.resolve(path.getFileName() + "." + UUID.randomUUID()));
        } catch (IOException e) {
            throw StoreException.of(e);
        }
    }

    /// What is found when walking all files.
    interface Visitor {
        void found(byte[] content) throws WorkstationException;

        void unreadable(String fileName, WorkstationException why);
    }

    /// Every complete file, in no order; leftovers of interrupted writes are removed.
    void visit(Visitor visitor) throws WorkstationException {
        clearIncoming();
        for (Path path : complete()) {
            String file = path.getFileName().toString();
            byte[] content;
            try {
                content = read(path, file.substring(0, file.length() - SUFFIX.length()));
            } catch (SealBrokenException | StoreException e) {
                visitor.unreadable(file, e);
                continue;
            }
            visitor.found(content);
        }
    }

    List<Path> complete() throws StoreException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> paths = Files.walk(folder, 2)) {
            return paths.filter(path -> path.getFileName().toString().endsWith(SUFFIX))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw StoreException.of(e);
        }
    }

    /// Removes what writes that never ended have left.
    public void clearIncoming() throws StoreException {
        if (!Files.isDirectory(incoming)) {
            return;
        }
        try (Stream<Path> parts = Files.list(incoming)) {
            parts.forEach(InstanceFiles::deleteQuietly);
        } catch (IOException e) {
            throw StoreException.of(e);
        }
    }

    private static void deleteQuietly(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            // Left for the next start: nothing reads it.
            path.toFile().deleteOnExit();
        }
    }

    private String name(SopInstanceUid instance) {
        return HexFormat.of().formatHex(seal.reference("file", instance.value()), 0, 20);
    }

    private Path path(String name) {
        return folder.resolve(name.substring(0, 2)).resolve(name + SUFFIX);
    }
}
