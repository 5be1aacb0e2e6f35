package org.readingroom.viewer.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.readingroom.viewer.codec.FrameReader;
import org.readingroom.viewer.codec.StoredPixels;
import org.readingroom.viewer.dicom.DicomException;
import org.readingroom.viewer.dicom.DicomFile;
import org.readingroom.viewer.dicom.DicomReader;
import org.readingroom.viewer.dicom.Tag;
import org.readingroom.viewer.display.DisplaySet;
import org.readingroom.viewer.display.DisplaySetRules;
import org.readingroom.viewer.display.FrameLoader;
import org.readingroom.viewer.display.FrameUnavailableException;
import org.readingroom.viewer.display.ImageHeader;
import org.readingroom.viewer.model.FrameRef;
import org.readingroom.viewer.model.SopInstanceUid;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Priority;

/// A folder of files opened without a home: its display sets and a loader that decodes from the files.
public final class FolderStudy implements FrameLoader {
    private final Map<SopInstanceUid, Path> files = new HashMap<>();
    private final List<ImageHeader> headers = new ArrayList<>();
    private final List<DisplaySet> sets;

    private FolderStudy(List<Path> paths) {
        for (Path path : paths) {
            try {
                DicomFile file = DicomReader.read(path);
                ImageHeader.of(file).ifPresent(headers::add);
                file.dataSet()
                        .string(Tag.SOP_INSTANCE_UID)
                        .ifPresent(uid -> files.putIfAbsent(new SopInstanceUid(uid), path));
            } catch (DicomException e) {
                // Not an image: a folder may hold other things.
            }
        }
        sets = DisplaySetRules.split(headers);
    }

    /// The headers of all images, of every series.
    public List<ImageHeader> headers() {
        return List.copyOf(headers);
    }

    public static FolderStudy of(Path folder) {
        try (Stream<Path> tree = Files.walk(folder)) {
            return new FolderStudy(tree.filter(Files::isRegularFile).sorted().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<DisplaySet> sets() {
        return sets;
    }

    @Override
    public StoredPixels load(FrameRef frame, Priority priority) throws WorkstationException {
        Path path = files.get(frame.instance());
        if (path == null) {
            throw new FrameUnavailableException("viewer.frame.failed", "no such instance", null);
        }
        return FrameReader.of(DicomReader.read(path)).frame(frame.frame());
    }
}
