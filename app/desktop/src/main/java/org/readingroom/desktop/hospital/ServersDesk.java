package org.readingroom.desktop.hospital;

import java.nio.file.Path;
import org.readingroom.services.hospital.ServerPlace;
import org.readingroom.services.hospital.ServerTrial;
import org.readingroom.services.link.HospitalSettings;
import org.readingroom.services.link.Servers;
import org.readingroom.viewer.model.WorkstationException;

/// The settings of the servers as their sheet needs them.
///
/// **Thread:** any but `fx`; blocks.
public interface ServersDesk {
    record Kept(HospitalSettings settings, boolean mayChange) {}

    Kept kept() throws WorkstationException;

    void keep(HospitalSettings settings) throws WorkstationException;

    HospitalSettings read(Path file) throws WorkstationException;

    ServerTrial.Answer ask(ServerPlace place, Servers servers) throws WorkstationException;
}
