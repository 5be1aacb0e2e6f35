package org.readingroom.report.check;

import java.util.function.Consumer;
import org.readingroom.viewer.model.Sex;

/// An organ that the patient's recorded sex does not have. Other and unknown sex are never judged.
final class SexOrganCheck implements ReportCheck {
    private final CheckWords words;

    SexOrganCheck(CheckWords words) {
        this.words = words;
    }

    @Override
    public void check(ReportReading reading, Consumer<Concern> found) {
        Sex sex = reading.context().report().study().patient().sex();
        if (sex != Sex.MALE && sex != Sex.FEMALE) {
            return;
        }
        String foreign = (sex == Sex.MALE ? Sex.FEMALE : Sex.MALE).name();
        for (ReportReading.Read read : reading.sentences()) {
            String text = read.sentence().text().toLowerCase(java.util.Locale.ROOT);
            for (WordTrie.Hit<Object> hit : words.trie.in(text)) {
                if (hit.value() instanceof CheckWords.Organ organ && organ.sex().equals(foreign)) {
                    found.accept(read.concern("sex.organ", text.substring(hit.start(), hit.end())));
                    break;
                }
            }
        }
    }
}
