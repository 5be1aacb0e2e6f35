package org.readingroom.services.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.readingroom.services.link.HttpServer.Access;
import org.readingroom.viewer.model.WorkstationException;

// [utest->req~hospital.settings~1]
class SettingsFileTest {
    @TempDir
    Path folder;

    @Test
    void everyFieldIsReadAndWrittenBackTheSame() throws Exception {
        HospitalSettings read = SettingsFile.read(Files.writeString(folder.resolve("servers.json"), """
                {
                  "dicomWeb": { "base": "https://pacs.example/dicom-web", "user": "desk", "password": "s3cret" },
                  "dimse": { "aeTitle": "PACS", "host": "pacs.example", "port": 11112, "callingAe": "DESK7",
                             "receiverPort": 11113, "trusted": "authorities.pem" },
                  "fhir": { "base": "https://ris.example/fhir", "token": "t0ken", "trusted": "/etc/ca.pem",
                            "clientStore": "desk.p12", "clientStorePassword": "st0re" },
                  "ups": { "base": "http://127.0.0.1:8080/ups" },
                  "offlineSignInDays": 12
                }"""));
        HospitalSettings expected = new HospitalSettings(
                new Servers(
                        new HttpServer(
                                URI.create("https://pacs.example/dicom-web"),
                                new Access.Basic("desk", "s3cret"),
                                null,
                                null,
                                ""),
                        new DimseServer(
                                "PACS", "pacs.example", 11112, "DESK7", 11113, folder.resolve("authorities.pem")),
                        new HttpServer(
                                URI.create("https://ris.example/fhir"),
                                new Access.Bearer("t0ken"),
                                Path.of("/etc/ca.pem"),
                                folder.resolve("desk.p12"),
                                "st0re"),
                        HttpServer.open(URI.create("http://127.0.0.1:8080/ups"))),
                12);
        assertEquals(expected, read);
        assertEquals(expected, SettingsFile.parse(SettingsFile.write(read), Path.of("/elsewhere")));
        for (String secret : List.of("s3cret", "t0ken", "st0re")) {
            assertFalse(read.toString().contains(secret), "a log line would tell " + secret);
        }
    }

    @Test
    void nothingSetIsNoServerAndThirtyDays() throws Exception {
        assertEquals(new HospitalSettings(Servers.NONE, 30), parse("{}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'dicomweb':{'base':'http://a/b'}}|dicomweb",
                "{'fhir':{'base':'http://a/b','trust':'x.pem'}}|fhir.trust",
                "{'fhir':{'base':'ftp://a/b'}}|fhir.base",
                "{'fhir':{'base':'http://me:pw@a/b'}}|fhir.base",
                "{'fhir':{'base':'http://a/b?x=1'}}|fhir.base",
                "{'fhir':{'base':'http:///b'}}|fhir.base",
                "{'fhir':{}}|fhir.base",
                "{'fhir':{'base':7}}|fhir.base",
                "{'fhir':{'base':'http://a','user':'u','token':'t'}}|fhir.token",
                "{'fhir':{'base':'http://a','password':'p'}}|fhir.user",
                "{'fhir':[]}|fhir",
                "{'dimse':{'aeTitle':'P','host':'h','port':0}}|dimse.port",
                "{'dimse':{'aeTitle':'P','host':'h','port':70000}}|dimse.port",
                "{'dimse':{'aeTitle':'SEVENTEEN_LETTERS','host':'h','port':104}}|dimse.aeTitle",
                "{'dimse':{'aeTitle':'P','host':' ','port':104}}|dimse.host",
                "{'offlineSignInDays':-1}|offlineSignInDays",
                "{'offlineSignInDays':'30'}|offlineSignInDays",
                "[]|{}"
            })
    void aWrongOrUnknownFieldIsNamed(String json, String field) {
        WorkstationException fault = assertThrows(WorkstationException.class, () -> parse(json));
        assertEquals("services.servers.wrong", fault.messageKey());
        assertEquals(List.of(field), fault.messageArguments());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{|", "{'ups':1,'ups':2}|", "{} {}|", "no|"})
    void whatIsNoJsonIsNotQuoted(String json) {
        WorkstationException fault = assertThrows(WorkstationException.class, () -> parse(json));
        assertEquals("services.servers.unreadable", fault.messageKey());
        assertEquals(null, fault.getCause());
    }

    private static HospitalSettings parse(String json) throws WorkstationException {
        return SettingsFile.parse(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8), Path.of("/"));
    }
}
