package org.readingroom.report.quality;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.readingroom.report.model.Polarity;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportSentence;
import org.readingroom.report.model.SectionKind;

/// What the words of an impression say of the mark, where they leave no doubt: negative when every sentence is a plain
/// denial, and nothing otherwise. A proposal is shown and never taken by itself.
// [impl->req~report.quality.proposal~1]
public final class ConclusionProposal {
    /// One organ or exam and a denial, with nothing before, behind or between that could qualify it.
    private static final Pattern DENIAL = Pattern.compile(
            "(?:\\d+[.、．]\\s*)?(?:(?:(?:胸部|头颅|颅脑|腹部|盆腔|颈部|腰椎|颈椎|胸椎|双肺|心肺膈|肝胆胰脾|双肾)"
                    + "(?:平扫|CT|MR|MRI)*)?(?:平扫)?未见(?:明显|明确)?异常(?:征象|改变)?"
                    + "|no (?:significant |acute )?abnormality(?: (?:seen|detected|identified))?"
                    + "|normal (?:study|examination))[。.]?",
            Pattern.CASE_INSENSITIVE);

    private ConclusionProposal() {}

    public static Optional<Polarity> of(Report report) {
        List<String> said = report.section(SectionKind.IMPRESSION).sentences().stream()
                .map(ReportSentence::words)
                .filter(words -> !words.isEmpty())
                .toList();
        boolean isDenied = !said.isEmpty()
                && said.stream().allMatch(words -> DENIAL.matcher(words).matches());
        return isDenied ? Optional.of(Polarity.NEGATIVE) : Optional.empty();
    }
}
