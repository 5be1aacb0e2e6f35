package org.readingroom.viewer.codec;

import java.util.Optional;
import org.readingroom.viewer.dicom.DicomFile;
import org.readingroom.viewer.dicom.PixelData;

/// Whether a file holds as many pixels as its header states, as far as that shows without decoding.
public final class FrameLengths {
    private FrameLengths() {}

    /// True for a file without pixels, and for one whose layout this program does not know: that is told when it is
    /// shown.
    public static boolean areWhole(DicomFile file) {
        Optional<PixelData> data = file.pixelData();
        if (data.isEmpty()) {
            return true;
        }
        int declared = Math.max(1, ImagePixelModule.declaredFrames(file.dataSet()));
        try {
            return switch (data.get()) {
                case PixelData.Native bytes -> {
                    PixelFormat format = ImagePixelModule.format(file.dataSet(), bytes.tag());
                    yield new NativeFrames(bytes, format, declared).isWhole();
                }
                case PixelData.Encapsulated stream ->
                    stream.fragments().stream().anyMatch(fragment -> fragment.length() > 0)
                            && (file.transferSyntax().isVideo()
                                    || FragmentIndex.of(stream, declared).count() >= declared);
            };
        } catch (CodecException e) {
            return !e.messageKey().equals("viewer.codec.frames-impossible")
                    && !e.messageKey().equals("viewer.codec.truncated");
        }
    }
}
