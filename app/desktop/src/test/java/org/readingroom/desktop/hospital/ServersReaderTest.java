package org.readingroom.desktop.hospital;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.readingroom.services.link.DimseServer;
import org.readingroom.services.link.HospitalSettings;
import org.readingroom.services.link.HttpServer;
import org.readingroom.services.link.HttpServer.Access;
import org.readingroom.services.link.Servers;
import org.readingroom.services.testing.Certificates;

// [utest->req~hospital.servers-sheet~1]
class ServersReaderTest {
    private static final HospitalSettings KEPT = new HospitalSettings(
            new Servers(
                    new HttpServer(
                            URI.create("https://pacs.example/dicom-web"),
                            new Access.Basic("desk", "sesame"),
                            null,
                            null,
                            ""),
                    new DimseServer("PACS", "pacs.example", 11112, "DESK", 11113, null),
                    new HttpServer(URI.create("https://ris.example/fhir"), new Access.Bearer("t0k"), null, null, ""),
                    null),
            14);

    @TempDir
    Path folder;

    private final Map<String, String> typed = new HashMap<>(ServersText.of(KEPT));

    private ServersReader.Read read() {
        return ServersReader.read(typed, KEPT);
    }

    private Access access() {
        HttpServer web = read().settings().orElseThrow().servers().dicomWeb();
        assertNotNull(web);
        return web.access();
    }

    @Test
    void whatIsShownAndNotTouchedIsTheSameAgainAndShowsNoSecret() {
        assertEquals(KEPT, read().settings().orElseThrow());
        assertFalse(typed.toString().contains("sesame") || typed.toString().contains("t0k"), typed.toString());
    }

    @Test
    void emptyFieldsAreNoServers() {
        typed.replaceAll((name, text) -> name.equals(ServersText.DAYS) ? "0" : name.endsWith("access") ? text : " ");
        assertEquals(new HospitalSettings(Servers.NONE, 0), read().settings().orElseThrow());
    }

    @Test
    void aSecretIsReplacedWhenTyped() {
        typed.put("dicom-web.secret", "other ");
        assertEquals(new Access.Basic("desk", "other "), access(), "a password may end with a space");
        typed.put("dicom-web.access", "bearer");
        typed.put("dicom-web.secret", " abc.def== ");
        assertEquals(new Access.Bearer("abc.def=="), access());
    }

    /// Otherwise the kept password would go to whoever owns the other address.
    @ParameterizedTest
    @CsvSource({
        "https://elsewhere.example/dicom-web, secret",
        "http://pacs.example/dicom-web, secret",
        "https://pacs.example:8443/dicom-web, secret",
        "https://PACS.example:443/other/path, ''",
    })
    void aKeptSecretGoesToNoOtherAddress(String base, String why) {
        typed.put("dicom-web.base", base);
        assertEquals(why.isEmpty() ? Map.of() : Map.of("dicom-web.secret", why), read().faults());
    }

    @Test
    void aKeptPasswordIsNotAnotherUsersNorAToken() {
        typed.put("dicom-web.user", "somebody");
        assertEquals(Map.of("dicom-web.secret", "secret"), read().faults());
        typed.put("dicom-web.access", "bearer");
        assertEquals(Map.of("dicom-web.secret", "secret"), read().faults());
    }

    @ParameterizedTest
    @CsvSource({
        "dicom-web.base, pacs.example, base",
        "dicom-web.base, ftp://pacs.example/, base",
        "dicom-web.base, https://desk:word@pacs.example/, base",
        "dicom-web.base, https://pacs.example/?a=b, base",
        "dicom-web.base, 'https://pacs example/', base",
        "dicom-web.base, https://pacs.example:99999/, base",
        "dicom-web.base, '', base",
        "dicom-web.user, a:b, user",
        "dicom-web.user, '', user",
        "fhir.secret, two words, token",
        "fhir.secret, 令牌, token",
        "fhir.access, open, ''",
        "ups.secret, x, base",
        "dimse.ae-title, SEVENTEEN-LETTERS, ae-title",
        "dimse.ae-title, '', ae-title",
        "dimse.ae-title, A\\B, ae-title",
        "dimse.host, two hosts, host",
        "dimse.host, https://pacs.example, host",
        "dimse.port, 0, port",
        "dimse.port, 65536, port",
        "dimse.port, 99999999999, port",
        "dimse.port, '', port",
        "dimse.receiver-port, x, port",
        "dimse.calling-ae, 读片, ae-title",
        "dimse.trusted, authorities.pem, path",
        "fhir.trusted, /no/such/file.pem, trusted",
        "fhir.client-store, /no/such/file.p12, client-store",
        "fhir.client-password, word, client-store",
        "offline.days, -1, days",
        "offline.days, 3651, days",
        "offline.days, '', days",
        "offline.days, 1.5, days",
    })
    void badInputIsToldAtItsField(String name, String text, String why) {
        typed.put(name, text);
        ServersReader.Read read = read();
        assertEquals(why.isEmpty(), read.settings().isPresent());
        if (!why.isEmpty()) {
            String at = name.equals("fhir.client-password")
                    ? "fhir.client-store"
                    : name.equals("ups.secret") ? "ups.base" : name;
            assertEquals(
                    why.equals("client-store") && name.endsWith("password") ? "path" : why,
                    read.faults().get(at));
        }
    }

    @Test
    void openAccessIsNotTakenWhileAUserOrASecretStandsThere() {
        typed.put("dicom-web.access", "open");
        assertEquals(Map.of("dicom-web.access", "access"), read().faults());
        typed.put("dicom-web.user", "");
        assertEquals(new Access.Open(), access());
    }

    @Test
    void certificatesAreLookedInto() throws Exception {
        Certificates own = Certificates.of("localhost", folder);
        typed.put("fhir.trusted", own.pem().toString());
        typed.put("fhir.client-store", own.store().toString());
        typed.put("fhir.client-password", "wrong");
        assertEquals(Map.of("fhir.client-store", "client-store"), read().faults());
        typed.put("fhir.client-password", Certificates.PASSWORD);
        HospitalSettings good = read().settings().orElseThrow();
        HttpServer fhir = good.servers().fhir();
        assertNotNull(fhir);
        assertEquals(own.store(), fhir.clientStore());
        assertEquals(own.pem(), fhir.trusted());
        // and the password of the file is kept too
        assertEquals(
                good, ServersReader.read(ServersText.of(good), good).settings().orElseThrow());
        Path empty = Files.writeString(folder.resolve("empty.pem"), "no certificate\n");
        typed.put("fhir.trusted", empty.toString());
        assertEquals(Map.of("fhir.trusted", "trusted"), read().faults());
    }

    @Test
    void certificatesWithoutEncryptionAreRefusedAndToldBeforeAnythingElse() throws Exception {
        Certificates own = Certificates.of("localhost", folder);
        typed.put("ups.base", "http://ris.example/ups");
        typed.put("ups.trusted", own.pem().toString());
        typed.put("ups.client-store", own.store().toString());
        assertEquals(Map.of("ups.trusted", "https", "ups.client-store", "https"), read().faults());
    }

    @Test
    void everyFaultIsToldAtOnce() {
        typed.put("dicom-web.base", "x");
        typed.put("dimse.port", "x");
        typed.put("offline.days", "x");
        assertEquals(
                3,
                read().faults().keySet().stream()
                        .filter(name -> !name.equals("dicom-web.secret"))
                        .count());
        assertNull(KEPT.servers().ups());
    }
}
