package org.readingroom.viewer.phantom;

import java.util.List;

/// The studies that a demo home starts with: a chest CT, a head MR, a chest radiograph and its prior.
// [impl->req~phantom.department~1]
public final class DemoDepartment {
    private DemoDepartment() {}

    public static List<SyntheticStudy> studies() {
        return List.of(
                CtChestPhantom.standard(), MrHeadPhantom.standard(), CrChestPhantom.current(), CrChestPhantom.prior());
    }
}
