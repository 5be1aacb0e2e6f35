package org.readingroom.plugin.imagej;

import java.util.Set;
import org.readingroom.plugin.ApiVersion;
import org.readingroom.plugin.Capability;
import org.readingroom.plugin.Contributions;
import org.readingroom.plugin.Plugin;

/// Adds Gaussian blur, median, unsharp mask and region statistics.
// [impl->req~plugin.imagej~1]
public final class ImageJPlugin implements Plugin {
    @Override
    public String id() {
        return "imagej";
    }

    @Override
    public Set<Capability> requires() {
        return Set.of(Capability.PIXEL_OPERATIONS, Capability.ROI_STATISTICS);
    }

    @Override
    public void contribute(Contributions contributions) {
        contributions.pixelOperation(new Gaussian());
        contributions.pixelOperation(new Median());
        contributions.pixelOperation(new Unsharp());
        contributions.roiStatistics(new EllipseStatistics());
    }

    @Override
    public ApiVersion builtFor() {
        return new ApiVersion(1, 0);
    }
}
