package org.readingroom.services.remote.fhir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.readingroom.services.link.HttpServer;
import org.readingroom.services.link.LinkWitness;
import org.readingroom.services.link.ServerFault;
import org.readingroom.services.remote.http.HttpLink;
import org.readingroom.services.remote.http.HttpTimes;
import org.readingroom.services.ris.CaseNews;
import org.readingroom.services.ris.CaseNews.Kind;
import org.readingroom.services.ris.RisException;
import org.readingroom.services.testing.FhirAbilities;
import org.readingroom.services.testing.FhirCases;
import org.readingroom.services.testing.FhirDouble;
import org.readingroom.services.testing.FhirFault;
import org.readingroom.services.testing.QuickHome;

/// What becomes of a Task that others write too.
// [utest->req~report.fhir.case-told~1]
class FhirTasksTest {
    private static final String THEIRS = "{\"text\":\"waits for contrast\"}";

    private final FhirDouble ris = new FhirDouble(FhirAbilities.STRICT_R4, new QuickHome.Clock());
    private final FhirReports reports =
            new FhirReports(new HttpLink(HttpServer.open(ris.base()), LinkWitness.NONE, HttpTimes.DEFAULT));

    @AfterEach
    void close() {
        ris.close();
    }

    private void task(String status, boolean isOwned) {
        ris.put(
                "{\"resourceType\":\"Task\",\"id\":\"t\",\"intent\":\"order\",\"priority\":\"stat\",\"status\":\"%s\"%s}"
                        .formatted(status, isOwned ? ",\"owner\":{\"reference\":\"Practitioner/li\"}" : ""));
    }

    private void theirs(String name) {
        FhirCases.change(ris, "Task", "t", task -> task.set(name, FhirCases.json(THEIRS)));
    }

    private ObjectNode task() {
        return ris.get("Task", "t").orElseThrow();
    }

    private void tell(Kind kind) throws Exception {
        reports.tell(new CaseNews(UUID.randomUUID(), "t", kind, "why"));
    }

    /// State, reason of it and business status, one letter each: `R` returned, `U` unreadable, `T` theirs, `-` none.
    private String stands() {
        ObjectNode task = task();
        return task.path("status").asText() + " " + letter(task, "statusReason") + letter(task, "businessStatus");
    }

    private static String letter(ObjectNode task, String name) {
        if (!task.has(name)) {
            return "-";
        }
        return switch (task.at("/" + name + "/coding/0/code").asText()) {
            case "report-returned" -> "R";
            case "images-unreadable" -> "U";
            default -> "T";
        };
    }

    @ParameterizedTest
    @CsvSource({
        "ready, false, RETURNED, in-progress RR",
        "in-progress, true, RETURNED, in-progress RR",
        "in-progress, true, RETURNED RETURNED, in-progress RR",
        "in-progress, true, RETURNED WRITTEN_AGAIN, in-progress --",
        "in-progress, true, WRITTEN_AGAIN, in-progress --",
        "requested, false, HELD, on-hold U-",
        "in-progress, true, HELD, on-hold U-",
        "in-progress, true, HELD HELD, on-hold U-",
        "in-progress, true, HELD FREED, in-progress --",
        "ready, false, HELD FREED, ready --",
        "in-progress, true, FREED, in-progress --",
        "on-hold, true, FREED, on-hold --",
        // both at once: the images come first, and the report is still to be written
        "in-progress, true, RETURNED HELD, on-hold UR",
        "in-progress, true, HELD RETURNED, on-hold UR",
        "in-progress, true, HELD RETURNED FREED, in-progress -R",
        "in-progress, true, RETURNED HELD FREED WRITTEN_AGAIN, in-progress --",
        // what has ended, or was never begun, is left
        "completed, true, RETURNED HELD FREED, completed --",
        "cancelled, true, HELD, cancelled --",
        "entered-in-error, true, RETURNED, entered-in-error --",
        "draft, false, HELD, draft --",
    })
    void aTaskStandsAsTheCaseDoes(String status, boolean isOwned, String news, String stands) throws Exception {
        task(status, isOwned);
        for (String kind : news.split(" ")) {
            tell(Kind.valueOf(kind));
        }
        assertEquals(stands, stands());
        assertEquals("stat", task().path("priority").asText(), "nothing else of it is touched");
        assertEquals(isOwned, task().has("owner"));
    }

    @ParameterizedTest
    @CsvSource({
        // the hospital holds the case for its own reason
        "on-hold, statusReason, HELD, on-hold T-",
        "on-hold, statusReason, HELD FREED, on-hold T-",
        "on-hold, statusReason, RETURNED WRITTEN_AGAIN, on-hold T-",
        "on-hold, statusReason, RETURNED, on-hold TR",
        // it says itself how far the case is
        "in-progress, businessStatus, RETURNED, in-progress RT",
        "in-progress, businessStatus, RETURNED WRITTEN_AGAIN, in-progress -T",
        "in-progress, businessStatus, HELD FREED, in-progress -T",
        "on-hold, businessStatus, RETURNED, on-hold -T",
        // a reason is one of the state that it came with
        "in-progress, statusReason, HELD, on-hold U-",
        "in-progress, statusReason, WRITTEN_AGAIN, in-progress T-",
    })
    void whatTheHospitalSaysStays(String status, String name, String news, String stands) throws Exception {
        task(status, true);
        theirs(name);
        for (String kind : news.split(" ")) {
            tell(Kind.valueOf(kind));
        }
        assertEquals(stands, stands());
    }

    /// As the worklist counts it: a department has no case in hand.
    @ParameterizedTest
    @CsvSource({
        "Organization/radiology, ready",
        "CareTeam/night, ready",
        "Practitioner/li, in-progress",
        "PractitionerRole/li, in-progress"
    })
    void whatADepartmentHasIsFreeAfterItsHold(String owner, String status) throws Exception {
        task("ready", false);
        FhirCases.change(ris, "Task", "t", task -> task.putObject("owner").put("reference", owner));
        tell(Kind.HELD);
        tell(Kind.FREED);
        assertEquals(status + " --", stands());
    }

    @Test
    void aCaseThatIsReadSaysNothingOfItsReturnAnyMore() throws Exception {
        task("in-progress", true);
        tell(Kind.RETURNED);
        reports.complete("t");
        assertEquals("completed --", stands());
        tell(Kind.WRITTEN_AGAIN);
        assertEquals(3, ris.versions("Task", "t"));
    }

    @Test
    void theWordsAreThoseOfTheAct() throws Exception {
        task("in-progress", true);
        reports.tell(new CaseNews(new UUID(0, 1), "t", Kind.HELD, "图像质量 丁"));
        assertEquals("图像质量 丁", task().at("/statusReason/text").asText());
        reports.tell(new CaseNews(new UUID(0, 2), "t", Kind.HELD, "图像质量 丁；退回重做"));
        assertEquals("图像质量 丁；退回重做", task().at("/statusReason/text").asText());
    }

    /// The answer is lost, images are made again and the hospital goes on with the case: told once more, it goes on.
    @Test
    void whatArrivedIsNotDoneAgainOverWhatTheHospitalDidSince() throws Exception {
        task("in-progress", true);
        CaseNews news = new CaseNews(new UUID(0, 1), "t", Kind.HELD, "图像质量 丁");
        ris.faults().next(request -> request.method().equals("PUT"), new FhirFault.LoseReply());
        assertThrows(RisException.class, () -> reports.tell(news));
        assertEquals("on-hold U-", stands());
        FhirCases.change(
                ris, "Task", "t", task -> task.put("status", "in-progress").remove("statusReason"));
        reports.tell(news);
        assertEquals("in-progress --", stands());
    }

    /// Somebody ends the case at the very moment before it is written.
    @ParameterizedTest
    @ValueSource(strings = {"HELD", "RETURNED"})
    void whoeverIsFasterIsNotOverruled(Kind kind) throws Exception {
        task("in-progress", true);
        AtomicBoolean isDone = new AtomicBoolean();
        ris.faults()
                .next(
                        request -> {
                            if (request.method().equals("PUT") && !isDone.getAndSet(true)) {
                                FhirCases.change(ris, "Task", "t", task -> task.put("status", "cancelled"));
                            }
                            return false;
                        },
                        new FhirFault.LoseRequest());
        tell(kind);
        assertTrue(isDone.get());
        assertEquals("cancelled --", stands());
    }

    @Test
    void aTaskThatIsGoneIsSaidToBe() {
        RisException gone = assertThrows(RisException.class, () -> tell(Kind.HELD));
        assertEquals(ServerFault.MISSING, gone.fault());
    }

    @Test
    void newsComeBackAsTheyWereAndOtherBytesAreNone() {
        CaseNews news = new CaseNews(new UUID(3, 4), "t-1", Kind.RETURNED, "第一行\n\"第二行\"");
        assertEquals(news, CaseNews.read(news.bytes()).orElseThrow());
        assertFalse(news.toString().contains("第"), "words go into no log");
        for (String bad : new String[] {"", "t-1", "[]", "{}", "{\"task\":\"t\",\"id\":\"x\",\"kind\":\"HELD\"}"}) {
            assertTrue(
                    CaseNews.read(bad.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                            .isEmpty(),
                    bad);
        }
    }
}
