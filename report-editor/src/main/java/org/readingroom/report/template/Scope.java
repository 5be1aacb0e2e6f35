package org.readingroom.report.template;

import org.readingroom.report.rads.TemplateValue;

/// Where an expression finds the values of fields.
interface Scope {
    /// [TemplateValue#MISSING] for a field without a value, or one that is not shown.
    TemplateValue value(String field);
}
