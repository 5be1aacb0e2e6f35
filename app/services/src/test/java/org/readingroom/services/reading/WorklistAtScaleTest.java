package org.readingroom.services.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.readingroom.viewer.model.Patient;
import org.readingroom.viewer.model.PatientId;
import org.readingroom.viewer.model.PersonName;
import org.readingroom.viewer.model.Sex;
import org.readingroom.viewer.model.Study;
import org.readingroom.viewer.model.StudyUid;

/// A hundred thousand studies of invented people. How each name is spoken is written beside its characters here, so
/// that the program's own reading is not asked for the truth.
// [utest->req~worklist.filter~1]
// [utest->req~worklist.pinyin~1]
class WorklistAtScaleTest {
    private static final int STUDIES = 100_000;

    private static final String[][] SURNAMES = {
        {"王", "wang"}, {"李", "li"}, {"张", "zhang"}, {"刘", "liu"}, {"陈", "chen"}, {"单", "shan"},
        {"曾", "zeng"}, {"解", "xie"}, {"仇", "qiu"}, {"查", "zha"}, {"区", "ou"}, {"盖", "ge"},
        {"吕", "lü"}, {"乐", "yue"}, {"欧阳", "ou yang"}, {"尉迟", "yu chi"}, {"万俟", "mo qi"}, {"任", "ren"},
    };
    private static final String[][] GIVEN = {
        {"小", "xiao"}, {"东", "dong"}, {"伟", "wei"}, {"芳", "fang"}, {"娜", "na"}, {"敏", "min"},
        {"静", "jing"}, {"强", "qiang"}, {"磊", "lei"}, {"军", "jun"}, {"洋", "yang"}, {"勇", "yong"},
        {"艳", "yan"}, {"杰", "jie"}, {"涛", "tao"}, {"明", "ming"}, {"超", "chao"}, {"秀", "xiu"},
        {"霞", "xia"}, {"平", "ping"}, {"刚", "gang"}, {"桂", "gui"}, {"英", "ying"}, {"绿", "lü"},
    };

    /// `syllables` by hand; `fields` are all that may be searched, in lower case.
    private record Row(WorklistItem item, List<String> syllables, List<String> fields) {}

    private static final List<Row> ROWS = new ArrayList<>();

    @BeforeAll
    static void invent() {
        Random random = new Random(20260302);
        Pinyin pinyin = new Pinyin();
        for (int i = 0; i < STUDIES; i++) {
            List<String> syllables = new ArrayList<>();
            StringBuilder name = new StringBuilder();
            add(SURNAMES[random.nextInt(SURNAMES.length)], name, syllables);
            name.append('^');
            for (int given = random.nextInt(1, 3); given > 0; given--) {
                add(GIVEN[random.nextInt(GIVEN.length)], name, syllables);
            }
            Study study = new Study(
                    new StudyUid("2.25." + i),
                    new Patient(
                            new PatientId("P%06d".formatted(i), ""),
                            new PersonName("", name.toString(), ""),
                            LocalDate.of(1960, 1, 1),
                            Sex.OTHER),
                    "ACC%06d".formatted(STUDIES - i),
                    LocalDateTime.of(2026, 3, 2, 9, 0),
                    i % 3 == 0 ? "胸部平扫 Chest" : "头颅平扫 Head",
                    new TreeSet<>(Set.of(i % 2 == 0 ? "CT" : "MR")),
                    "",
                    1,
                    1);
            ROWS.add(new Row(
                    WorklistService.row(study, ReadingState.NEW, ReadingPriority.ROUTINE, null, "", pinyin),
                    syllables,
                    List.of(
                            name.toString().replace("^", ""),
                            study.patient().id().value().toLowerCase(Locale.ROOT),
                            study.accessionNumber().toLowerCase(Locale.ROOT),
                            study.description().toLowerCase(Locale.ROOT),
                            study.modalities().iterator().next().toLowerCase(Locale.ROOT))));
        }
    }

    private static void add(String[] character, StringBuilder name, List<String> syllables) {
        name.append(character[0]);
        syllables.addAll(List.of(character[1].split(" ")));
    }

    @Test
    void everyNameIsSpokenAsWrittenHere() {
        for (Row row : ROWS) {
            assertEquals(
                    String.join(" ", row.syllables()).replace('ü', 'u'),
                    row.item().pinyin(),
                    row.item().study().patient().name().ideographic());
            assertEquals(
                    row.syllables().stream().map(s -> s.substring(0, 1)).collect(Collectors.joining()),
                    row.item().initials());
        }
    }

    @Test
    void whatIsTypedFindsExactlyTheRowsThatHoldIt() {
        for (String typed : List.of(
                "wangxiaodong",
                "wang xiao dong",
                "wxd",
                "WXD",
                "ｗｘｄ",
                "欧阳",
                "ouyang",
                "ou yang",
                "oyx",
                "shan",
                "王小东",
                "p000123",
                "P0001",
                "acc000777",
                "chest",
                "胸部",
                "ct wang",
                "李 mr",
                "moqi",
                "lv",
                "lü",
                "lu",
                "nosuchname",
                "",
                "   ")) {
            Set<String> expected = found(expected(typed));
            Set<String> shown = found(row -> new WorklistFilter(typed).test(row.item()));
            assertEquals(expected.size(), shown.size(), "'" + typed + "'");
            assertEquals(expected, shown, "'" + typed + "'");
        }
        assertTrue(found(expected("wxd")).size() >= 10, "the truth is not empty");
        assertTrue(found(expected("lv")).size() > 1000, "the truth is not empty");
    }

    /// On Chinese keyboards ü is typed as v; people without one type u.
    private static Predicate<Row> expected(String typed) {
        String[] words = typed.replace('ｗ', 'w')
                .replace('ｘ', 'x')
                .replace('ｄ', 'd')
                .toLowerCase(Locale.ROOT)
                .split("\\s+");
        return row -> {
            for (String word : words) {
                boolean holds = row.fields().stream().anyMatch(field -> field.contains(word));
                String initials =
                        row.syllables().stream().map(s -> s.substring(0, 1)).collect(Collectors.joining());
                holds |= initials.contains(word);
                for (char umlaut : new char[] {'u', 'v', 'ü'}) {
                    String spoken = String.join(" ", row.syllables()).replace('ü', umlaut);
                    holds |= spoken.contains(word) || spoken.replace(" ", "").contains(word);
                }
                if (!holds) {
                    return false;
                }
            }
            return true;
        };
    }

    private static Set<String> found(Predicate<Row> wanted) {
        Set<String> uids = new HashSet<>();
        for (Row row : ROWS) {
            if (wanted.test(row)) {
                uids.add(row.item().study().uid().value());
            }
        }
        return uids;
    }

    /// Printed, not judged: a key stroke over all rows, and all names spelled anew.
    @Tag("soak")
    @Test
    void printsWhatAKeyStrokeCosts() {
        for (String typed : List.of("w", "wxd", "wangxiaodong", "ct wang 胸部", "nosuchname")) {
            long best = Long.MAX_VALUE;
            int hits = 0;
            for (int pass = 0; pass < 30; pass++) {
                long begun = System.nanoTime();
                WorklistFilter filter = new WorklistFilter(typed);
                hits = 0;
                for (Row row : ROWS) {
                    hits += filter.test(row.item()) ? 1 : 0;
                }
                best = Math.min(best, System.nanoTime() - begun);
            }
            System.out.printf(Locale.ROOT, "filter %-14s %6d of %d rows, %.1f ms%n", typed, hits, STUDIES, best / 1e6);
        }
        long begun = System.nanoTime();
        Pinyin fresh = new Pinyin();
        ROWS.forEach(row -> fresh.of(row.item().study().patient().name().display()));
        System.out.printf(Locale.ROOT, "pinyin of %d names %.0f ms%n", STUDIES, (System.nanoTime() - begun) / 1e6);
    }
}
