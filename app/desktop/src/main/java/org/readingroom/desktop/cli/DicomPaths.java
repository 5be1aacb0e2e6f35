package org.readingroom.desktop.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.readingroom.viewer.codec.FrameReader;
import org.readingroom.viewer.codec.StoredPixels;
import org.readingroom.viewer.dicom.DicomException;
import org.readingroom.viewer.dicom.DicomFile;
import org.readingroom.viewer.dicom.DicomReader;
import org.readingroom.viewer.dicom.Tag;
import org.readingroom.viewer.display.DisplaySet;
import org.readingroom.viewer.display.DisplaySetRules;
import org.readingroom.viewer.display.FrameDescriber;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.display.ImageHeader;
import org.readingroom.viewer.model.FrameRef;
import org.readingroom.viewer.model.SopInstanceUid;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Priority;

/// The pictures of one file, or of every file in a folder, without a home.
final class DicomPaths {
    private final Map<SopInstanceUid, DicomFile> files = new HashMap<>();
    private final List<DisplaySet> sets;
    /// Frames of a file that belongs in no view, such as a segmentation; empty when there are display sets.
    private final List<ImageFrame> loose;
    private final int unread;

    private DicomPaths(List<DicomFile> read, int unread) {
        List<ImageHeader> headers = new ArrayList<>();
        for (DicomFile file : read) {
            Optional<SopInstanceUid> uid = file.dataSet()
                    .string(Tag.SOP_INSTANCE_UID)
                    .filter(value -> !value.isBlank())
                    .map(SopInstanceUid::new);
            // a copy of a file is the same instance, not a second slice in its place
            if (uid.isPresent() && files.putIfAbsent(uid.get(), file) == null) {
                ImageHeader.of(file).ifPresent(headers::add);
            }
        }
        this.sets = DisplaySetRules.split(headers);
        this.loose = sets.isEmpty() && headers.size() == 1 && files.size() == 1
                ? FrameDescriber.frames(headers.getFirst())
                : List.of();
        this.unread = unread;
    }

    /// Reads one file.
    static DicomFile read(Path file) throws DicomException, IOException {
        if (!Files.exists(file)) {
            throw new NoSuchFileException(file.toString());
        }
        return DicomReader.read(file);
    }

    /// Every file at or below `path`, sorted by name.
    static List<Path> files(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (Stream<Path> tree = Files.walk(path)) {
            return tree.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /// **Errors:** [CommandRefusedException] when there is no picture at `path`; of a folder, files that are not
    /// DICOM are passed over and counted.
    static DicomPaths open(Path path) throws WorkstationException, IOException {
        List<DicomFile> read = new ArrayList<>();
        int unread = 0;
        for (Path file : files(path)) {
            try {
                read.add(read(file));
            } catch (DicomException e) {
                if (!Files.isDirectory(path)) {
                    throw e;
                }
                unread++;
            }
        }
        DicomPaths opened = new DicomPaths(read, unread);
        if (opened.sets.isEmpty() && (opened.loose.isEmpty() || Files.isDirectory(path))) {
            throw new CommandRefusedException("cli.fault.no-picture", List.of());
        }
        return opened;
    }

    /// The display set with the most frames; the first of several.
    DisplaySet largest() {
        DisplaySet best = sets.getFirst();
        for (DisplaySet set : sets) {
            if (set.frames().size() > best.frames().size()) {
                best = set;
            }
        }
        return best;
    }

    List<DisplaySet> sets() {
        return sets;
    }

    /// Files of the folder that are not DICOM, or could not be read.
    int unread() {
        return unread;
    }

    /// Frame `number` of the only file, as DICOM counts frames: from 1.
    ImageFrame frameOfFile(int number) throws CommandRefusedException {
        List<ImageFrame> all = loose.isEmpty()
                ? sets.stream().flatMap(set -> set.frames().stream()).toList()
                : loose;
        return all.stream()
                .filter(frame -> frame.ref().frame() == number - 1)
                .findFirst()
                .orElseThrow(() -> new CommandRefusedException("cli.fault.no-frame", List.of(number, all.size())));
    }

    /// The display set that `frame` belongs to.
    DisplaySet setOf(ImageFrame frame) {
        return sets.stream()
                .filter(set -> set.frames().contains(frame))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a frame of another folder"));
    }

    StoredPixels load(FrameRef frame, Priority priority) throws WorkstationException {
        DicomFile file = files.get(frame.instance());
        if (file == null) {
            throw new IllegalArgumentException("a frame of another folder");
        }
        return FrameReader.of(file).frame(frame.frame());
    }
}
