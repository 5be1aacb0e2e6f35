package org.readingroom.report.template;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.readingroom.report.edit.ReportEdits;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.ReportSentence;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.testing.SampleReports;
import org.readingroom.viewer.annotation.Measurement;
import org.readingroom.viewer.model.Sex;

/// A template whose nodule may be there several times, and reports made with it.
public final class Lesions {
    static final String FINDINGS = """
            <p>双肺<select id="present" title="有无" data-field-type="SELECTION_LIST">
              <option value="未见结节" data-rr-code="no">无</option>
              <option value="可见结节" data-rr-code="yes" selected>有</option></select>。</p>
            <p data-rr-show="present = 'yes'" data-rr-repeat="nodule" data-rr-repeat-name="结节">位于<select id="place"
                title="部位" data-rr-role="LOCATION">
              <option value="右肺上叶">右上</option>
              <option value="右肺下叶">右下</option>
              <option value="左肺下叶">左下</option></select>，直径
              <input id="size" type="number" title="直径" data-field-units="mm" min="1" max="200" step="0.1"
                data-rr-role="SIZE"/><span data-rr-show="size >= 8">，偏大</span>。</p>
            <p data-rr-show="present = 'yes'" data-rr-repeat="nodule" data-rr-repeat-number="no">边缘<select
                id="margin" title="边缘"><option value="光整">光整</option><option value="毛刺">毛刺</option></select>。</p>
            <p>心影<input id="heart" type="text" title="心影" value="大小正常"/>。</p>
            """;
    static final String IMPRESSION = """
            <p data-rr-show="present = 'no'">双肺未见结节。</p>
            <p data-rr-show="present = 'yes'" data-rr-repeat="nodule"><output id="copy" title="部位"
                data-rr-compute="place"></output>结节，分级<output id="grade" title="分级" data-rr-role="CATEGORY"
                data-rr-compute="if(size &lt; 6, '低', if(size >= 8, '高', '中'))"></output>。</p>
            <p data-rr-show="present = 'yes' and instances(place) > 1">共<output id="many" title="数目"
                data-rr-decimals="0" data-rr-compute="instances(place)"></output>个，最大<output id="largest"
                title="最大" data-rr-compute="max(size)"></output> mm。</p>
            """;

    private Lesions() {}

    public static String page() {
        return Pages.page("zh", FINDINGS, IMPRESSION);
    }

    public static ReportTemplate template() {
        try {
            return Pages.read(page());
        } catch (TemplateException e) {
            throw new AssertionError(e);
        }
    }

    static Report blank(ReportTemplate template) {
        Report blank = Report.blank(SampleReports.study(Sex.FEMALE), ReportLanguage.CHINESE);
        return ReportEdits.applyTemplate(blank, template.id(), template.fill(blank))
                .apply(blank);
    }

    /// Three nodules of 5, 12 and 7 mm, all said; the second one rests on a mark.
    public static Report three() {
        ReportTemplate template = template();
        Report report = filled(template, blank(template), "", "右肺上叶", "5");
        report = filled(template, added(template, report), "#2", "左肺下叶", "12");
        report = filled(template, added(template, report), "#3", "右肺下叶", "7");
        TemplateForm form = TemplateForm.of(template, report);
        return MeasuredField.edit(
                        report,
                        form,
                        Objects.requireNonNull(form.template().fields().get("size#2")),
                        "12.3",
                        SampleReports.MARK,
                        new Measurement(Measurement.Quantity.LENGTH, 12.3417, "mm"),
                        List.of(SampleReports.ANCHOR))
                .apply(report);
    }

    private static Report filled(ReportTemplate template, Report report, String mark, String place, String size) {
        Report now = set(template, report, "place" + mark, place);
        now = set(template, now, "size" + mark, size);
        return set(template, now, "margin" + mark, "光整");
    }

    static Report set(ReportTemplate template, Report report, String field, String value) {
        TemplateForm form = TemplateForm.of(template, report);
        return FormSections.change(report, form, form.with(field, value), field)
                .edit()
                .apply(report);
    }

    static FormRepeats.Step adding(ReportTemplate template, Report report) {
        return FormRepeats.add(report, TemplateForm.of(template, report), group(template))
                .orElseThrow();
    }

    static Report added(ReportTemplate template, Report report) {
        return adding(template, report).change().edit().apply(report);
    }

    static FormRepeats.Step removing(ReportTemplate template, Report report, int key) {
        return FormRepeats.remove(report, TemplateForm.of(template, report), group(template), key)
                .orElseThrow();
    }

    static Report removed(ReportTemplate template, Report report, int key) {
        return removing(template, report, key).change().edit().apply(report);
    }

    static RepeatedGroup group(ReportTemplate template) {
        return template.repeats().groups().getFirst();
    }

    static List<String> words(Report report, SectionKind kind) {
        return report.section(kind).sentences().stream()
                .map(ReportSentence::words)
                .collect(Collectors.toList());
    }
}
