package org.readingroom.report.rads;

import java.util.List;

/// The category of an examination with several lesions: that of the most suspicious one, where its system says so.
///
/// `order` is every category from the least to the most suspicious. One lesion without a category, or with one that the
/// system does not have, leaves the whole without: it might be the worst.
///
/// **Source:** Lung-RADS v2022, note 2: an examination is coded by its nodule of the highest degree of suspicion; 4X
/// stands above 4B, whose management it has. PI-RADS v2.1, section II: the index lesion is that of the highest
/// category.
/// **Left out:** LI-RADS and TI-RADS, which categorize each observation and nodule for itself.
// [impl->req~report.rads.worst~1]
record WorstCategory(String name, List<String> order) implements TemplateFunction {
    static final WorstCategory LUNG_RADS = new WorstCategory("lungRadsWorst", List.of("1", "2", "3", "4A", "4B", "4X"));
    static final WorstCategory PI_RADS = new WorstCategory("piRadsWorst", List.of("1", "2", "3", "4", "5"));

    WorstCategory {
        order = List.copyOf(order);
    }

    @Override
    public boolean takesAll() {
        return true;
    }

    @Override
    public TemplateValue answer(List<TemplateValue> arguments) {
        int worst = -1;
        for (TemplateValue one : arguments) {
            int at = one instanceof TemplateValue.Words(String category) ? order.indexOf(category) : -1;
            if (at < 0) {
                return TemplateValue.MISSING;
            }
            worst = Math.max(worst, at);
        }
        return worst < 0 ? TemplateValue.MISSING : TemplateValue.of(order.get(worst));
    }
}
