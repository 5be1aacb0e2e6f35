package org.readingroom.report.critical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.readingroom.report.model.StudyIdentity;
import org.readingroom.report.testing.SampleReports;
import org.readingroom.viewer.model.Sex;
import org.readingroom.viewer.model.StudyUid;

// [utest->req~report.critical.dictionary~1]
class CriticalDictionaryTest {
    private final CriticalDictionary shipped = CriticalDictionary.shipped();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CT | CHEST | 右肺动脉主干及分支内见充盈缺损，考虑急性肺栓塞。 | pulmonary-embolism",
                "CT | CHEST | Filling defects in the right pulmonary artery, acute pulmonary embolism. | pulmonary-embolism",
                "CR | CHEST | 左侧大量气胸，纵隔右移。 | tension-pneumothorax",
                "CT | CHEST | 升主动脉至髂动脉可见主动脉内膜片，考虑夹层。 | aortic-dissection",
                "CT | HEAD | 左侧基底节区急性脑出血，破入脑室。 | intracranial-haemorrhage",
                "CT | HEAD | Large subdural hematoma with uncal herniation | brain-herniation intracranial-haemorrhage",
                "CT | ABDOMEN | 膈下游离气体，考虑消化道穿孔。 | gi-perforation",
                "US | PELVIS | 右附件区异位妊娠破裂可能，盆腔大量积液。 | ectopic-rupture",
                "CT | CHEST | 未见主动脉夹层及肺栓塞。 | ''",
                "CT | CHEST | No pulmonary embolism. | ''",
                "CT | CHEST | 未见气胸；急性肺栓塞。 | pulmonary-embolism",
                "CT | CHEST | 双肺纹理清晰。 | ''",
            })
    void wordsOfASentenceProposeTheEntry(String modality, String part, String words, String expected) {
        StudyIdentity study = study(modality, part);
        String proposed = String.join(
                " ",
                shipped.propose(words, study).stream().map(CriticalEntry::id).toList());
        String first = expected.isEmpty() ? "other" : expected;
        if (expected.contains(" ")) {
            assertThat(proposed.split(" ")).contains(expected.split(" ")).endsWith("other");
        } else {
            assertThat(proposed).startsWith(first).endsWith("other");
        }
    }

    @Test
    void whatFitsThePlaceComesFirst() {
        String words = "脑疝；主动脉夹层";
        assertThat(shipped.propose(words, study("CT", "CHEST")).getFirst().id()).isEqualTo("aortic-dissection");
        assertThat(shipped.propose(words, study("MR", "HEAD")).getFirst().id()).isEqualTo("brain-herniation");
    }

    @Test
    void everyEntryHasBothNamesAndTheClocksOfTheFile() {
        assertThat(shipped.version()).isEqualTo("critical-2026.1");
        assertThat(shipped.entries()).hasSizeGreaterThanOrEqualTo(20);
        assertThat(shipped.entry("aortic-dissection").orElseThrow().limits())
                .isEqualTo(new CriticalLimits(Duration.ofMinutes(10), Duration.ofMinutes(10), Duration.ofMinutes(30)));
        for (CriticalEntry entry : shipped.entries()) {
            for (String word : entry.words()) {
                assertThat(shipped.propose(word.replace("+", " "), study("CT", "CHEST")))
                        .as(word)
                        .contains(entry);
            }
        }
    }

    @Test
    void aHospitalsOwnFileTakesItsPlace() throws IOException {
        CriticalDictionary own = read(OWN);
        assertThat(own.version()).isEqualTo("院2026-3");
        assertThat(own.entry("pe").orElseThrow().limits())
                .isEqualTo(new CriticalLimits(Duration.ofMinutes(5), Duration.ofMinutes(10), Duration.ofMinutes(30)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "not json",
                "\"id\": \"other\"=>\"id\": \"pe\"",
                "\"id\": \"other\"=>\"id\": \"last\"",
                "\"zh\": \"肺栓塞\"=>\"zh\": \"\"",
                "\"formatVersion\": 1=>\"formatVersion\": 2",
                "\"version\": \"院2026-3\"=>\"version\": \" \"",
                "\"notifiedMinutes\": 5=>\"notifiedMinutes\": 0",
                "\"notifiedMinutes\": 5=>\"notifiedMinutes\": \"5\"",
                "\"handledMinutes\": 30=>\"handledMinutes\": -30"
            })
    void aBrokenFileIsRefusedAndNotReadByHalf(String fault) {
        String[] change = fault.split("=>");
        String text = change.length == 1 ? fault : OWN.replace(change[0], change[1]);
        assertThat(text).isNotEqualTo(OWN);
        assertThatThrownBy(() -> read(text)).isInstanceOf(IOException.class);
    }

    private static final String OWN = """
            {"format": "readingroom.critical-values", "formatVersion": 1, "version": "院2026-3",
             "limits": {"notifiedMinutes": 10, "acknowledgedMinutes": 10, "handledMinutes": 30},
             "entries": [
               {"id": "pe", "zh": "肺栓塞", "en": "Pulmonary embolism", "words": ["肺栓塞"],
                "limits": {"notifiedMinutes": 5}},
               {"id": "other", "zh": "其他", "en": "Other"}]}
            """;

    private static CriticalDictionary read(String text) throws IOException {
        return CriticalDictionary.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static StudyIdentity study(String modality, String part) {
        return new StudyIdentity(
                new StudyUid("2.25.1"), SampleReports.patient(Sex.MALE), "A1", null, modality, part, "", "");
    }
}
