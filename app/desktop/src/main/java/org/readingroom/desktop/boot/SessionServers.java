package org.readingroom.desktop.boot;

import java.nio.file.Path;
import org.readingroom.desktop.hospital.ServersDesk;
import org.readingroom.services.hospital.ServerPlace;
import org.readingroom.services.hospital.ServerTrial;
import org.readingroom.services.hospital.SettingsStore;
import org.readingroom.services.link.HospitalSettings;
import org.readingroom.services.link.Servers;
import org.readingroom.services.link.SettingsFile;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.TaskRunner;

/// The settings of the home that somebody is signed in to.
// [impl->req~hospital.servers-sheet~1]
record SessionServers(SettingsStore store, TaskRunner runner) implements ServersDesk {
    @Override
    public Kept kept() throws WorkstationException {
        return new Kept(store.current(), store.mayChange());
    }

    @Override
    public void keep(HospitalSettings settings) throws WorkstationException {
        store.keep(settings);
    }

    @Override
    public HospitalSettings read(Path file) throws WorkstationException {
        return SettingsFile.read(file);
    }

    @Override
    public ServerTrial.Answer ask(ServerPlace place, Servers servers) throws WorkstationException {
        return ServerTrial.ask(place, servers, runner);
    }
}
