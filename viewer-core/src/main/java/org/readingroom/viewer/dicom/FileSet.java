package org.readingroom.viewer.dicom;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// The files that a DICOMDIR refers to, in the order of its records.
///
/// Records are taken as a flat list, so that broken or circular links between them do no harm. Media written
/// on one system and read on another change the case of names and add `;1` or a final dot; both are looked past.
/// A reference that leads outside the folder of the DICOMDIR is not followed.
///
/// `files` are those that are there, `missing` the File IDs of the others, as written with slashes.
///
/// **Source:** DICOM PS3.3 annex F, PS3.10 section 8.
// [impl->req~dicom.file-set~1]
public record FileSet(List<Path> files, List<String> missing) {
    public FileSet {
        files = List.copyOf(files);
        missing = List.copyOf(missing);
    }

    /// Whether `file` is the index of a file set rather than an object.
    public static boolean isIndex(DicomFile file) {
        return file.dataSet().contains(Tag.DIRECTORY_RECORD_SEQUENCE);
    }

    /// Reads the index at `dicomdir`. **Errors:** [DicomException] when it is not one.
    public static FileSet read(Path dicomdir) throws DicomException {
        DicomFile index = DicomReader.read(dicomdir);
        if (!isIndex(index)) {
            throw new DicomException("viewer.file.not-a-file-set", "no directory record sequence");
        }
        Path folder = dicomdir.toAbsolutePath().getParent();
        List<Path> files = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (DataSet record : index.dataSet().items(Tag.DIRECTORY_RECORD_SEQUENCE)) {
            List<String> parts = record.strings(Tag.REFERENCED_FILE_ID);
            if (parts.isEmpty() || parts.stream().allMatch(String::isEmpty)) {
                continue;
            }
            Optional<Path> found = folder == null ? Optional.empty() : find(folder, parts);
            found.ifPresentOrElse(files::add, () -> missing.add(String.join("/", parts)));
        }
        return new FileSet(files.stream().distinct().toList(), missing);
    }

    private static Optional<Path> find(Path folder, List<String> parts) {
        Path at = folder;
        for (String part : parts) {
            if (part.isEmpty() || part.equals(".") || part.equals("..") || part.contains("/") || part.contains("\\")) {
                return Optional.empty();
            }
            Optional<Path> next = child(at, part);
            if (next.isEmpty()) {
                return Optional.empty();
            }
            at = next.get();
        }
        return Files.isRegularFile(at) && isInside(folder, at) ? Optional.of(at) : Optional.empty();
    }

    /// A link on the medium may point anywhere; only what really lies in the folder counts.
    private static boolean isInside(Path folder, Path file) {
        try {
            return file.toRealPath().startsWith(folder.toRealPath());
        } catch (IOException e) {
            return false;
        }
    }

    private static Optional<Path> child(Path folder, String name) {
        try {
            Path exact = folder.resolve(name);
            if (Files.exists(exact)) {
                return Optional.of(exact);
            }
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> children = Files.list(folder)) {
            return children.filter(
                            child -> plain(child.getFileName().toString()).equals(plain(name)))
                    .findFirst();
        } catch (IOException | UncheckedIOException e) {
            return Optional.empty();
        }
    }

    private static String plain(String name) {
        return name.toUpperCase(Locale.ROOT).replaceFirst(";\\d+$", "").replaceFirst("\\.$", "");
    }
}
