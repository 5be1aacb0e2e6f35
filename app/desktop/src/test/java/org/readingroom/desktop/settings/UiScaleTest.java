package org.readingroom.desktop.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UiScaleTest {
    private static final String PROPERTY = "glass.gtk.uiScale";

    @TempDir
    Path home;

    @BeforeEach
    @AfterEach
    void forget() {
        System.clearProperty(PROPERTY);
        System.clearProperty("glass.win.uiScale");
    }

    // [utest->req~shell.scale~1]
    @Test
    void theScaleChosenBeforeIsTakenAtTheNextStart() {
        UiScale.keep(WindowMemory.of(home), 150);
        UiScale.apply(WindowMemory.of(home));
        assertEquals("150%", System.getProperty(PROPERTY));
    }

    // [utest->req~shell.scale~1]
    @Test
    void withoutAChoiceTheSystemDecides() {
        UiScale.apply(WindowMemory.of(home));
        assertNull(System.getProperty(PROPERTY));
        UiScale.keep(WindowMemory.of(home), UiScale.SYSTEM);
        UiScale.apply(WindowMemory.of(home));
        assertNull(System.getProperty(PROPERTY));
    }

    @Test
    void aNumberNobodyCouldChooseIsNotTaken() {
        WindowMemory memory = WindowMemory.of(home);
        memory.keep("scale", 10000);
        memory.save();
        UiScale.apply(WindowMemory.of(home));
        assertNull(System.getProperty(PROPERTY));
    }

    @Test
    void whatTheCommandLineSaysGoesFirst() {
        System.setProperty(PROPERTY, "2");
        UiScale.keep(WindowMemory.of(home), 125);
        UiScale.apply(WindowMemory.of(home));
        assertEquals("2", System.getProperty(PROPERTY));
    }
}
