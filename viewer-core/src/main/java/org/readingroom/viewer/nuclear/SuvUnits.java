package org.readingroom.viewer.nuclear;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.readingroom.viewer.dicom.DataSet;
import org.readingroom.viewer.dicom.Tag;
import org.readingroom.viewer.display.DisplaySet;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.display.ImageHeader;
import org.readingroom.viewer.display.OtherUnit;

/// Tells the display sets of a PET series in which standardized uptake values they can be read.
///
/// **Thread:** any; the headers of a whole series are looked through.
public final class SuvUnits {
    private SuvUnits() {}

    /// `sets` with what the headers of their one series, `series`, allow; sets that are no PET as they are.
    // [impl->req~nuclear.suv.units~1]
    public static List<DisplaySet> offer(List<DisplaySet> sets, List<ImageHeader> series) {
        return sets.stream()
                .map(set -> set.modality().equals("PT") ? set.offering(units(set, series)) : set)
                .toList();
    }

    private static List<OtherUnit> units(DisplaySet set, List<ImageHeader> series) {
        List<DataSet> ordered = own(set, series);
        List<OtherUnit> units = new ArrayList<>();
        for (SuvBasis basis : SuvBasis.values()) {
            try {
                units.add(new OtherUnit.Known(basis.unit(), SuvReader.factor(ordered, basis)));
            } catch (SuvRefusedException e) {
                units.add(new OtherUnit.Refused(basis.unit(), e.messageKey()));
            } catch (IllegalArgumentException e) {
                // numbers of the header that are each possible and together give none
                units.add(new OtherUnit.Refused(basis.unit(), "viewer.suv.no-dose"));
            }
        }
        return units;
    }

    /// The headers of the set first: what an image says of itself is theirs; when the scan began, all of them tell.
    private static List<DataSet> own(DisplaySet set, List<ImageHeader> series) {
        Set<String> instances = new HashSet<>();
        for (ImageFrame frame : set.frames()) {
            instances.add(frame.ref().instance().value());
        }
        List<DataSet> own = new ArrayList<>();
        List<DataSet> others = new ArrayList<>();
        for (ImageHeader header : series) {
            boolean isOwn = instances.contains(
                    header.dataSet().string(Tag.SOP_INSTANCE_UID).orElse(""));
            (isOwn ? own : others).add(header.dataSet());
        }
        own.addAll(others);
        return own;
    }
}
