/// Report templates by modality and body part, in both languages.
///
/// Files are MRRT templates (IHE RAD TF-3 4.105) written as well-formed XML. Today we read their
/// sections, paragraphs and fields; the rest of MRRT is passed over. Scripts in a template never
/// run. Read [TemplateLibrary] first.
@NullMarked
package org.readingroom.report.template;

import org.jspecify.annotations.NullMarked;
