package org.readingroom.services.seal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

// [utest->req~seal.bound~1]
class EnvelopeSealTest {
    private final SecureRandom random = new SecureRandom();
    private final Seal seal = new EnvelopeSeal(DataKey.random(random), random);
    private final SealContext place = new SealContext("draft", "body", "1");
    private final byte[] plain = "王小东 结节 6 mm".getBytes(StandardCharsets.UTF_8);

    @Test
    void opensWhatItSealedInItsPlace() throws SealBrokenException {
        assertArrayEquals(plain, seal.open(seal.seal(plain, place), place));
        assertArrayEquals(new byte[0], seal.open(seal.seal(new byte[0], place), place));
    }

    @Test
    void sealsTheSameValueDifferentlyEachTime() {
        assertFalse(Arrays.equals(seal.seal(plain, place), seal.seal(plain, place)));
    }

    @Test
    void opensNowhereElse() {
        byte[] sealed = seal.seal(plain, place);
        for (SealContext other : new SealContext[] {
            new SealContext("draft", "body", "2"),
            new SealContext("draft", "title", "1"),
            new SealContext("version", "body", "1"),
            new SealContext("draf", "tbody", "1")
        }) {
            assertThrows(SealBrokenException.class, () -> seal.open(sealed, other));
        }
    }

    @Test
    void noticesEveryChangedByteAndEveryCut() {
        byte[] sealed = seal.seal(plain, place);
        for (int i = 0; i < sealed.length; i++) {
            byte[] changed = sealed.clone();
            changed[i] ^= 0x40;
            assertThrows(SealBrokenException.class, () -> seal.open(changed, place), "byte " + i);
            byte[] cut = Arrays.copyOf(sealed, i);
            assertThrows(SealBrokenException.class, () -> seal.open(cut, place), "cut at " + i);
        }
    }

    @Test
    void doesNotOpenWithAnotherKey() {
        byte[] sealed = seal.seal(plain, place);
        Seal other = new EnvelopeSeal(DataKey.random(random), random);
        assertThrows(SealBrokenException.class, () -> other.open(sealed, place));
    }

    @Test
    void referencesAreEqualForEqualsAndNeedTheKey() {
        Seal other = new EnvelopeSeal(DataKey.random(random), random);
        assertArrayEquals(seal.reference("study", "2.25.1"), seal.reference("study", "2.25.1"));
        assertFalse(Arrays.equals(seal.reference("study", "2.25.1"), seal.reference("series", "2.25.1")));
        assertFalse(Arrays.equals(seal.reference("study", "2.25.1"), other.reference("study", "2.25.1")));
    }
}
