package org.readingroom.services.dimse;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.readingroom.viewer.codec.CodecException;
import org.readingroom.viewer.codec.FrameReader;
import org.readingroom.viewer.codec.PixelDigest;
import org.readingroom.viewer.dicom.DataSet;
import org.readingroom.viewer.dicom.DicomFile;
import org.readingroom.viewer.dicom.Tag;
import org.readingroom.viewer.dicom.Vr;

/// Whether the file an archive holds says the same as the one that was given to it, however it is written.
///
/// What the archive says to have set right, such as a patient's name, is named in its Original Attributes Sequence
/// (0400,0561) and may differ.
///
/// **Source:** DICOM PS3.3 section C.12.1.1.9.
// [impl->req~dimse.store~1]
final class SameContent {
    private static final int ORIGINAL_ATTRIBUTES = 0x04000561;
    private static final int MODIFIED_ATTRIBUTES = 0x04000550;
    private static final int TRAILING_PADDING = 0xFFFCFFFC;

    /// Those whose padding means nothing.
    private static final Set<Vr> TEXT = EnumSet.of(
            Vr.AE, Vr.AS, Vr.CS, Vr.DA, Vr.DS, Vr.DT, Vr.IS, Vr.LO, Vr.LT, Vr.PN, Vr.SH, Vr.ST, Vr.TM, Vr.UC, Vr.UI,
            Vr.UR, Vr.UT);

    private SameContent() {}

    static boolean isSame(DicomFile ours, DicomFile theirs) {
        Set<Integer> passedOver = new TreeSet<>(List.of(ORIGINAL_ATTRIBUTES, TRAILING_PADDING));
        passedOver.add(Tag.SPECIFIC_CHARACTER_SET);
        passedOver.add(Tag.PIXEL_DATA);
        for (DataSet change : theirs.dataSet().items(ORIGINAL_ATTRIBUTES)) {
            change.item(MODIFIED_ATTRIBUTES)
                    .ifPresent(was -> Arrays.stream(was.tags()).forEach(passedOver::add));
        }
        return areSame(ours.dataSet(), theirs.dataSet(), passedOver) && havePixelsAlike(ours, theirs);
    }

    private static boolean areSame(DataSet one, DataSet other, Set<Integer> passedOver) {
        return Arrays.equals(tags(one, passedOver), tags(other, passedOver))
                && Arrays.stream(tags(one, passedOver)).allMatch(tag -> isSame(one, other, tag));
    }

    private static int[] tags(DataSet set, Set<Integer> passedOver) {
        return Arrays.stream(set.tags())
                .filter(tag -> (tag & 0xFFFF) != 0 && !passedOver.contains(tag))
                .toArray();
    }

    private static boolean isSame(DataSet one, DataSet other, int tag) {
        Optional<Vr> vr = one.vr(tag);
        if (vr.equals(Optional.of(Vr.SQ)) || other.vr(tag).equals(Optional.of(Vr.SQ))) {
            List<DataSet> items = one.items(tag);
            List<DataSet> others = other.items(tag);
            boolean areSame = items.size() == others.size();
            for (int i = 0; areSame && i < items.size(); i++) {
                areSame = areSame(items.get(i), others.get(i), Set.of(Tag.SPECIFIC_CHARACTER_SET));
            }
            return areSame;
        }
        boolean isText = vr.filter(TEXT::contains).isPresent() && vr.equals(other.vr(tag));
        return isText && one.strings(tag).equals(other.strings(tag)) || Arrays.equals(one.bytes(tag), other.bytes(tag));
    }

    private static boolean havePixelsAlike(DicomFile ours, DicomFile theirs) {
        if (ours.pixelData().isEmpty() || theirs.pixelData().isEmpty()) {
            return ours.pixelData().isEmpty() && theirs.pixelData().isEmpty();
        }
        try {
            return PixelDigest.sha256(FrameReader.of(ours)).equals(PixelDigest.sha256(FrameReader.of(theirs)));
        } catch (CodecException e) {
            return false;
        }
    }
}
