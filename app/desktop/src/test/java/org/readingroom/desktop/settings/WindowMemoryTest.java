package org.readingroom.desktop.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WindowMemoryTest {
    @TempDir
    Path folder;

    @Test
    void whatWasKeptIsThereAtTheNextStart() {
        WindowMemory memory = WindowMemory.of(folder);
        memory.keep("window.width", 1234.5);
        memory.keep("language.radiologist", "zh-CN");
        memory.save();
        WindowMemory next = WindowMemory.of(folder);
        assertEquals(1234.5, next.number("window.width", 0));
        assertEquals("zh-CN", next.text("language.radiologist").orElse(""));
    }

    @Test
    void brokenFileIsForgotten() throws Exception {
        Files.writeString(folder.resolve("desktop.properties"), "window.width=\\uZZZZ");
        assertEquals(7, WindowMemory.of(folder).number("window.width", 7));
        Files.writeString(folder.resolve("desktop.properties"), "window.width=NaN");
        assertEquals(7, WindowMemory.of(folder).number("window.width", 7));
    }

    @Test
    void homesAreWhereTheSystemKeepsData() {
        assertEquals(
                Path.of("/data/readingroom"),
                HomeFolders.of("Linux", "/home/x", Map.of("XDG_DATA_HOME", "/data"))
                        .own());
        assertEquals(
                Path.of("/home/x/.local/share/readingroom-demo"),
                HomeFolders.of("Linux", "/home/x", Map.of()).demo());
        assertEquals(
                Path.of("/Users/x/Library/Application Support/readingroom"),
                HomeFolders.of("Mac OS X", "/Users/x", Map.of()).own());
    }
}
