package org.readingroom.report.template;

import java.util.List;

/// What a line of a template is made of.
public sealed interface TemplatePart {
    /// Words as they stand, white space folded.
    record Words(String text) implements TemplatePart {}

    /// The place of a field.
    record Slot(String field) implements TemplatePart {}

    /// Parts that are there only while `show` is true.
    record Group(Expression show, List<TemplatePart> parts) implements TemplatePart {
        public Group {
            parts = List.copyOf(parts);
        }
    }

    /// Visits every part, with the condition directly around it.
    static void walk(List<TemplatePart> parts, List<Expression> around, Visitor visitor) {
        for (TemplatePart part : parts) {
            switch (part) {
                case Words words -> visitor.visit(part, around);
                case Slot slot -> visitor.visit(part, around);
                case Group(Expression show, List<TemplatePart> inner) -> {
                    visitor.visit(part, around);
                    List<Expression> all = new java.util.ArrayList<>(around);
                    all.add(show);
                    walk(inner, all, visitor);
                }
            }
        }
    }

    /// Told of a part and of all conditions around it, the outermost first.
    interface Visitor {
        void visit(TemplatePart part, List<Expression> around);
    }
}
