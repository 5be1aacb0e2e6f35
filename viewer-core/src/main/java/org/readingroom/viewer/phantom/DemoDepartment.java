package org.readingroom.viewer.phantom;

import java.util.List;

/// The studies that a demo home starts with: one or two of every modality.
// [impl->req~phantom.department~1]
public final class DemoDepartment {
    private DemoDepartment() {}

    public static List<SyntheticStudy> studies() {
        return List.of(
                CtChestPhantom.standard(),
                CtChestPhantom.prior(),
                PetCtPhantom.standard(),
                MrHeadPhantom.standard(),
                CrChestPhantom.current(),
                CrChestPhantom.prior(),
                MammogramPhantom.standard(),
                CarotidPhantom.standard(),
                AngiogramPhantom.standard(),
                BoneScanPhantom.standard(),
                HandPhantom.standard(),
                SpineMrPhantom.standard());
    }
}
