package org.readingroom.desktop.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.readingroom.desktop.objects.StudyObjectsLoader;
import org.readingroom.viewer.model.SopInstanceUid;

/// Objects that cannot be read cost nobody the others.
class ObjectsLeftOutTest {
    private static final List<SopInstanceUid> TWO = List.of(new SopInstanceUid("2.25.1"), new SopInstanceUid("2.25.2"));

    @Test
    void anyFaultInOneIsCountedAndTheNextIsRead() {
        assertEquals(
                2,
                StudyObjectsLoader.load(TWO, uid -> {
                            throw new ArrayIndexOutOfBoundsException(7);
                        })
                        .unread());
    }

    @Test
    void givingUpIsNoFault() {
        assertThrows(
                CancellationException.class,
                () -> StudyObjectsLoader.load(TWO, uid -> {
                    throw new CancellationException("given up");
                }));
    }
}
