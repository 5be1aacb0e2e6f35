package org.readingroom.desktop.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.readingroom.assets.Messages;
import picocli.CommandLine;

class CommandLineProgramTest {
    static Stream<List<String>> commands() {
        CommandLine line = new CommandLineProgram(
                        Terminal.ofProcess(Messages.of(Locale.ENGLISH)), (home, demo, locale, folder, servers) -> {})
                .commandLine();
        List<List<String>> all = new ArrayList<>();
        collect(line, List.of(), all);
        return all.stream();
    }

    private static void collect(CommandLine line, List<String> path, List<List<String>> all) {
        all.add(path);
        line.getSubcommands().forEach((name, child) -> {
            List<String> longer = new ArrayList<>(path);
            longer.add(name);
            collect(child, longer, all);
        });
    }

    // [utest->req~cli.commands~1]
    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandHelpsInBothLanguages(List<String> command) {
        List<Object> arguments = new ArrayList<>(command);
        arguments.add("--help");
        for (CliRun run : List.of(CliRun.of(arguments.toArray()), CliRun.inChinese(arguments.toArray()))) {
            assertEquals(ExitCode.DONE, run.exitCode(), run.err());
            assertFalse(run.out().contains("cli."), () -> "a key without words: " + run.out());
            assertFalse(run.out().contains("${"), run.out());
        }
        assertTrue(CliRun.inChinese(arguments.toArray()).out().contains("用法："));
    }

    @Test
    void theSetOfCommandsIsTheOnePromised() {
        List<String> names =
                commands().filter(path -> path.size() == 1).map(List::getFirst).toList();
        for (String promised : List.of(
                "import",
                "studies",
                "dump",
                "pixels",
                "render",
                "mpr",
                "scene",
                "measure",
                "report",
                "audit",
                "screenshots",
                "bench")) {
            assertTrue(names.contains(promised), promised);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "--nonsense",
                "pixels",
                "pixels --frame x a.dcm",
                "pixels --frame 0 a.dcm",
                "pixels --out a.raw a.dcm b.dcm",
                "dump",
                "dump a b",
                "render a.dcm",
                "render a.dcm --out p.png --size 0x5",
                "render a.dcm --out p.png --size 99999x99999",
                "render a.dcm --out p.png --size 5",
                "render a.dcm --out p.png --window 40",
                "render a.dcm --out p.png --window 40,0",
                "render a.dcm --out p.png --window NaN,4",
                "render a.dcm --out p.png --palette mauve",
                "render a.dcm --out p.png --engine tube",
                "render a.dcm --out p.png --frame 0",
                "mpr folder --out p.png",
                "mpr folder --plane upright --out p.png",
                "mpr folder --plane axial --curve 0,0,0;1,1,1 --out p.png",
                "mpr folder --curve 0,0,0 --out p.png",
                "mpr folder --curve 0,0,0;1,1 --out p.png",
                "mpr folder --curve 0,0,0;;1,1,1 --out p.png",
                "mpr folder --curve 0,0,0;1,1,NaN --out p.png",
                "mpr folder --curve 0,0,0;1,1,1 --kind bent --out p.png",
                "mpr folder --curve 0,0,0;1,1,1 --width 0 --out p.png",
                "mpr folder --curve 0,0,0;1,1,1 --across 0,0,0 --out p.png",
                "mpr folder --curve 0,0,0;1,1,1 --spacing 0.0001 --out p.png",
                "mpr folder --curve 0,0,0;1,1,1 --spacing -1 --out p.png",
                "mpr folder --curve 0,0,0;1,1,1 --size 5x5 --spacing 1 --out p.png",
                "mpr folder --curve 0,0,0;1,1,1 --fuse other --out p.png",
                "mpr folder --curve 0,0,0;1,1,1 --slab 5 --out p.png",
                "mpr folder --plane axial --kind stretched --out p.png",
                "mpr folder --plane axial --opacity 0.5 --out p.png",
                "mpr folder --plane axial --fuse other --opacity 1.5 --out p.png",
                "mpr folder --plane axial --fuse other --opacity NaN --out p.png",
                "mpr folder --plane axial --fuse other --fuse-palette mauve --out p.png",
                "mpr folder --plane axial --fuse other --out p.raw",
                "scene folder",
                "scene folder --out p.png --preset glass",
                "scene folder --out p.png --turn 5",
                "scene folder --out p.png --turn a,b",
                "scene folder --out p.png --zoom 0",
                "scene folder --out p.png --zoom NaN",
                "scene folder --out p.png --size 0x5",
                "scene folder --out p.png --clip 0,0,0",
                "scene folder --out p.png --clip 0,0,0;1,1,1;2,2,2",
                "mpr folder --plane oblique --out p.png",
                "mpr folder --plane oblique --at 0,0,0 --normal 0,0,1 --up 0,0,2 --out p.png",
                "mpr folder --plane oblique --at 0,0,0 --normal 0,0,0 --up 0,0,2 --out p.png",
                "mpr folder --plane axial --up 0,0,1 --out p.png",
                "mpr folder --plane axial --slab -1 --out p.png",
                "mpr folder --plane axial --at 1,2 --out p.png",
                "mpr folder --plane axial --size 5x5 --out p.png",
                "mpr folder --plane axial --mode mean --out p.png",
                "mpr folder --plane axial --at 1d,2,3 --out p.png",
                "mpr folder --plane axial --at 1,2,1e99 --out p.png",
                "measure a.dcm --length 0x1,2,3,4",
                "measure a.dcm --length 1,2,3,NaN",
                "measure a.dcm",
                "measure a.dcm --length 1,2,3",
                "measure a.dcm --ellipse 1,2,0,3",
                "import a",
                "import --demo",
                "studies",
                "studies --home nowhere",
                "audit",
                "audit nonsense",
                "screenshots",
                "--version --version"
            })
    void whatIsNotUnderstoodEndsWithTwoAndOneLine(String line) {
        CliRun run = CliRun.of((Object[]) line.split(" "));
        assertEquals(ExitCode.USAGE, run.exitCode(), () -> run.out() + run.err());
        assertEquals("", run.out());
        assertEquals(1, run.err().lines().count(), run.err());
        assertTrue(run.err().startsWith("readingroom"), run.err());
        assertFalse(run.err().contains("cli."), run.err());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dump /nowhere/a.dcm",
                "render /nowhere/a.dcm --out p.png",
                "mpr /nowhere --plane axial --out p.png",
                "measure /nowhere/a.dcm --length 1,2,3,4",
                "import /nowhere --demo",
                "studies --home /nowhere --user someone --password-stdin"
            })
    void whatIsNotThereEndsWithOneAndItsName(String line) {
        CliRun run = CliRun.of((Object[]) line.split(" "));
        assertEquals(ExitCode.REFUSED, run.exitCode(), () -> run.out() + run.err());
        assertEquals(1, run.err().lines().count(), run.err());
        assertTrue(run.err().contains("/nowhere"), run.err());
    }

    @Test
    void aFolderIsNoFileToDump() {
        CliRun run = CliRun.of("dump", System.getProperty("java.io.tmpdir"));
        assertEquals(ExitCode.USAGE, run.exitCode(), run.err());
        assertTrue(run.err().startsWith("readingroom dump: dump takes one file"), run.err());
    }

    // [utest->req~cli.studies~1]
    @Test
    void controlCharactersOfAFileMakeNoOtherFieldsOrLines() {
        assertEquals("a b  c 测试", StudiesCommand.plain("a\tb\r\nc 测试"));
    }

    /// What a folder may not be read for must say so in one line and not as a fault of the program.
    @Test
    void aFaultWhileAFolderIsListedIsSaidAsWhatItIs() {
        Faults faults = new Faults(Messages.of(Locale.ENGLISH));
        assertEquals(
                faults.say(new java.nio.file.AccessDeniedException("/locked")),
                faults.say(new java.io.UncheckedIOException(new java.nio.file.AccessDeniedException("/locked"))));
        assertTrue(
                faults.say(new java.nio.file.AccessDeniedException("/locked")).contains("/locked"));
    }

    @Test
    void versionIsTold() {
        CliRun run = CliRun.of("--version");
        assertEquals(ExitCode.DONE, run.exitCode());
        assertTrue(run.out().startsWith("Reading Room "), run.out());
    }
}
