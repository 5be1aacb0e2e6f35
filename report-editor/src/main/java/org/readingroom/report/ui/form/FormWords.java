package org.readingroom.report.ui.form;

import java.math.BigDecimal;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.value.ObservableValue;
import org.readingroom.assets.Messages;
import org.readingroom.report.template.FieldInput.Answer;
import org.readingroom.report.template.NumberRange;
import org.readingroom.report.template.TemplateField;

/// The words of the form, in the language of the window.
record FormWords(ObservableValue<Messages> messages) {
    String get(String key, Object... arguments) {
        return messages.getValue().get(key, arguments);
    }

    StringBinding text(String key) {
        return Bindings.createStringBinding(() -> get(key), messages);
    }

    String refused(Answer.Refused refused) {
        List<Object> arguments = refused.arguments();
        return get(refused.key(), arguments.toArray());
    }

    /// What a number may be: unit, least and most; empty when anything.
    String range(TemplateField field) {
        NumberRange range = field.range();
        BigDecimal least = range.least();
        BigDecimal most = range.most();
        String unit = field.unitWords();
        if (least != null && most != null) {
            return get("report.form.between", least.toPlainString(), most.toPlainString(), unit)
                    .strip();
        }
        return unit;
    }
}
