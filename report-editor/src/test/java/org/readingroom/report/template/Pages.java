package org.readingroom.report.template;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.readingroom.report.rads.TemplateFunction;

/// Template files made for tests.
public final class Pages {
    private Pages() {}

    public static String page(String language, String findings, String impression) {
        return """
                <!DOCTYPE html>
                <html lang="%s"><head><title>t</title>
                <meta name="dcterms.identifier" content="test.%s"/><meta name="dcterms.title" content="test"/>
                <meta name="dcterms.language" content="%s"/></head><body>
                <section id="findings">%s</section>
                <section id="impression">%s</section>
                </body></html>
                """.formatted(language, language, language, findings, impression);
    }

    public static ReportTemplate read(String page) throws TemplateException {
        return all(page).template();
    }

    static TemplateReader.ReadTemplate all(String page) throws TemplateException {
        return all(page.getBytes(StandardCharsets.UTF_8));
    }

    static TemplateReader.ReadTemplate all(byte[] page) throws TemplateException {
        return new TemplateReader(TemplateFunctions.with(List.<TemplateFunction>of())).read(page);
    }

    /// One nodule, as a department would ask for it.
    public static String nodule() {
        return page("zh", """
                <p>双肺<select id="present" title="有无" data-field-type="SELECTION_LIST">
                  <option value="未见结节" data-rr-code="no" selected>无</option>
                  <option value="可见结节" data-rr-code="yes">有</option></select>。</p>
                <p data-rr-show="present = 'yes'">位于<select id="place" title="部位" data-rr-role="LOCATION">
                  <option value="右肺上叶" data-rr-code="RUL">右上</option>
                  <option value="左肺下叶" data-rr-code="LLL">左下</option></select>，直径
                  <input id="size" type="number" title="直径" data-field-units="mm" min="1" max="200" step="0.1"
                    data-rr-role="SIZE"/><span data-rr-show="size >= 8">，建议进一步检查</span>。</p>
                <p>心影<input id="heart" type="text" title="心影" value="大小正常"/>。</p>
                """, """
                <p data-rr-show="present = 'no'">双肺未见结节。</p>
                <p data-rr-show="present = 'yes'">肺结节，分级
                  <output id="grade" title="分级" data-rr-role="CATEGORY"
                    data-rr-compute="if(size &lt; 6, '低', if(size >= 8, '高', '中'))"></output>。</p>
                """);
    }
}
