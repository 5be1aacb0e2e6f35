package org.readingroom.report.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.readingroom.report.check.CheckWords.Part;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.StudyIdentity;

/// Technique or impression name the examination of another part of the body than was ordered and taken.
// [impl->req~report.check.part~1]
final class PartCheck implements ReportCheck {
    private final CheckWords words;
    private final Pattern study;
    private final Pattern advised = Pattern.compile("建议|必要时|进一步|前片|既往|对比|较|比较|结合|复查|所见|所扫|外院"
            + "|\\b(?:recommend|consider|advis|suggest|further|prior|previous|compar|correlat|visuali[sz]ed)");

    PartCheck(CheckWords words) {
        this.words = words;
        this.study = words.pattern("study");
    }

    @Override
    public void check(ReportReading reading, Consumer<Concern> found) {
        StudyIdentity identity = reading.context().report().study();
        String known =
                lower(identity.description() + " " + reading.context().facts().request());
        Set<String> taken = new HashSet<>();
        for (Part part : words.parts) {
            if (part.codes().stream()
                            .anyMatch(code ->
                                    identity.bodyPart().toUpperCase(Locale.ROOT).contains(code))
                    || part.words().stream().anyMatch(word -> known.contains(lower(word)))) {
                taken.add(part.id());
            }
        }
        if (taken.isEmpty()) {
            return;
        }
        for (ReportReading.Read read : reading.sentences()) {
            String text = lower(read.sentence().text());
            if (read.section() == SectionKind.FINDINGS
                    || advised.matcher(text).find()
                    || !study.matcher(text).find()) {
                continue;
            }
            List<Part> named = named(text);
            if (!named.isEmpty() && named.stream().noneMatch(part -> taken.contains(part.id()))) {
                found.accept(read.concern("part.mismatch", read.sentence().words()));
            }
        }
    }

    private List<Part> named(String text) {
        List<Part> named = new ArrayList<>();
        for (Part part : words.parts) {
            if (part.words().stream().anyMatch(word -> isNamed(text, lower(word)))) {
                named.add(part);
            }
        }
        return named;
    }

    private boolean isNamed(String text, String word) {
        int at = text.indexOf(word);
        if (at < 0) {
            return false;
        }
        // the name of an examination: the part and the modality side by side
        Matcher near =
                study.matcher(text).region(Math.max(0, at - 12), Math.min(text.length(), at + word.length() + 8));
        return near.useTransparentBounds(true).find();
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
