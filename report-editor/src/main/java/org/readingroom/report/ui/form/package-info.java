/// The form of a report: fields filled in where they stand in the text, the form beside it, and the choice of a
/// template.
///
/// [FormModel] knows the form of one report and needs no toolkit; [InlineFields] opens a field at the caret, [FormPane]
/// shows all of them, [TemplateChooser] chooses. The words themselves belong to the editor.
@NullMarked
package org.readingroom.report.ui.form;

import org.jspecify.annotations.NullMarked;
