package org.readingroom.testservers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.services.link.HttpServer;
import org.readingroom.services.link.Servers;
import org.readingroom.services.link.SettingsFile;
import org.readingroom.services.testing.RealHospital;

// [utest->req~house.servers~1]
@Tag("slow")
class ServersCommandTest {
    @TempDir
    private Path folder;

    @Test
    void aFolderWithoutServersSaysSo() throws Exception {
        RealHospital.Said said = RealHospital.run("status", "--folder", folder.toString());
        assertEquals(1, said.exitCode());
        assertEquals("The servers were never started here.", said.words().strip());
        assertEquals(0, RealHospital.run("stop", "--folder", folder.toString()).exitCode());
        assertEquals(2, RealHospital.run("burn").exitCode());
    }

    @Test
    void startedTwiceTheyAreTheSameAndTheirSettingsConnectADesk() throws Exception {
        RealHospital hospital = RealHospital.shared();
        String place = hospital.settings().getParent().toString();
        String words = RealHospital.run("start", "--folder", place).words();
        assertTrue(words.contains(hospital.dicomWeb() + "  ") && words.contains(hospital.fhir() + "  "), words);
        assertEquals(words, RealHospital.run("status", "--folder", place).words());
        Servers read = SettingsFile.read(hospital.settings()).servers();
        assertEquals(HttpServer.open(hospital.fhir()), read.fhir());
        assertEquals(HttpServer.open(hospital.dicomWeb()), read.dicomWeb());
    }
}
