package org.readingroom.desktop.hospital;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.readingroom.services.hospital.ServerPlace;
import org.readingroom.services.hospital.ServerTrial;
import org.readingroom.services.link.HospitalSettings;
import org.readingroom.services.link.HttpServer;
import org.readingroom.services.link.HttpServer.Access;
import org.readingroom.services.link.Servers;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.testing.StepRunner;

// [utest->req~hospital.servers-sheet~1]
class ServersModelTest {
    private static final Path FILE = Path.of("/servers.json");

    private final StepRunner runner = new StepRunner();
    private final Desk desk = new Desk();
    private final ServersModel model = new ServersModel(desk, runner);

    private static HospitalSettings web(String base, Access access) {
        return new HospitalSettings(
                new Servers(new HttpServer(URI.create(base), access, null, null, ""), null, null, null), 30);
    }

    private static final class Desk implements ServersDesk {
        HospitalSettings settings = web("https://pacs.example/web", new Access.Basic("desk", "sesame"));
        boolean mayChange = true;

        @Nullable
        WorkstationException fault;

        final List<Servers> asked = new ArrayList<>();

        @Override
        public Kept kept() {
            return new Kept(settings, mayChange);
        }

        @Override
        public void keep(HospitalSettings now) throws WorkstationException {
            refuse();
            settings = now;
        }

        @Override
        public HospitalSettings read(Path file) throws WorkstationException {
            refuse();
            return web("https://other.example/web", new Access.Bearer("from-file"));
        }

        @Override
        public ServerTrial.Answer ask(ServerPlace place, Servers servers) throws WorkstationException {
            asked.add(servers);
            refuse();
            return new ServerTrial.Answer(Duration.ofMillis(12), place.code());
        }

        private void refuse() throws WorkstationException {
            if (fault != null) {
                throw fault;
            }
        }
    }

    @BeforeEach
    void load() {
        assertTrue(model.busyProperty().get());
        assertFalse(model.mayChangeProperty().get(), "nothing is changed before it is known who may");
        runner.runAll();
        assertFalse(model.busyProperty().get());
    }

    private @Nullable HttpServer keptWeb() {
        return desk.settings.servers().dicomWeb();
    }

    @Test
    void whatIsTypedIsKeptWithTheSecretThatIsNotShown() {
        assertEquals("", model.value("dicom-web.secret").get());
        model.value("dicom-web.base").set("https://pacs.example/other");
        model.value("fhir.base").set("https://ris.example/fhir");
        model.keep();
        runner.runAll();
        assertEquals("desktop.servers.kept", model.toldProperty().get());
        HttpServer web = keptWeb();
        assertNotNull(web);
        assertEquals(new Access.Basic("desk", "sesame"), web.access());
        assertEquals("/other", web.base().getPath());
        assertNotNull(desk.settings.servers().fhir());
    }

    @Test
    void aSecretThatWasTypedIsNotShownOnceItIsKept() {
        model.value("dicom-web.secret").set("other");
        model.keep();
        runner.runAll();
        assertEquals("", model.value("dicom-web.secret").get());
        model.keep();
        runner.runAll();
        HttpServer web = keptWeb();
        assertNotNull(web);
        assertEquals(new Access.Basic("desk", "other"), web.access());
    }

    @Test
    void badInputKeepsNothingAndItsWordsGoWhenItIsTypedAgain() {
        HospitalSettings before = desk.settings;
        model.value("dicom-web.base").set("nonsense");
        model.value("offline.days").set("many");
        model.keep();
        runner.runAll();
        assertEquals("desktop.servers.wrong", model.toldProperty().get());
        assertTrue(model.faults().keySet().containsAll(Set.of("dicom-web.base", "offline.days")));
        assertEquals(before, desk.settings);
        model.value("dicom-web.base").set("https://pacs.example/web");
        assertEquals(Map.of("offline.days", "days"), model.faults());
        model.test();
        runner.runAll();
        assertEquals(List.of(), desk.asked, "what is wrong is not asked either");
    }

    @Test
    void everyServerThatIsFilledInIsAskedAndNothingIsKeptByIt() {
        HospitalSettings before = desk.settings;
        model.value("fhir.base").set("https://ris.example/fhir");
        model.test();
        runner.runNext();
        assertEquals(
                Set.of(ServerPlace.DICOM_WEB, ServerPlace.FHIR), model.asked().keySet());
        assertTrue(model.asked().values().stream()
                .allMatch(each -> each.answer().isEmpty() && each.fault().isEmpty()));
        desk.fault = new WorkstationException("services.server.silent", "no answer");
        runner.runNext();
        desk.fault = null;
        runner.runAll();
        ServersModel.Asked web = model.asked().get(ServerPlace.DICOM_WEB);
        ServersModel.Asked fhir = model.asked().get(ServerPlace.FHIR);
        assertNotNull(web);
        assertNotNull(fhir);
        assertTrue(web.fault().isPresent());
        assertEquals("fhir", fhir.answer().orElseThrow().says());
        assertEquals(before, desk.settings);
    }

    @Test
    void anAnswerToWhatStoodThereBeforeIsNotShown() {
        model.test();
        runner.runNext();
        model.value("dicom-web.base").set("https://pacs.example/third");
        runner.runAll();
        assertEquals(Map.of(), model.asked());
    }

    @Test
    void aFileFillsTheFieldsAndItsSecretsAreKeptWithThem() {
        model.take(FILE);
        runner.runAll();
        assertEquals("desktop.servers.taken", model.toldProperty().get());
        assertEquals("https://other.example/web", model.value("dicom-web.base").get());
        assertEquals("https://pacs.example/web", String.valueOf(keptWeb()));
        model.keep();
        runner.runAll();
        HttpServer web = keptWeb();
        assertNotNull(web);
        assertEquals(new Access.Bearer("from-file"), web.access());
    }

    @Test
    void aRefusalIsToldAndWhatWasTypedStays() {
        desk.fault = new WorkstationException("services.servers.administrator-only", "no");
        model.value("dicom-web.secret").set("other");
        model.keep();
        runner.runAll();
        assertEquals(desk.fault, model.faultProperty().get());
        assertEquals("other", model.value("dicom-web.secret").get());
        assertFalse(model.busyProperty().get());
        model.take(FILE);
        runner.runAll();
        assertEquals("https://pacs.example/web", model.value("dicom-web.base").get());
    }

    @Test
    void nothingIsAskedWhereNoServerIsFilledIn() {
        model.value("dicom-web.base").set("");
        model.value("dicom-web.user").set("");
        model.test();
        runner.runAll();
        assertEquals("desktop.servers.nothing", model.toldProperty().get());
    }
}
