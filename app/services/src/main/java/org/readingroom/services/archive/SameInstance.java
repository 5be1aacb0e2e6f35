package org.readingroom.services.archive;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.readingroom.viewer.codec.CodecException;
import org.readingroom.viewer.codec.FrameReader;
import org.readingroom.viewer.codec.StoredPixels;
import org.readingroom.viewer.dicom.ByteSlice;
import org.readingroom.viewer.dicom.DataSet;
import org.readingroom.viewer.dicom.DicomFile;
import org.readingroom.viewer.dicom.PixelData;
import org.readingroom.viewer.dicom.Tag;
import org.readingroom.viewer.dicom.Vr;

/// Whether two files hold the same object: every attribute and every stored pixel value, in whatever encoding.
///
/// File meta information, group lengths and padding behind the object do not count, nor how text is padded or in
/// which character set it is written. What the archive says to have set right of patient and study, such as a name,
/// is named in its Original Attributes Sequence (0400,0561) and may differ; findings and pixels may not.
///
/// **Source:** DICOM PS3.3 section C.12.1.1.9.
// [impl->req~archive.read-back~1]
public final class SameInstance {
    private static final int DATA_SET_TRAILING_PADDING = 0xFFFCFFFC;
    private static final int ORIGINAL_ATTRIBUTES_SEQUENCE = 0x04000561;
    private static final int MODIFIED_ATTRIBUTES_SEQUENCE = 0x04000550;
    private static final Set<Integer> OF_PATIENT_AND_STUDY = Set.of(0x0008, 0x0010, 0x0020, 0x0032, 0x0038);
    private static final Set<Integer> IDENTIFIERS =
            Set.of(Tag.SOP_CLASS_UID, Tag.SOP_INSTANCE_UID, Tag.STUDY_INSTANCE_UID, Tag.SERIES_INSTANCE_UID);

    private SameInstance() {}

    /// `ours` is what was given, `theirs` what the archive holds.
    public static boolean is(DicomFile ours, DicomFile theirs) {
        return same(ours.dataSet(), theirs.dataSet(), setRight(theirs.dataSet())) && samePixels(ours, theirs);
    }

    private static Set<Integer> setRight(DataSet theirs) {
        Set<Integer> tags = new HashSet<>(Set.of(ORIGINAL_ATTRIBUTES_SEQUENCE));
        for (DataSet change : theirs.items(ORIGINAL_ATTRIBUTES_SEQUENCE)) {
            for (int tag :
                    change.item(MODIFIED_ATTRIBUTES_SEQUENCE).map(DataSet::tags).orElse(new int[0])) {
                if (OF_PATIENT_AND_STUDY.contains(Tag.group(tag)) && !IDENTIFIERS.contains(tag)) {
                    tags.add(tag);
                }
            }
        }
        return tags;
    }

    private static boolean same(DataSet one, DataSet other, Set<Integer> passedOver) {
        Set<Integer> tags = tags(one);
        Set<Integer> others = tags(other);
        tags.removeAll(passedOver);
        others.removeAll(passedOver);
        if (!tags.equals(others)) {
            return false;
        }
        for (int tag : tags) {
            if (!same(one, other, tag)) {
                return false;
            }
        }
        return true;
    }

    private static Set<Integer> tags(DataSet set) {
        Set<Integer> tags = new HashSet<>();
        for (int tag : set.tags()) {
            boolean isPixels =
                    tag == Tag.PIXEL_DATA || tag == Tag.FLOAT_PIXEL_DATA || tag == Tag.DOUBLE_FLOAT_PIXEL_DATA;
            if ((tag & 0xFFFF) != 0
                    && tag != DATA_SET_TRAILING_PADDING
                    && tag != Tag.SPECIFIC_CHARACTER_SET
                    && !isPixels) {
                tags.add(tag);
            }
        }
        return tags;
    }

    private static boolean same(DataSet one, DataSet other, int tag) {
        List<DataSet> items = one.items(tag);
        List<DataSet> others = other.items(tag);
        if (items.size() != others.size()) {
            return false;
        }
        for (int i = 0; i < items.size(); i++) {
            if (!same(items.get(i), others.get(i), Set.of())) {
                return false;
            }
        }
        if (Arrays.equals(one.bytes(tag), other.bytes(tag))) {
            return true;
        }
        return isText(one, tag) && isText(other, tag) && one.strings(tag).equals(other.strings(tag));
    }

    private static boolean isText(DataSet set, int tag) {
        return switch (set.vr(tag).orElse(Vr.UN)) {
            case AE, AS, CS, DA, DS, DT, IS, LO, LT, PN, SH, ST, TM, UC, UI, UR, UT -> true;
            default -> false;
        };
    }

    private static boolean samePixels(DicomFile one, DicomFile other) {
        Optional<PixelData> pixels = one.pixelData();
        Optional<PixelData> others = other.pixelData();
        if (pixels.isEmpty() || others.isEmpty()) {
            return pixels.isEmpty() && others.isEmpty();
        }
        return sameBytes(pixels.get(), others.get()) || sameValues(one, other);
    }

    private static boolean sameBytes(PixelData one, PixelData other) {
        if (one instanceof PixelData.Native n && other instanceof PixelData.Native m) {
            return n.bigEndian() == m.bigEndian()
                    && n.bytes().asBuffer().equals(m.bytes().asBuffer());
        }
        if (one instanceof PixelData.Encapsulated e && other instanceof PixelData.Encapsulated f) {
            List<ByteSlice> fragments = e.fragments();
            boolean isSame = fragments.size() == f.fragments().size();
            for (int i = 0; isSame && i < fragments.size(); i++) {
                isSame = fragments.get(i).asBuffer().equals(f.fragments().get(i).asBuffer());
            }
            return isSame;
        }
        return false;
    }

    /// For an archive that keeps images in an encoding of its own.
    private static boolean sameValues(DicomFile one, DicomFile other) {
        try {
            FrameReader frames = FrameReader.of(one);
            FrameReader others = FrameReader.of(other);
            boolean isSame = frames.frames() == others.frames();
            for (int i = 0; isSame && i < frames.frames(); i++) {
                StoredPixels frame = frames.frame(i);
                StoredPixels same = others.frame(i);
                isSame = frame.format().equals(same.format()) && Arrays.equals(frame.bytes(), same.bytes());
            }
            return isSame;
        } catch (CodecException e) {
            return false;
        }
    }
}
