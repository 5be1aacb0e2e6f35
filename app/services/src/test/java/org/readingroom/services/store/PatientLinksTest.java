package org.readingroom.services.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.services.ris.PatientLink;
import org.readingroom.services.seal.DataKey;
import org.readingroom.services.seal.EnvelopeSeal;
import org.readingroom.services.seal.Seal;
import org.readingroom.viewer.model.PatientId;
import org.readingroom.viewer.model.WorkstationException;

// [utest->req~patient.merged~1]
class PatientLinksTest {
    private static final PatientId A = new PatientId("A-1", "");
    private static final PatientId B = new PatientId("B-2", "");
    private static final PatientId C = new PatientId("C-3", "");

    @TempDir
    private Path folder;

    private final Seal seal = new EnvelopeSeal(DataKey.random(new SecureRandom()), new SecureRandom());
    private Database documents;
    private PatientLinks links;

    @BeforeEach
    void open() throws WorkstationException {
        documents = Database.open(
                folder.resolve("documents.db"), Database.Durability.DURABLE, DocumentsSchema.SCHEMA, WriteProbe.NONE);
        links = PatientLinks.open(documents, seal);
    }

    @AfterEach
    void close() {
        documents.close();
    }

    @Test
    void mergesAreFollowedToTheEndUndoneAndThereAfterARestart() throws Exception {
        PatientLink one = new PatientLink(A, B);
        assertEquals(List.of(one), links.take(List.of(one, new PatientLink(C, null))));
        assertEquals(List.of(), links.take(List.of(one)), "heard before");
        links.take(List.of(new PatientLink(B, C)));
        documents.close();
        String raw = Files.readString(folder.resolve("documents.db"), StandardCharsets.ISO_8859_1);
        assertFalse(raw.contains("A-1") || raw.contains("C-3"));
        open();
        assertEquals(C, links.survivor(A));
        assertEquals(List.of(A, B), links.mergedInto(C));
        links.take(List.of(new PatientLink(A, null)));
        assertEquals(A, links.survivor(A));
        assertEquals(C, links.survivor(B));
    }

    @Test
    void aCircleLeadsNowhereAndAnIssuerThatIsOpenIsTakenOnlyWhenItIsSure() throws Exception {
        links.take(List.of(new PatientLink(A, B), new PatientLink(B, A)));
        assertEquals(A, links.survivor(A));
        PatientId east = new PatientId("7", "EAST");
        PatientId west = new PatientId("7", "WEST");
        links.take(List.of(new PatientLink(east, B)));
        links.take(List.of(new PatientLink(B, null)));
        assertEquals(B, links.survivor(new PatientId("７", "")));
        assertEquals(west, links.survivor(west));
        links.take(List.of(new PatientLink(west, C)));
        PatientId open = new PatientId("7", "");
        assertEquals(open, links.survivor(open), "of two one would be a guess");
        assertEquals(B, links.survivor(east));
    }

    @Test
    void followedLesionsAreFoundUnderTheSurvivingNumberAndUnderTheirOwnAgainAfterwards() throws Exception {
        FollowUpStore followUps = new FollowUpStore(documents, seal, InstantSource.system(), "u", links);
        followUps.save(A, "lesions of A");
        assertEquals(Optional.empty(), followUps.load(B));
        links.take(List.of(new PatientLink(A, B)));
        assertEquals(Optional.of("lesions of A"), followUps.load(B));
        followUps.save(B, "lesions of both");
        assertEquals(Optional.of("lesions of both"), followUps.load(B));
        links.take(List.of(new PatientLink(A, null)));
        assertEquals(Optional.of("lesions of A"), followUps.load(A));
        assertEquals(Optional.of("lesions of both"), followUps.load(B));
    }
}
