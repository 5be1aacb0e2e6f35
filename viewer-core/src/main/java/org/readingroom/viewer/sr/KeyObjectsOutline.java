package org.readingroom.viewer.sr;

import java.util.ArrayList;
import java.util.List;
import org.readingroom.viewer.coded.InstanceReference;
import org.readingroom.viewer.outline.OutlineNode;
import org.readingroom.viewer.outline.Phrase;

/// A key object selection as readable text.
public final class KeyObjectsOutline {
    private KeyObjectsOutline() {}

    public static OutlineNode of(KeyObjects selection) {
        List<OutlineNode> lines = new ArrayList<>();
        if (selection.isRejection()) {
            lines.add(OutlineNode.of(Phrase.key("viewer.kos.rejection"), Phrase.NONE));
        }
        selection
                .modifiers()
                .forEach(modifier -> lines.add(OutlineNode.of(Phrase.key("viewer.kos.modifier"), modifier.text())));
        if (!selection.description().isEmpty()) {
            lines.add(OutlineNode.of(Phrase.key("viewer.kos.description"), selection.description()));
        }
        for (InstanceReference reference : selection.references()) {
            lines.add(OutlineNode.of(Phrase.key("viewer.kos.instance"), StructuredReportOutline.instance(reference))
                    .withFact("sopClass", reference.sopClassUid()));
        }
        return OutlineNode.of(Phrase.key("viewer.kos.title"), selection.title().text())
                .withFact("code", selection.title().value())
                .with(lines);
    }
}
