package org.readingroom.viewer.deidentify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.viewer.dicom.DicomReader;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.testing.SharedData;

/// Real files of every kind, looked through by another program.
// [utest->req~export.deidentify~1]
@Tag("slow")
class DeidentifiedFilesTest {
    private static final String PYTHON = "/usr/bin/python3";

    /// Broken on purpose, so that the two readers take different things for their text; made of placeholders that are
    /// also words of the standard; or about no patient.
    private static final String MISLABELLED =
            ".*(declared|headerless|packed|ann-microscopy|small-be|hanging-protocol|sr-basic-text).*";

    @TempDir
    Path folder;

    private record Pair(Path original, Path written, String kept) {}

    private List<Pair> written(Set<DeidentifyOption> options, String kept) throws Exception {
        Deidentifier deidentifier = new Deidentifier(options, Pseudonyms.forOneRun(new SecureRandom()));
        List<Pair> pairs = new ArrayList<>();
        List<Path> originals = new ArrayList<>();
        for (String each :
                List.of("modality", "charset", "document", "series/ct-chest-lidc0314", "series/rt-phantom")) {
            try (Stream<Path> files = Files.walk(SharedData.path(each))) {
                files.filter(Files::isRegularFile)
                        .filter(file -> !file.toString().matches(MISLABELLED))
                        .limit(90)
                        .forEach(originals::add);
            }
        }
        for (Path original : originals) {
            try {
                byte[] bytes = deidentifier.apply(DicomReader.read(original));
                Path target = folder.resolve(kept + pairs.size() + ".dcm");
                pairs.add(new Pair(original, Files.write(target, bytes), kept));
            } catch (WorkstationException refused) {
                deidentifier.report().noteLeftOut(refused.messageKey());
            }
        }
        System.out.println(pairs.size() + " de-identified, left out "
                + deidentifier.report().leftOut());
        assertTrue(pairs.size() > 100, pairs.size() + " files");
        return pairs;
    }

    @Test
    void anotherReaderFindsNobodyInRealFiles() throws Exception {
        String version = output(PYTHON, "-c", "import pydicom; print(pydicom.__version__)");
        Assumptions.assumeTrue(version.matches("\\d[\\d.]+\\s*"), "skipped: pydicom is not installed");
        List<Pair> pairs = written(Set.of(DeidentifyOption.CLEAN_STRUCTURED_CONTENT), "-");
        pairs = new ArrayList<>(pairs);
        pairs.addAll(written(
                EnumSet.of(
                        DeidentifyOption.CLEAN_STRUCTURED_CONTENT,
                        DeidentifyOption.CLEAN_GRAPHICS,
                        DeidentifyOption.CLEAN_DESCRIPTORS,
                        DeidentifyOption.RETAIN_PATIENT_CHARACTERISTICS,
                        DeidentifyOption.RETAIN_MODIFIED_DATES),
                "descriptions"));
        Path list = Files.writeString(
                folder.resolve("list"),
                pairs.stream()
                        .map(pair -> pair.original + "\t" + pair.written + "\t" + pair.kept + "\n")
                        .collect(Collectors.joining()));
        Path script = folder.resolve("scan.py");
        try (InputStream stream = getClass().getResourceAsStream("scan.py")) {
            Files.write(script, Objects.requireNonNull(stream).readAllBytes());
        }
        String said = output(PYTHON, script.toString(), list.toString());
        assertEquals(pairs.size() + " files scanned, 0 with faults\n", said);
    }

    @Test
    void dciodvfyFindsNoNewError() throws Exception {
        Assumptions.assumeTrue(!output("dciodvfy", "-version").isEmpty(), "skipped: dicom3tools is not installed");
        List<String> newOnes = new ArrayList<>();
        for (Pair pair :
                written(EnumSet.of(DeidentifyOption.CLEAN_STRUCTURED_CONTENT, DeidentifyOption.CLEAN_GRAPHICS), "-")) {
            Set<String> after = errors(pair.written);
            after.removeAll(errors(pair.original));
            after.forEach(error -> newOnes.add(pair.original.getFileName() + ": " + error));
        }
        assertEquals(List.of(), newOnes);
    }

    private static Set<String> errors(Path file) throws Exception {
        return output("dciodvfy", "-filename", file.toString())
                .lines()
                .filter(line -> line.contains("Error"))
                .map(line -> line.replace(file.toString(), "").replaceAll("ReferencedSOPInstanceUID.*|<[0-9.]+>", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String output(String... command) throws Exception {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor();
            return said;
        } catch (java.io.IOException absent) {
            return "";
        }
    }
}
