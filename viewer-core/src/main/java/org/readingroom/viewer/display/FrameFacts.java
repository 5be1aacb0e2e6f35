package org.readingroom.viewer.display;

/// What the corners of a view say about one frame.
///
/// `laterality` is the code of Image Laterality or Laterality (`R`, `L`, `B`) or empty; texts are
/// empty and `sliceThicknessMm`, `kvp`, `tubeCurrentMa` zero when the file does not state them.
///
/// `isLossy` says that the pixels went through lossy compression at some time, Lossy Image Compression
/// (0028,2110).
///
/// `patientOrientation` is Patient Orientation (0020,0020) such as `P\L`: where rows and where
/// columns run to.
///
/// **Range:** `frameNumber` counts from one, as DICOM does.
public record FrameFacts(
        int instanceNumber,
        int frameNumber,
        double sliceThicknessMm,
        String acquisitionDateTime,
        String laterality,
        String viewPosition,
        String imageType,
        double kvp,
        double tubeCurrentMa,
        FrameTime frameTime,
        boolean isLossy,
        String patientOrientation) {
    public static final FrameFacts NONE = new FrameFacts(0, 1, 0, "", "", "", "", 0, 0, FrameTime.UNKNOWN, false, "");
}
