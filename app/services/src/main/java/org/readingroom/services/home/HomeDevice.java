package org.readingroom.services.home;

import org.readingroom.viewer.origin.NewUid;
import org.readingroom.viewer.origin.Origin;

/// This installation, as objects made here name it.
final class HomeDevice {
    private HomeDevice() {}

    static Origin.Device of(Home home) {
        String version = HomeDevice.class.getPackage().getImplementationVersion();
        return new Origin.Device(
                NewUid.named(home.id()), home.id().substring(0, 8), version == null ? "development" : version);
    }
}
